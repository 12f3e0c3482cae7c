import type { EvidenceTypeId } from './evidence-types.ts';

/**
 * What an answer is. `line` and `prose` are text, `count` a whole number from 0, `number` any number from 0,
 * `date` a `YYYY-MM-DD` text, `choice` the value of one option, `yes-no` a boolean.
 */
export type FieldKind = 'line' | 'prose' | 'count' | 'number' | 'date' | 'choice' | 'yes-no';

export type FieldOption = { readonly value: string; readonly label: string };

/** One question a form asks about one type of evidence. Its answer is kept at `details[id]`. */
export type EvidenceField = {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Only with kind `choice`. */
  readonly options?: readonly FieldOption[];
  /** Required only where a rule counts by the answer: nothing else may stop a doctor from logging evidence. */
  readonly required?: boolean;
  readonly help?: string;
};

/** Which of the questions every item can answer make sense for a type. */
export type EvidenceUses = {
  readonly endDate: boolean;
  readonly place: boolean;
  readonly role: boolean;
  /** What to call the role, for example `Your role in the audit`; empty when there is none. */
  readonly roleLabel: string;
  readonly hours: boolean;
};

export type EvidenceGroupId =
  | 'leadership'
  | 'education'
  | 'quality'
  | 'research'
  | 'learning'
  | 'feedback'
  | 'assessments'
  | 'records';

export type EvidenceGroup = { readonly id: EvidenceGroupId; readonly title: string };

export type EvidenceType = {
  readonly id: EvidenceTypeId;
  readonly title: string;
  readonly group: EvidenceGroupId;
  readonly description: string;
  readonly fields: readonly EvidenceField[];
  readonly uses: EvidenceUses;
};
