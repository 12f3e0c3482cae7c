import { useQuery } from '@tanstack/react-query';
import { useChosenPortfolio } from './chosen-portfolio.ts';
import { api } from './client.ts';

/** The portfolios of the vault, and which of them is in use: the one chosen last, else the newest. */
export function useCurrentShelf() {
  const shelf = useQuery(api.portfolios.list.queryOptions());
  const chosen = useChosenPortfolio();
  const entries = shelf.data ?? [];
  const newest = [...entries].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const current = entries.find((entry) => entry.id === chosen) ?? newest;
  return { shelf, entries, current };
}
