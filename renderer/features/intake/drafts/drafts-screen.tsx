import { Box, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio, useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Pager } from '#renderer/ui/pager.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import classes from './drafts.module.css';
import { draftsSearchSchema } from './drafts-search.ts';

const perPage = 25;

function DraftLine({ row }: { readonly row: EvidenceRow }) {
  const typeTitle = useTypeTitle();
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <TextLink to={paths.evidenceItem} params={{ id: row.id }} fw={600}>
          {row.title}
        </TextLink>
        <Group gap="xs" mt={4}>
          <ToneBadge tone={row.type === 'unsorted' ? 'warn' : 'neutral'}>{typeTitle(row.type)}</ToneBadge>
          <Text span size="sm" c="dimmed">
            <UkDate date={row.startedOn} />
            {', '}
            {row.files === 0 ? 'no files' : count(row.files, 'file')},{' '}
            {row.capabilities.length === 0 ? 'no capability yet' : row.capabilities.join(', ')}
          </Text>
        </Group>
      </div>
      <LinkButton
        to={paths.evidenceItem}
        params={{ id: row.id }}
        variant="default"
        size="xs"
        aria-label={`Finish ${row.title}`}
      >
        Finish
      </LinkButton>
    </li>
  );
}

function Drafts({ rows }: { readonly rows: readonly EvidenceRow[] }) {
  const [page, setPage] = useState(0);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconCircleCheck}
        title="No drafts"
        action={<LinkButton to={paths.newEvidence}>Add evidence</LinkButton>}
      >
        What you keep with Quick add, or drop on the window, waits here until you finish it.
      </EmptyState>
    );
  }
  const at = Math.min(page, Math.ceil(rows.length / perPage) - 1);
  return (
    <Stack gap="sm">
      <ul className={classes.list} aria-label="Drafts">
        {rows.slice(at * perPage, (at + 1) * perPage).map((row) => (
          <DraftLine key={row.id} row={row} />
        ))}
      </ul>
      <Pager what="drafts" page={at} perPage={perPage} total={rows.length} onPage={setPage} />
    </Stack>
  );
}

/** Everything that was kept quickly and is to be finished. */
export function DraftsScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.intake.drafts.queryOptions({ input: { portfolioId } }));
  const { made } = draftsSearchSchema.parse(useSearch({ strict: false }));
  return (
    <>
      <PageHeader
        title="Drafts to finish"
        intro="A draft counts nowhere and goes to nobody. Open it, choose what kind of evidence it is, and press Finish."
      />
      {made === undefined ? null : (
        <Box mb="md">
          <Note tone="good" icon={IconCircleCheck} role="status" title={`${count(made, 'draft')} made`}>
            <Text size="sm">One press of Undo at the top of the window takes all of them back.</Text>
          </Note>
        </Box>
      )}
      <QueryStates query={query} what="drafts" rows={4}>
        {({ rows }) => <Drafts rows={rows} />}
      </QueryStates>
    </>
  );
}
