import type { EvidenceItem } from '../evidence.ts';
import { evidenceTypeIds } from '../evidence-types.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import { anonymisationStates } from '../identifiers/anonymisation-states.ts';
import { fold } from './fold.ts';
import type { SortKey } from './query.ts';

const typeRank = new Map(evidenceTypeIds.map((type, index) => [type, index]));
const redactionRank = new Map(anonymisationStates.map((state, index) => [state, index]));
const last = Number.POSITIVE_INFINITY;

/** What the list's order is made of, for an item. @param rankOf a capability's place in the guidance. */
export const sortKey = (
  item: EvidenceItem,
  by: Exclude<SortKey, 'match'>,
  rankOf: (code: string) => number | undefined,
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
  }
};
