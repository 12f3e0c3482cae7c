import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { ItemLines } from './item-lines.tsx';

const shown = 5;

/** The newest evidence of a capability, and the way to all of it. */
export function CapabilityEvidence(props: { readonly portfolioId: string; readonly code: string }) {
  const { portfolioId, code } = props;
  const query = useQuery(
    api.evidence.list.queryOptions({
      input: {
        portfolioId,
        filter: { text: '', types: [], capability: code, verified: null, trash: false },
        sort: { by: 'startedOn', direction: 'descending' },
        offset: 0,
        limit: shown,
      },
    }),
  );
  return (
    <QueryStates query={query} what={`evidence for ${code}`} rows={2}>
      {({ rows, total }) =>
        total === 0 ? (
          <Text size="sm" c="dimmed">
            None is linked yet.
          </Text>
        ) : (
          <>
            <ItemLines items={rows} />
            <Text size="sm" mt={6}>
              <TextLink size="sm" to={paths.evidence} search={{ capability: code }}>
                {total > shown ? `Show all ${total} in the list` : 'Show in the list'}
              </TextLink>
            </Text>
          </>
        )
      }
    </QueryStates>
  );
}
