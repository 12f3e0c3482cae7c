import type { EvidenceInput, EvidenceItem } from '../evidence.ts';
import { fold } from '../evidence-list/fold.ts';
import { plainDoi } from './reference.ts';

type Known = Pick<EvidenceItem, 'id' | 'title' | 'trashedAt'>;

const keysOf = ({ title, startedOn, type, details }: EvidenceInput): readonly string[] => {
  const doi = typeof details.doi === 'string' ? plainDoi(details.doi) : '';
  const same = `item ${fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} ${startedOn} ${type}`;
  return doi === '' ? [same] : [same, `doi ${doi}`];
};

/** What is there already, as far as it was noted: the same title, day and type, or the same DOI. */
export function createPresent() {
  const known = new Map<string, Known[]>();
  return {
    note: (item: EvidenceItem): void => {
      for (const key of keysOf(item)) {
        const same = known.get(key);
        if (same === undefined) known.set(key, [item]);
        else same.push(item);
      }
    },
    like: (item: EvidenceInput): readonly Known[] => [
      ...new Set(keysOf(item).flatMap((key) => known.get(key) ?? [])),
    ],
  };
}

/** For each item of a list the first one of it that is the same; undefined for the first itself. */
export function sameInList<T extends { readonly item: EvidenceInput | null }>(
  list: readonly T[],
): ReadonlyMap<T, T> {
  const first = new Map<string, T>();
  const twins = new Map<T, T>();
  for (const one of list) {
    if (one.item === null) continue;
    for (const key of keysOf(one.item)) {
      const before = first.get(key);
      if (before === undefined) first.set(key, one);
      else if (before !== one) twins.set(one, before);
    }
  }
  return twins;
}
