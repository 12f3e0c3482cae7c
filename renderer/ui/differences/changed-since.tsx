import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { differencesOf } from '#shared/domain/history/differences.ts';
import { DifferenceList } from './difference-list.tsx';
import { readable } from './difference-words.ts';
import { useNames } from './use-names.ts';

/** How an item differs now from one of its versions. */
export function ChangedSince(props: { readonly item: string; readonly revision: string }) {
  const { item: id, revision } = props;
  const { portfolioId } = usePortfolio();
  const names = useNames();
  const query = useQuery(
    api.history.version.queryOptions({ input: { portfolioId, collection: 'evidence', id, revision } }),
  );
  return (
    <QueryStates query={query} what="what changed" rows={2}>
      {({ value, now }) => (
        <DifferenceList differences={readable(differencesOf(value, now), [value, now], names)} />
      )}
    </QueryStates>
  );
}
