import { canonicalJson } from '../canonical.ts';

/** Any JSON, as an old value may be of a shape that nobody knows any more. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * One part of a record that differs. `path`: the fields that lead to it; a list whose entries have a name (links by
 * capability, files by hash) is entered by that name. Undefined: it was not there, or is not any more.
 */
export type Difference = {
  readonly path: readonly [string, ...string[]];
  readonly before: Plain | undefined;
  readonly after: Plain | undefined;
};

/** What names the entries of these lists. */
const namedBy: Readonly<Record<string, string>> = {
  links: 'capability',
  attachments: 'hash',
  judgements: 'capability',
  actions: 'id',
  panel: 'id',
  followUps: 'action',
};
/** The field that names the entries of a list; undefined where the list is taken whole. */
export const nameOfEntries = (field: string): string | undefined =>
  Object.hasOwn(namedBy, field) ? namedBy[field] : undefined;

/** Objects that are looked into; every other one is compared whole. */
const opened: ReadonlySet<string> = new Set(['details', 'period', 'doctor', 'verification']);
/** Says nothing to a reader. */
const silent: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'sample']);

type Fields = { readonly [key: string]: Plain };
const isFields = (value: Plain | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of its own: a name out of a file may be one that every object answers to. */
const at = (fields: Fields, name: string): Plain | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Entries of a list by their name; undefined where one has none, or two have the same. */
function byName(list: Plain | undefined, key: string): ReadonlyMap<string, Plain> | undefined {
  if (list === undefined || list === null) return new Map();
  if (!Array.isArray(list)) return undefined;
  const entries = new Map<string, Plain>();
  for (const entry of list) {
    const name = isFields(entry) ? entry[key] : undefined;
    if (typeof name !== 'string' || entries.has(name)) return undefined;
    entries.set(name, entry);
  }
  return entries;
}

const same = (a: Plain | undefined, b: Plain | undefined) =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

const union = (a: Iterable<string>, b: Iterable<string>) => [...new Set([...a, ...b])];

function within(field: string, before: Plain | undefined, after: Plain | undefined): readonly Difference[] {
  if (same(before, after)) return [];
  const key = nameOfEntries(field);
  if (key !== undefined) {
    const [was, is] = [byName(before, key), byName(after, key)];
    if (was !== undefined && is !== undefined) {
      return union(was.keys(), is.keys())
        .filter((name) => !same(was.get(name), is.get(name)))
        .map((name) => ({ path: [field, name], before: was.get(name), after: is.get(name) }));
    }
  }
  if (opened.has(field) && isFields(before) && isFields(after)) {
    return union(Object.keys(before), Object.keys(after))
      .filter((name) => !same(at(before, name), at(after, name)))
      .map((name) => ({ path: [field, name], before: at(before, name), after: at(after, name) }));
  }
  return [{ path: [field], before, after }];
}

/**
 * What differs between two versions of a record, whatever their age, in the order of their fields.
 * @param before null: there was none.
 */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  // What comes out of a journal, or through the door, is JSON.
  const [was, is] = [before as Plain, after as Plain];
  const [a, b] = [isFields(was) ? was : {}, isFields(is) ? is : {}];
  return union(Object.keys(b), Object.keys(a))
    .filter((field) => !silent.has(field))
    .flatMap((field) => within(field, at(a, field), at(b, field)))
    .filter(({ before: x, after: y }) => !(isNothing(x) && isNothing(y)));
}

/** An empty field and one that is not there look the same. */
const isNothing = (value: Plain | undefined) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.keys(value).length === 0);

/** What a version did to a record, briefly: a list of versions says so in words. */
export type Touched = {
  /** Fields, apart from links and files. */
  readonly fields: readonly string[];
  readonly linked: readonly string[];
  readonly unlinked: readonly string[];
  readonly filesAdded: number;
  readonly filesRemoved: number;
};

export function touchedBetween(before: unknown, after: unknown): Touched {
  const all = differencesOf(before, after);
  const under = (field: string) => all.filter(({ path }) => path[0] === field);
  const added = (field: string) => under(field).filter((one) => one.before === undefined);
  const removed = (field: string) => under(field).filter((one) => one.after === undefined);
  const names = (found: readonly Difference[]) => found.flatMap(({ path }) => path.slice(1, 2));
  const changedLinks = under('links').some((one) => one.before !== undefined && one.after !== undefined);
  const others = all.flatMap(({ path: [field] }) =>
    field === 'links' || field === 'attachments' ? [] : [field],
  );
  return {
    fields: [...new Set([...others, ...(changedLinks ? ['links'] : [])])],
    linked: names(added('links')),
    unlinked: names(removed('links')),
    filesAdded: added('attachments').length,
    filesRemoved: removed('attachments').length,
  };
}
