import { useQuery } from '@tanstack/react-query';
import { ukDate } from '#shared/domain/dates.ts';
import type { ShelfEntry } from '#shared/domain/portfolio.ts';
import { api } from './client.ts';
import { useCurrentShelf } from './current-shelf.ts';

/** What a portfolio is called among the others: its doctor and specialty, and where these are the same its first day. */
export function usePortfolioNames(): (entry: ShelfEntry) => string {
  const { entries } = useCurrentShelf();
  const packs = useQuery(api.guidance.list.queryOptions());
  const plain = ({ doctorName, packId }: ShelfEntry) => {
    const specialty = packs.data?.find((pack) => pack.id === packId)?.specialty ?? '';
    return specialty === '' ? doctorName : `${doctorName}, ${specialty}`;
  };
  return (entry) => {
    const name = plain(entry);
    const twins = entries.filter((other) => plain(other) === name);
    return twins.length < 2 ? name : `${name} (begun ${ukDate(entry.createdAt.slice(0, 10))})`;
  };
}
