import type { HistoryLine } from '#shared/domain/history.ts';
import { travellingCollections } from '#shared/domain/packages/audiences.ts';
import type { PortfolioRecords } from '../ports.ts';

/** A record of a portfolio by its collection and id. */
export type Name = { readonly collection: keyof PortfolioRecords; readonly id: string };

const collections: readonly (keyof PortfolioRecords)[] = travellingCollections;
const isCollection = (name: string): name is keyof PortfolioRecords =>
  collections.some((known) => known === name);

export const keyOf = ({ collection, id }: { readonly collection: string; readonly id: string }): string =>
  `${collection}/${id}`;

export type Touched = Name & { readonly changes: readonly HistoryLine['changes'][number][] };

/** Every record that lines, oldest first, changed, with its changes in order. */
export function recordsTouched(lines: readonly HistoryLine[]): readonly Touched[] {
  const touched = new Map<string, Touched & { readonly changes: HistoryLine['changes'][number][] }>();
  for (const change of lines.flatMap(({ changes }) => changes)) {
    const { collection, id } = change;
    if (!isCollection(collection)) continue;
    const known = touched.get(keyOf({ collection, id }));
    if (known === undefined) touched.set(keyOf({ collection, id }), { collection, id, changes: [change] });
    else known.changes.push(change);
  }
  return [...touched.values()];
}
