import type { EvidenceTypeId } from './evidence-types.ts';

/**
 * What one plain answer is. `line` and `prose` are text, `count` a whole number from 0, `number` any number from 0
 * (`value` of either sign, for what was measured), `date` a `YYYY-MM-DD` text, `choice` the value of one option,
 * `yes-no` a boolean.
 */
export type CellKind = 'line' | 'prose' | 'count' | 'number' | 'value' | 'date' | 'choice' | 'yes-no';

/** `rows` is a small table: any number of rows with the same columns. */
export type FieldKind = CellKind | 'rows';

export type FieldOption = { readonly value: string; readonly label: string };

/** One column of a field of rows. */
export type FieldColumn = {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly options?: readonly FieldOption[];
};

/** One question a form asks about one type of evidence. Its answer is kept at `details[id]`. */
export type EvidenceField = {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Only with kind `choice`. */
  readonly options?: readonly FieldOption[];
  /** Only with kind `rows`: its columns, and what one row is called, as in "Add a meeting". */
  readonly columns?: readonly FieldColumn[];
  readonly row?: string;
  /** This number is the sum of a column where there are rows to add up, and is asked for only where there are none. */
  readonly totalOf?: { readonly rows: string; readonly column: string };
  /** Rows of dates and values are drawn as a run chart; `changed` is the field with the day of the change. */
  readonly chart?: { readonly date: string; readonly value: string; readonly changed: string };
  /** Asked by an earlier Waymark: shown where it was answered, and not asked again. */
  readonly earlier?: true;
  /** A text about feedback received, for which the form can offer prompts. */
  readonly prompts?: 'feedback';
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
