import type { EveryRule } from '../application-rules.ts';
import type { EvidenceItem } from '../evidence.ts';
import { wantsVerifying } from '../submission/problems.ts';
import type { Verifier } from './verifier.ts';

type Rules = Pick<EveryRule, 'notVerified' | 'authenticated'>;

/** An item as a pro forma has it. */
export type ListedItem = {
  readonly item: EvidenceItem;
  readonly verified: boolean;
};
export type Institution = {
  /** As it is written most often; empty for items that name none. */
  readonly name: string;
  /** Every way it is written, the commonest first. */
  readonly spellings: readonly string[];
  /** What asks for verifying there, newest first. */
  readonly items: readonly ListedItem[];
  readonly verifiers: readonly Verifier[];
};

/** Letters and digits alone: how a name reads when case, marks and points are left aside. */
export const placeKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/&/g, ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(?:the|nhs|foundation|trust)\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim() || name.trim().toLowerCase();

/** Where an item happened, as far as it says: where it was verified, else where its verifier is, else its own place. */
export function institutionOf(item: EvidenceItem, verifiers: ReadonlyMap<string, Verifier>): string {
  // One's own place first: somebody elsewhere who confirmed it does not move it there.
  if (item.place !== '') return item.place;
  const asked = item.verifierId === undefined ? undefined : verifiers.get(item.verifierId);
  return item.verification?.institution ?? asked?.institution ?? '';
}

function commonest(spellings: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([spelling]) => spelling);
}

const newestFirst = (a: ListedItem, b: ListedItem) =>
  a.item.startedOn < b.item.startedOn
    ? 1
    : a.item.startedOn > b.item.startedOn
      ? -1
      : a.item.id < b.item.id
        ? -1
        : 1;

/**
 * The items that ask for verifying, by where they happened, and who is known there: one pro forma for each institution.
 * Drafts and the trash are in none. Sorted by name, items without a place last.
 */
export function institutionsOf(
  items: Iterable<EvidenceItem>,
  verifiers: Iterable<Verifier>,
  rules: Rules,
): readonly Institution[] {
  const known = new Map([...verifiers].map((verifier) => [verifier.id, verifier]));
  const groups = new Map<string, { names: string[]; items: ListedItem[]; verifiers: Verifier[] }>();
  // Many items, few places.
  const keys = new Map<string, string>();
  const at = (name: string) => {
    const key = keys.get(name) ?? placeKey(name);
    keys.set(name, key);
    const group = groups.get(key) ?? { names: [], items: [], verifiers: [] };
    groups.set(key, group);
    return group;
  };
  for (const item of items) {
    if (item.trashedAt !== null || item.draft === true || !wantsVerifying(item, rules)) continue;
    const name = institutionOf(item, known);
    const group = at(name);
    group.names.push(name);
    group.items.push({ item, verified: item.verification !== null });
  }
  for (const verifier of known.values()) {
    const group = at(verifier.institution);
    group.names.push(verifier.institution);
    group.verifiers.push(verifier);
  }
  return [...groups.values()]
    .map(({ names, items: listed, verifiers: here }) => {
      const spellings = commonest(names);
      return {
        name: spellings[0] ?? '',
        spellings,
        items: listed.toSorted(newestFirst),
        verifiers: here.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      };
    })
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || (a.name < b.name ? -1 : 1));
}
