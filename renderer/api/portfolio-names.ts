import { useQueries, useQuery } from '@tanstack/react-query';
import { ukDate } from '#shared/domain/dates.ts';
import type { ShelfEntry } from '#shared/domain/portfolio.ts';
import { api } from './client.ts';
import { useCurrentShelf } from './current-shelf.ts';

/** What a portfolio is called among the others: its doctor and specialty, and where these are the same its first day. */
export function usePortfolioNames(): (entry: ShelfEntry) => string {
  const { entries } = useCurrentShelf();
  const packs = useQuery(api.guidance.list.queryOptions());
  const known = new Map(packs.data?.map(({ id, specialty }) => [id, specialty]));
  // One that came with guidance of its own has it with it, and nowhere else.
  const others = packs.data === undefined ? [] : entries.filter(({ packId }) => !known.has(packId));
  const own = useQueries({
    queries: others.map(({ id }) => api.guidance.inUse.queryOptions({ input: { portfolioId: id } })),
  });
  const brought = new Map(others.map(({ id }, at) => [id, own[at]?.data?.pack.specialty]));
  const plain = ({ id, doctorName, packId }: ShelfEntry) => {
    const specialty = known.get(packId) ?? brought.get(id) ?? '';
    return specialty === '' ? doctorName : `${doctorName}, ${specialty}`;
  };
  return (entry) => {
    const name = plain(entry);
    const twins = entries.filter((other) => plain(other) === name);
    return twins.length < 2 ? name : `${name} (begun ${ukDate(entry.createdAt.slice(0, 10))})`;
  };
}
