import { groupingWords } from '#renderer/text/query-words.ts';
import { evidenceGroups, evidenceTypes } from '#shared/domain/evidence-fields.ts';
import type { QueryTerm } from '#shared/domain/evidence-list/query/terms.ts';
import { evidenceSortSchema, groupingSchema, groupings } from '#shared/domain/evidence-list/query.ts';
import { type TypesOf, typeTitle } from '#shared/domain/pack-types.ts';
import type { ListSearch } from './list-search.ts';

/** Types by their groups, under the names this guidance has for them. */
export const typeChoices = (pack: TypesOf) =>
  evidenceGroups.map((group) => ({
    group: group.title,
    items: evidenceTypes
      .filter((type) => type.group === group.id)
      .map(({ id }) => ({ value: id as string, label: typeTitle(pack, id) })),
  }));

/** Orders without a column of their own to press, and the common ones for lists that have no head. */
export const orders = [
  { value: 'startedOn descending', label: 'Newest first' },
  { value: 'startedOn ascending', label: 'Oldest first' },
  { value: 'match descending', label: 'Best match first' },
  { value: 'updatedAt descending', label: 'Last changed first' },
  { value: 'updatedAt ascending', label: 'Longest unchanged first' },
  { value: 'title ascending', label: 'Title, A to Z' },
  { value: 'title descending', label: 'Title, Z to A' },
  { value: 'type ascending', label: 'Type' },
  { value: 'type descending', label: 'Type, backwards' },
  { value: 'capabilities ascending', label: 'Capability' },
  { value: 'capabilities descending', label: 'Capability, backwards' },
  { value: 'place ascending', label: 'Place, A to Z' },
  { value: 'place descending', label: 'Place, Z to A' },
  { value: 'role ascending', label: 'Role, A to Z' },
  { value: 'role descending', label: 'Role, Z to A' },
  { value: 'tags ascending', label: 'Tags, A to Z' },
  { value: 'tags descending', label: 'Tags, Z to A' },
  { value: 'hours descending', label: 'Most hours first' },
  { value: 'hours ascending', label: 'Fewest hours first' },
  { value: 'files descending', label: 'Most files first' },
  { value: 'files ascending', label: 'Fewest files first' },
  { value: 'status ascending', label: 'Drafts first' },
  { value: 'status descending', label: 'Drafts last' },
  { value: 'verified ascending', label: 'Not verified first' },
  { value: 'verified descending', label: 'Verified first' },
  { value: 'redaction ascending', label: 'Not anonymised first' },
  { value: 'redaction descending', label: 'Not anonymised last' },
  { value: 'identifiers ascending', label: 'Possible identifiers first' },
  { value: 'identifiers descending', label: 'Possible identifiers last' },
];

export function readOrder(value: string | null): Partial<ListSearch> {
  const [by, direction] = (value ?? '').split(' ');
  return {
    by: evidenceSortSchema.shape.by.safeParse(by).data,
    direction: evidenceSortSchema.shape.direction.safeParse(direction).data,
  };
}

export const verifiedChoices = [
  { value: 'any', label: 'Verified or not' },
  { value: 'yes', label: 'Verified' },
  { value: 'no', label: 'Not verified' },
];

export const groupChoices = [
  { value: 'none', label: 'No groups' },
  ...groupings.map((value) => ({ value: value as string, label: groupingWords[value] })),
];
export const readGroup = (value: string | null) => groupingSchema.safeParse(value).data;

/** What people often narrow to, besides types, capabilities and verification. */
export const commonTerms: readonly (readonly [label: string, term: QueryTerm])[] = [
  ['Drafts', { kind: 'status', statuses: ['draft'], not: false }],
  ['Ready', { kind: 'status', statuses: ['ready'], not: false }],
  ['Not anonymised, or changed since', { kind: 'redaction', states: ['none', 'stale'], not: false }],
  ['Returned by a supervisor', { kind: 'has', things: ['returned'], not: false }],
  ['Accepted by a supervisor', { kind: 'has', things: ['accepted'], not: false }],
  ['No supervisor has looked', { kind: 'has', things: ['feedback'], not: true }],
  ['Possible identifiers', { kind: 'has', things: ['identifiers'], not: false }],
  ['Not checked for identifiers', { kind: 'identifiers', states: ['unchecked'], not: false }],
  ['With a file', { kind: 'has', things: ['file'], not: false }],
  ['Without a file', { kind: 'has', things: ['file'], not: true }],
  ['Without a reflection', { kind: 'has', things: ['reflection'], not: true }],
];
