import type { IsoDate } from './dates.ts';

/** A column, `mm` wide; 0: what the others leave. */
export type ListingColumn = { readonly title: string; readonly mm: number };

export type ListingPart = {
  readonly heading: string;
  /** Empty: none. */
  readonly intro: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly table: {
    readonly columns: readonly ListingColumn[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  /** Said where the table has no rows. */
  readonly none: string;
  /** Begins on a page of its own. */
  readonly ownPage: boolean;
};

/** A document of headings and tables to print or send: plain data, placed as text and never as markup. */
export type Listing = {
  readonly title: string;
  readonly subtitle: string;
  readonly person: string;
  readonly employer: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What it is and is not, each with its first words in bold. */
  readonly said: readonly (readonly [lead: string, text: string])[];
  readonly parts: readonly ListingPart[];
  readonly madeBy: string;
  readonly on: IsoDate;
  readonly sample: boolean;
};
