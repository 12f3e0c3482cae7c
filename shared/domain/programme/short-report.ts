import type { ReportModel } from '../report-model.ts';

/** What the two pages of a report's short form say. Nothing in it is not in the report. */
export type ShortReport = Pick<
  ReportModel,
  | 'title'
  | 'sample'
  | 'doctor'
  | 'targetDate'
  | 'outcome'
  | 'outcomeReason'
  | 'progressMade'
  | 'progressNeeded'
  | 'totals'
  | 'fingerprint'
  | 'madeBy'
  | 'programme'
  | 'amends'
> & {
  readonly specialty: string;
  readonly capabilityName: string;
  readonly heldOn: string;
  readonly place: string;
  readonly period: ReportModel['review']['period'];
  readonly nextReviewOn: string;
  readonly signer: string;
  readonly signedAt: string;
  readonly panel: readonly { readonly name: string; readonly role: string }[];
  readonly capabilities: readonly {
    readonly code: string;
    readonly title: string;
    readonly judgement: ReportModel['capabilities'][number]['judgement'];
    readonly met: number;
    readonly of: number;
  }[];
  readonly actions: readonly { readonly what: string; readonly owner: string; readonly dueOn: string }[];
  /** Actions there was no room for, and members of the panel. */
  readonly moreActions: number;
  readonly morePanel: number;
  readonly previous: { readonly open: number; readonly done: number; readonly dropped: number };
  /** Whether a text of it goes on in the report. */
  readonly cut: boolean;
};

/** How much of a long report goes in: from all that two pages mostly hold down to next to nothing. */
export const shortSizes = [1, 0.75, 0.55, 0.4, 0.28, 0.18, 0.1, 0.04] as const;

const lettersOfLine = 80;

/** The beginning of a text, up to the end of a word or line; the same text where it is short enough for that room. */
export function beginningOf(text: string, most: number): string {
  const lines = text.split('\n');
  const room = Math.ceil(most / lettersOfLine);
  if (text.length <= most && lines.length <= room) return text;
  const head = lines.slice(0, room).join('\n').slice(0, most);
  if (head.length < most) return `${head.trimEnd()} …`;
  const end = head.search(/\s\S*$/);
  return `${(end > most / 2 ? head.slice(0, end) : head).replace(/[\uD800-\uDBFF]$/, '').trimEnd()} …`;
}

/** @param size of `shortSizes`. */
export function shortReportOf(model: ReportModel, size: number): ShortReport {
  const { review, guidance, signing } = model;
  const room = (most: number) => Math.max(40, Math.round(most * size));
  const texts = {
    outcomeReason: beginningOf(model.outcomeReason, room(900)),
    progressMade: beginningOf(model.progressMade, room(1300)),
    progressNeeded: beginningOf(model.progressNeeded, room(1300)),
  };
  const actions = model.actions.slice(0, Math.max(1, Math.round(12 * size)));
  const panel = review.panel.slice(0, Math.max(3, Math.round(12 * size)));
  const counted = (status: 'open' | 'done' | 'dropped') =>
    model.previousActions.filter((action) => action.status === status).length;
  // Below half, a title would stand on many lines of a narrow column.
  const titled = size > 0.1 && model.capabilities.length <= 40;
  return {
    title: model.title,
    sample: model.sample,
    doctor: model.doctor,
    targetDate: model.targetDate,
    outcome: model.outcome,
    totals: model.totals,
    fingerprint: model.fingerprint,
    madeBy: model.madeBy,
    ...(model.programme === undefined ? {} : { programme: model.programme }),
    ...(model.amends === undefined
      ? {}
      : { amends: { ...model.amends, reason: beginningOf(model.amends.reason, room(500)) } }),
    ...texts,
    specialty: guidance.specialty,
    capabilityName: guidance.capabilityName,
    heldOn: review.heldOn,
    place: review.place,
    period: review.period,
    nextReviewOn: review.nextReviewOn,
    signer: signing.signer,
    signedAt: signing.at,
    panel: panel.map(({ name, role }) => ({ name, role })),
    capabilities: model.capabilities.map(({ code, title, judgement, rules }) => ({
      code,
      title: titled ? beginningOf(title, Math.max(24, Math.round(90 * size))) : '',
      judgement,
      met: rules.filter(({ met }) => met).length,
      of: rules.length,
    })),
    actions: actions.map(({ what, owner, dueOn }) => ({ what: beginningOf(what, room(240)), owner, dueOn })),
    moreActions: model.actions.length - actions.length,
    morePanel: review.panel.length - panel.length,
    previous: { open: counted('open'), done: counted('done'), dropped: counted('dropped') },
    cut: Object.entries(texts).some(([key, text]) => text !== model[key as keyof typeof texts]),
  };
}
