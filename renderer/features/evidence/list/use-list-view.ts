import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { type ListColumn, usualColumns } from '#shared/domain/evidence-list/columns.ts';

/** Columns and saved searches of a portfolio. Columns change at once and are remembered behind. */
export function useListView(portfolioId: string) {
  const client = useQueryClient();
  const asked = api.lists.view.queryOptions({ input: { portfolioId } });
  const view = useQuery(asked).data;
  const remember = useMutation(api.lists.setColumns.mutationOptions({ meta: { refresh: false } }));
  return {
    columns: view?.columns ?? usualColumns,
    searches: view?.searches ?? [],
    setColumns: (columns: readonly ListColumn[]) => {
      client.setQueryData(asked.queryKey, (was) =>
        was === undefined ? was : { ...was, columns: [...columns] },
      );
      remember.mutate({ portfolioId, columns: [...columns] });
    },
    fault: remember.error,
  };
}
