import {
  type Difference,
  differencesOf,
  nameOfEntries,
  type Plain,
} from '#shared/domain/history/differences.ts';

/** Which side a part is taken from. `both`: prose of one under that of the other. */
export type Take = 'ours' | 'theirs' | 'both';
/** By the key of a difference, which is its path with dots. */
export type Takes = Readonly<Record<string, Take>>;

export const keyOf = ({ path }: Difference): string => path.join('.');

const prose = new Set(['reflection', 'progressMade', 'progressNeeded', 'outcomeReason', 'details']);

/** Whether both texts can stand one under the other. */
export const canTakeBoth = ({ path: [field], before, after }: Difference): boolean =>
  prose.has(field) &&
  typeof before === 'string' &&
  typeof after === 'string' &&
  before !== '' &&
  after !== '' &&
  before.length + after.length < 4900;

/**
 * What to begin with: a part that only one side changed since they parted is taken from that side, everything else
 * from ours.
 * @param base undefined where it is not known.
 */
export function startingTakes(ours: unknown, theirs: unknown, base: unknown): Takes {
  if (base === undefined) return {};
  const changedHere = new Set(differencesOf(base, ours).map(keyOf));
  const changedThere = new Set(differencesOf(base, theirs).map(keyOf));
  return Object.fromEntries(
    differencesOf(ours, theirs)
      .map(keyOf)
      .filter((key) => changedThere.has(key) && !changedHere.has(key))
      .map((key) => [key, 'theirs']),
  );
}

type Fields = { readonly [key: string]: Plain };
const isFields = (value: Plain | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
const having = (fields: Fields, name: string, value: Plain | undefined): Fields =>
  value === undefined ? without(fields, name) : { ...fields, [name]: value };

function put(record: Fields, { path: [field, part] }: Difference, value: Plain | undefined): Fields {
  if (part === undefined) return having(record, field, value);
  const key = nameOfEntries(field);
  if (key === undefined) {
    const inside = Object.hasOwn(record, field) ? record[field] : undefined;
    return { ...record, [field]: having(isFields(inside) ? inside : {}, part, value) };
  }
  const list = Object.hasOwn(record, field) ? record[field] : undefined;
  const entries: readonly Plain[] = Array.isArray(list) ? list : [];
  const at = entries.findIndex((entry) => isFields(entry) && entry[key] === part);
  if (value === undefined) return { ...record, [field]: entries.filter((_, index) => index !== at) };
  if (at === -1) return { ...record, [field]: [...entries, value] };
  return { ...record, [field]: entries.map((entry, index) => (index === at ? value : entry)) };
}

/** Our record with the parts that were chosen from theirs. */
export function combined(ours: unknown, theirs: unknown, takes: Takes): unknown {
  // Records are JSON objects; deleted ones are never combined.
  return differencesOf(ours, theirs).reduce((record, difference) => {
    const take = takes[keyOf(difference)] ?? 'ours';
    if (take === 'ours') return record;
    if (take === 'theirs') return put(record, difference, difference.after);
    return put(record, difference, `${String(difference.before)}\n\n${String(difference.after)}`);
  }, ours as Fields);
}
