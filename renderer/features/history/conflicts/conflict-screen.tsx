import { Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { isReadable } from '../record-address.ts';
import { CombineForm } from './combine-form.tsx';
import { useSettle } from './use-settle.ts';
import { WholeSides } from './whole-sides.tsx';

/** One record that was changed in two places: both versions part by part, and a way to end it. */
export function ConflictScreen() {
  const { collection: asked = '', id = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const collection = isReadable(asked) ? asked : 'evidence';
  const query = useQuery(
    api.conflicts.get.queryOptions({ input: { portfolioId, collection, id }, staleTime: 0 }),
  );
  const settle = useSettle(collection, id);
  return (
    <>
      <PageHeader
        title={query.data === undefined ? 'Changed in two places' : `Two versions of ${query.data.title}`}
        intro="It was changed here and on another computer. Choose part by part, or keep one version whole."
        actions={
          <LinkButton to={paths.history} params={{ collection, id }} variant="default">
            History
          </LinkButton>
        }
      />
      <QueryStates query={query} what="both versions">
        {({ sides, base, hasBase }) => {
          const [ours, theirs] = sides;
          const sealed = sides.some((side) => side.sealed);
          const deleted = sides.some((side) => side.value === null);
          return (
            <Stack gap="md">
              <Note
                tone="info"
                icon={IconInfoCircle}
                title={sealed ? 'One of them was signed' : 'Nothing is thrown away'}
              >
                {sealed
                  ? 'What was signed stands as it was signed. The other version stays in the history, where it can be read; to act on it, write it into the next review.'
                  : deleted
                    ? 'It was deleted in one place and edited in the other. Whichever you keep, the other stays in the history and can be brought back.'
                    : 'What you decide becomes a new version. Both of these stay in the history, and you can undo it.'}
              </Note>
              <WholeSides sides={sides} settle={settle} />
              {ours === undefined || theirs === undefined || sealed || deleted ? null : (
                <CombineForm
                  key={sides.map(({ revision }) => revision).join()}
                  sides={sides}
                  base={hasBase ? base : undefined}
                  settle={settle}
                />
              )}
            </Stack>
          );
        }}
      </QueryStates>
    </>
  );
}
