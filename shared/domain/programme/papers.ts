import type { ReportModel } from '../report-model.ts';

type Letterhead = NonNullable<ReportModel['programme']>;

/** What a doctor said of a released report, and what came of it. It is written after the signatures: none covers it. */
export type ResponsePage = {
  readonly doctor: { readonly name: string; readonly gmcNumber: string | null };
  readonly sample: boolean;
  readonly heldOn: string;
  readonly outcome: string;
  readonly signedAt: string;
  readonly fingerprint: string;
  readonly acknowledgedAt: string | null;
  /** In order; empty: there is none, and the page has room to write one by hand. */
  readonly said: readonly {
    readonly kind: 'respond' | 'ask-second-look' | 'stands' | 'will-amend';
    readonly at: string;
    readonly by: string;
    readonly text: string;
  }[];
  readonly madeBy: string;
  readonly programme?: Letterhead | undefined;
};

/** What is printed under a programme's letterhead. Each kind has a template of its name. */
export type ProgrammePaper =
  /** The head alone: how it looks, and whether its picture can be drawn. */
  | { readonly kind: 'letterhead'; readonly programme: Letterhead }
  /** Two pages of what a signed report says. */
  | { readonly kind: 'short-report'; readonly model: ReportModel }
  | { readonly kind: 'response'; readonly response: ResponsePage };
