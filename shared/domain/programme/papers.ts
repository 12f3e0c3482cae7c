import type { IsoDate } from '../dates.ts';
import { type Id, idSchema } from '../ids.ts';
import type { ReportModel } from '../report-model.ts';
import type { Action, OutcomeOption, PanelRole } from '../review.ts';
import type { PersonOnRecord } from '../supervision/person.ts';

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

/** A request to sign evidence off, to be printed, filled in by hand, and scanned. */
export type SignOffForm = {
  /** What ties the scan to its request. */
  readonly code: string;
  readonly doctor: { readonly name: string; readonly gmcNumber: string | null };
  readonly employer: string;
  readonly specialty: string;
  readonly assessor: PersonOnRecord;
  readonly note: string;
  readonly sentOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly sample: boolean;
  readonly madeBy: string;
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    readonly type: string;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
    readonly place: string;
    readonly files: number;
    readonly capabilities: readonly {
      readonly code: string;
      readonly title: string;
      readonly shows: string;
    }[];
  }[];
};

/** What a panel fills in by hand. Blank where there is no review: from the guidance alone. */
export type PanelForm = {
  readonly review: Id | null;
  /** Read out and written down in place of the review's id; empty for a blank form. */
  readonly short: string;
  readonly doctor: {
    readonly name: string;
    readonly gmcNumber: string | null;
    readonly employer: string;
  } | null;
  readonly sample: boolean;
  readonly specialty: string;
  readonly capabilityName: string;
  readonly heldOn: IsoDate | null;
  readonly place: string;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly targetDate: IsoDate | null;
  /** How many items, in words; empty: not known. */
  readonly evidence: string;
  readonly panel: readonly { readonly name: string; readonly role: PanelRole }[];
  readonly previousActions: readonly Pick<Action, 'what' | 'owner' | 'dueOn' | 'capability'>[];
  readonly capabilities: readonly { readonly code: string; readonly title: string; readonly facts: string }[];
  readonly outcomes: readonly OutcomeOption[];
  readonly madeOn: IsoDate;
  readonly madeBy: string;
  readonly programme?: Letterhead | undefined;
};

/** What the code on a page of a panel's form says. */
export const panelFormCode = (review: Id, page: number): string => `waymark:form:${review}:${page}`;

/** The review and page a code names; undefined for any other code. */
export function readPanelFormCode(code: string): { readonly review: Id; readonly page: number } | undefined {
  const [, review = '', page = ''] = /^waymark:form:([0-9a-f-]{36}):(\d{1,3})$/.exec(code) ?? [];
  return idSchema.safeParse(review).success ? { review, page: Number(page) } : undefined;
}

/** The beginning of a review's id, as people read it out. */
export const shortOfReview = (review: Id): string =>
  review
    .replaceAll('-', '')
    .slice(0, 8)
    .toUpperCase()
    .replace(/(.{4})/, '$1 ');

/** What is printed under a programme's letterhead. Each kind has a template of its name. */
export type ProgrammePaper =
  /** The head alone: how it looks, and whether its picture can be drawn. */
  | { readonly kind: 'letterhead'; readonly programme: Letterhead }
  /** Two pages of what a signed report says. */
  | { readonly kind: 'short-report'; readonly model: ReportModel }
  | { readonly kind: 'response'; readonly response: ResponsePage }
  | { readonly kind: 'sign-off-form'; readonly programme: Letterhead; readonly form: SignOffForm }
  | { readonly kind: 'panel-form'; readonly form: PanelForm };
