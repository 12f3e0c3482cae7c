import type { Id } from '#shared/domain/ids.ts';
import type { Action, Review } from '#shared/domain/review.ts';
import { chainOf } from '#shared/domain/review-process/chain.ts';
import { type HandedIn, handedIn } from '#shared/domain/review-process/handed-in.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import type { Became, ReportSurroundings } from '../ports/reporting.ts';
import type { OpenVault } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { programmeOf } from './letterhead.ts';

type Store = OpenPortfolio['store'];

/** Those that hold, in order. */
export const stepsOf = (store: Store, review: Id): readonly ReviewStep[] =>
  chainOf([...store.all('steps').values()].filter((step) => step.review === review)).steps;

/** The steps of a review, those of the one it stands in place of before its own. */
export function stepsUpTo(store: Store, review: Review, depth = 0): readonly ReviewStep[] {
  const own = stepsOf(store, review.id);
  const before = review.follows === undefined ? undefined : store.get('reviews', review.follows.review);
  return before === undefined || depth > 20 ? own : [...stepsUpTo(store, before, depth + 1), ...own];
}

export function letterheadNow(vault: OpenVault): Pick<ReportSurroundings, 'programme'> {
  const { name, trust, logo } = programmeOf(vault);
  if (name === '' && trust === '' && logo === null) return {};
  if (logo === null) return { programme: { name, trust, logo } };
  const { base64: _, ...facts } = logo;
  return { programme: { name, trust, logo: facts } };
}

/** What members declared; their own judgements and notes stay with the panel. */
function interests(store: Store, review: Review): Pick<ReportSurroundings, 'interests'> {
  const sheets = [...store.all('sheets').values()].filter((sheet) => sheet.review === review.id);
  const declared = review.panel.flatMap(({ id }) => {
    const interest = sheets.find(({ member }) => member === id)?.interest ?? null;
    return interest === null ? [] : [{ member: id, ...interest }];
  });
  return declared.length === 0 ? {} : { interests: declared };
}

function amends(store: Store, { follows }: Review): Pick<ReportSurroundings, 'amends'> {
  if (follows === undefined) return {};
  const signOff = store.get('reviews', follows.review)?.signOff ?? null;
  return {
    amends: {
      ...follows,
      signedAt: signOff?.signedAt ?? null,
      fingerprint: signOff?.fingerprint ?? null,
    },
  };
}

/** The sealed report handed in with the evidence; without a snapshot, the newest sealed one written for the review. */
function supervisorReport(
  store: Store,
  review: Review,
  given: HandedIn | undefined,
): Pick<ReportSurroundings, 'supervisorReport'> {
  const reports = [...store.all('supervisorReports').values()].filter(({ state }) => state === 'sealed');
  const report =
    given === undefined
      ? reports
          .filter((one) => one.review === review.id)
          .sort((a, b) => (a.sealedOn ?? '').localeCompare(b.sealedOn ?? ''))
          .at(-1)
      : reports.find(({ id }) => id === given.last.report?.id);
  if (report === undefined || report.sealedOn === null) return {};
  const { author, sealedOn, period, strengths, development, recommendation, recommendationReason } = report;
  const ratings = report.capabilities.flatMap(({ code, level }) => (level === null ? [] : [{ code, level }]));
  return {
    supervisorReport: {
      author,
      sealedOn,
      period,
      recommendation,
      recommendationReason,
      strengths,
      development,
      ratings,
    },
  };
}

function became(store: Store, actions: readonly Action[]): ReadonlyMap<Id, Became> {
  const followed = actions.flatMap(({ id }) => {
    const tracked = store.get('actions', id);
    if (tracked === undefined) return [];
    const { closedOn, closingNote, evidence, carriedOver } = tracked;
    const told: Became = {
      closedOn,
      note: closingNote,
      items: evidence,
      carriedTo: carriedOver.at(-1)?.to ?? null,
    };
    const untouched =
      closedOn === null && closingNote === '' && evidence.length === 0 && told.carriedTo === null;
    return untouched ? [] : [[id, told] as const];
  });
  return new Map(followed);
}

/** What the report of a review says besides the review itself, as far as this vault knows it. */
export function aroundReview(
  vault: OpenVault,
  { store }: OpenPortfolio,
  review: Review,
  previousActions: readonly Action[],
): ReportSurroundings {
  const given = handedIn(stepsUpTo(store, review), store.all('snapshots'));
  return {
    ...letterheadNow(vault),
    ...interests(store, review),
    ...amends(store, review),
    ...supervisorReport(store, review, given),
    ...(given === undefined
      ? {}
      : { submitted: { at: given.at, items: given.snapshot.items.length }, late: given.late }),
    became: became(store, previousActions),
  };
}
