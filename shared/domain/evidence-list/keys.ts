import type { EvidenceItem } from '../evidence.ts';
import { evidenceTypeIds } from '../evidence-types.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import { anonymisationStates } from '../identifiers/anonymisation-states.ts';
import type { CheckOf } from './check-of.ts';
import { fold } from './fold.ts';
import type { SortKey } from './query.ts';

const typeRank = new Map(evidenceTypeIds.map((type, index) => [type, index]));
const redactionRank = new Map(anonymisationStates.map((state, index) => [state, index]));
const checkRank = { possible: 0, unchecked: 1, 'none-found': 2, unknown: 3 } as const;
const last = Number.POSITIVE_INFINITY;

/** What an item's place in the list depends on besides itself. */
export type Ranks = {
  /** A capability's place in the guidance. */
  readonly rankOf: (code: string) => number | undefined;
  /** Where an item stands with the identifier check. */
  readonly checkOf: CheckOf;
};

/** What the list's order is made of, for an item. */
export const sortKey = (
  item: EvidenceItem,
  by: Exclude<SortKey, 'match'>,
  { rankOf, checkOf }: Ranks,
): string | number => {
  switch (by) {
    case 'startedOn':
    case 'updatedAt':
      return item[by];
    case 'title':
    case 'place':
    case 'role':
      return fold(item[by]);
    case 'type':
      return typeRank.get(item.type) ?? evidenceTypeIds.length;
    case 'hours':
      return item.hours ?? -1;
    case 'files':
      return item.attachments.length;
    case 'tags':
      return fold((item.tags ?? []).join(' '));
    case 'capabilities':
      return Math.min(last, ...item.links.map(({ capability }) => rankOf(capability) ?? 10_000));
    case 'status':
      return item.draft === true ? 0 : 1;
    case 'verified':
      return item.verification === null ? 0 : 1;
    case 'redaction':
      return redactionRank.get(anonymisationOf(item)) ?? 0;
    case 'identifiers':
      return checkRank[checkOf(item.id) ?? 'unknown'];
  }
};
