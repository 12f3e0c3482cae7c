import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { EvidenceFilter, EvidenceSort, Grouping } from '#shared/domain/evidence-list/query.ts';

/** Rows asked for at once: about two screens. */
export const pageSize = 60;

/** Offsets of the pages that rows `first` to `last` lie on, without the first page. */
export function laterPages(first: number, last: number, total: number): readonly number[] {
  const end = Math.min(last, total - 1);
  const offsets: number[] = [];
  for (let page = Math.max(1, Math.floor(first / pageSize)); page * pageSize <= end; page += 1) {
    offsets.push(page * pageSize);
  }
  return offsets;
}

type Asked = {
  readonly portfolioId: string;
  readonly filter: EvidenceFilter;
  readonly sort: EvidenceSort;
  readonly group: Grouping | null;
};

/**
 * The list's first page, which also knows how many there are. The last list stays while the next is asked for, except
 * on the way to the trash and back: what is in one is not in the other.
 */
export const useFirstPage = (asked: Asked) =>
  useQuery({
    ...api.evidence.list.queryOptions({ input: { ...asked, offset: 0, limit: pageSize } }),
    placeholderData: (last, query) => {
      const before = query?.queryKey[1] as { readonly input?: Partial<Asked> } | undefined;
      return before?.input?.filter?.trash === asked.filter.trash ? last : undefined;
    },
  });

/** Rows of the pages that are on the screen: `undefined` for one that has not come yet. */
export function useRows(
  asked: Asked,
  firstRows: readonly EvidenceRow[],
  offsets: readonly number[],
): (index: number) => EvidenceRow | undefined {
  const pages = useQueries({
    queries: offsets.map((offset) =>
      api.evidence.list.queryOptions({ input: { ...asked, offset, limit: pageSize } }),
    ),
  });
  const rowsAt = new Map(offsets.map((offset, at) => [offset, pages[at]?.data?.rows]));
  return (index) => {
    if (index < pageSize) return firstRows[index];
    const offset = Math.floor(index / pageSize) * pageSize;
    return rowsAt.get(offset)?.[index - offset];
  };
}

const nothing: EvidenceFilter = { text: '', types: [], capability: null, verified: null, trash: false };

/** How many items there are in all, in the trash or out of it. */
export const useEvidenceTotal = (portfolioId: string, trash: boolean) =>
  useQuery(
    api.evidence.list.queryOptions({
      input: {
        portfolioId,
        filter: { ...nothing, trash },
        sort: { by: 'startedOn', direction: 'descending' },
        offset: 0,
        limit: 1,
      },
      select: (page) => page.items,
    }),
  ).data;
