import { ukDate } from '#shared/domain/dates.ts';
import type { HistoryLine, Subject } from '#shared/domain/history.ts';
import { processCollections, supervisionCollections } from '#shared/domain/packages/audiences.ts';
import type { PortfolioStore } from '../ports.ts';

type Named = { readonly collection: string; readonly id: string };

const textAt = (value: unknown, key: string): string => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
};

type PlainTitle = { readonly called: string; readonly date?: string; readonly text?: string };

/** Records that are called by what they are, with their own day or words where they have any. */
const plainTitles: Readonly<Record<string, PlainTitle>> = {
  meetings: { called: 'Meeting', date: 'on' },
  agreements: { called: 'Agreement to a meeting’s notes' },
  actions: { called: 'Action', text: 'what' },
  feedback: { called: 'Feedback' },
  ratings: { called: 'Rating', text: 'capability' },
  requests: { called: 'Request', date: 'sentOn' },
  supervisorReports: { called: 'Supervisor’s report', date: 'sealedOn' },
  steps: { called: 'Step of a review' },
  snapshots: { called: 'What was handed in' },
  sheets: { called: 'Panel member’s own sheet' },
};

function titledBy({ called, date, text }: PlainTitle, value: unknown): string {
  const words = text === undefined ? '' : textAt(value, text);
  if (words !== '') return words;
  const day = date === undefined ? '' : textAt(value, date);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${called} of ${ukDate(day)}` : called;
}

/** What a record is called, as far as a value of any age tells; empty when it does not. */
export function titleOf(collection: string, value: unknown): string {
  if (collection === 'cvs') return 'CV';
  const known = Object.entries(plainTitles).find(([name]) => name === collection);
  if (known !== undefined) return titledBy(known[1], value);
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
  ...supervisionCollections,
  ...processCollections,
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
