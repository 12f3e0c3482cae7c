import type { IsoDate } from '../../dates.ts';
import type { EvidenceTypeId } from '../../evidence-types.ts';
import type { AnonymisationState } from '../../identifiers/anonymisation-states.ts';
import type { CheckState } from '../../identifiers/check-states.ts';

export const queryStatuses = ['draft', 'ready', 'trash'] as const;
export type QueryStatus = (typeof queryStatuses)[number];

export const hasThings = [
  'file',
  'link',
  'reflection',
  'verification',
  'passage',
  'tag',
  'note',
  'identifiers',
  'feedback',
  'accepted',
  'returned',
] as const;
export type HasThing = (typeof hasThings)[number];

/** What one term asks. Of several values any will do; of several terms all must hold. */
export type Asked =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'type'; readonly types: readonly EvidenceTypeId[] }
  /** Codes of the guidance; `none` for items with no link. */
  | { readonly kind: 'cap'; readonly codes: readonly string[] }
  | { readonly kind: 'status'; readonly statuses: readonly QueryStatus[] }
  /** Begun before that day. */
  | { readonly kind: 'before'; readonly date: IsoDate }
  /** Begun after that day. */
  | { readonly kind: 'after'; readonly date: IsoDate }
  | { readonly kind: 'verified'; readonly is: boolean }
  | { readonly kind: 'redaction'; readonly states: readonly AnonymisationState[] }
  /** Where it stands with the identifier check. */
  | { readonly kind: 'identifiers'; readonly states: readonly CheckState[] }
  | { readonly kind: 'has'; readonly things: readonly HasThing[] }
  | { readonly kind: 'tag'; readonly tags: readonly string[] }
  | { readonly kind: 'place'; readonly places: readonly string[] };

export type QueryTerm = Asked & { readonly not: boolean };
export type TermKind = Asked['kind'];

/** Operators in the order a helper lists them. */
export const operators = [
  'type',
  'cap',
  'status',
  'before',
  'after',
  'verified',
  'redaction',
  'identifiers',
  'has',
  'tag',
  'place',
] as const;
export type Operator = (typeof operators)[number];

/** Where something stands in the text, in UTF-16 units; `end` is behind it. */
export type Span = { readonly start: number; readonly end: number };

export const queryFaultCodes = [
  'no-value',
  'unknown-type',
  'unknown-capability',
  'unknown-status',
  'reserved-status',
  'not-a-date',
  'not-yes-or-no',
  'unknown-redaction',
  'unknown-check',
  'unknown-thing',
  'one-each',
  'almost-operator',
] as const;
/**
 * `reserved-status`: a word that means nothing yet. `one-each`: two terms that no item can satisfy both, where "either"
 * was meant. `almost-operator`: searched as a word, though an operator is one letter away.
 */
export type QueryFaultCode = (typeof queryFaultCodes)[number];

/** A part of the text that cannot be searched for; the rest is. `value` as it was written. */
export type QueryFault = Span & {
  readonly code: QueryFaultCode;
  readonly operator: Operator;
  readonly value: string;
};

export type PlacedTerm = { readonly term: QueryTerm; readonly at: Span };
export type Query = { readonly terms: readonly PlacedTerm[]; readonly faults: readonly QueryFault[] };
