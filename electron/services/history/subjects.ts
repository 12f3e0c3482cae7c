import { ukDate } from '#shared/domain/dates.ts';
import type { HistoryLine, Subject } from '#shared/domain/history.ts';
import type { PortfolioStore } from '../ports.ts';

type Named = { readonly collection: string; readonly id: string };

const textAt = (value: unknown, key: string): string => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
};

/** What a record is called, as far as a value of any age tells; empty when it does not. */
export function titleOf(collection: string, value: unknown): string {
  if (collection === 'cvs') return 'CV';
  if (collection === 'evidence' || collection === 'recommendations' || collection === 'posts')
    return textAt(value, 'title');
  if (collection === 'verifiers' || collection === 'referees') return textAt(value, 'name');
  if (collection === 'reviews') {
    const heldOn = textAt(value, 'heldOn');
    return /^\d{4}-\d{2}-\d{2}$/.test(heldOn) ? `Review of ${ukDate(heldOn)}` : '';
  }
  if (collection === 'searches') return textAt(value, 'name');
  if (collection === 'portfolio') {
    return textAt(typeof value === 'object' && value !== null ? Reflect.get(value, 'doctor') : null, 'name');
  }
  return '';
}

const titled = [
  'evidence',
  'reviews',
  'portfolio',
  'recommendations',
  'verifiers',
  'referees',
  'posts',
  'cvs',
  'searches',
] as const;

const shownValue = ({ get }: PortfolioStore, { collection, id }: Named): unknown => {
  // A place in a submission is called by the item it is of.
  const known = titled.find((name) => name === (collection === 'placements' ? 'evidence' : collection));
  return known === undefined ? undefined : get(known, id);
};

/** How many records a line changed: what seals one of them is not counted. */
export const recordsIn = ({ changes }: Pick<HistoryLine, 'changes'>): number =>
  changes.filter(({ collection }) => collection !== 'seals').length;

/** The records of a line by name, at most `limit` of them; those that are gone by the name they had. */
export async function subjectsOf(
  store: PortfolioStore,
  { changes }: Pick<HistoryLine, 'changes'>,
  limit: number,
): Promise<readonly Subject[]> {
  const records = changes.filter(({ collection }) => collection !== 'seals').slice(0, limit);
  const gone = records.filter((record) => shownValue(store, record) === undefined);
  const values = await store.history.values(gone.flatMap(({ revision, parents }) => [revision, ...parents]));
  return records.map((record) => {
    const { collection, id, revision, parents } = record;
    const present = shownValue(store, record);
    const value =
      present ?? [revision, ...parents].map((name) => values.get(name) ?? null).find((one) => one !== null);
    const called = collection === 'placements' ? 'evidence' : collection;
    return { collection, id, title: titleOf(called, value), exists: present !== undefined };
  });
}
