import type { IsoDate } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { Break } from '../portfolio.ts';
import type { Review } from '../review.ts';
import { currentReviews, lineageOf } from '../review-process/current.ts';
import { type Standing, stateOf } from '../review-process/standing.ts';
import type { ReviewStep } from '../review-process/step.ts';
import { type ListedAction, listActions } from '../supervision/action-list.ts';
import type { SignOffRequest } from '../supervision/request.ts';
import type { SupervisorReport } from '../supervision/supervisor-report.ts';
import type { TrackedAction } from '../supervision/tracked-action.ts';

/** One review that counts, with where it stands. */
export type ReviewFacts = {
  readonly review: Review;
  readonly standing: Standing;
  /** The day its outcome could first be read by the doctor, before any amendment; null: not yet. */
  readonly releasedOn: IsoDate | null;
  /** The first of the line of reviews it stands in place of; itself where it stands in place of none. */
  readonly root: Pick<Review, 'id' | 'createdAt'>;
  /** What is known of the supervisor's report for it. */
  readonly report: 'sealed' | 'draft' | 'asked' | 'none';
  /** The day the supervisor was asked, or began; null: neither. */
  readonly reportSince: IsoDate | null;
};

/** What a programme needs to know of one doctor's portfolio. */
export type DoctorFacts = {
  readonly portfolioId: Id;
  readonly doctor: string;
  readonly specialty: string;
  /** The day this portfolio was begun: the first year counts from there. */
  readonly joinedOn: IsoDate;
  readonly breaks: readonly Break[];
  /** Neither withdrawn nor amended, in order of their days. */
  readonly reviews: readonly ReviewFacts[];
  readonly actions: readonly ListedAction[];
};

const dayOf = (instant: string): IsoDate => instant.slice(0, 10);

/** A report for this very review, or one for no review yet that was written within its period. */
const isFor = ({ id, period }: Review, report: SupervisorReport): boolean =>
  report.review === id || (report.review === null && report.period.to >= period.from);

function reportOf(
  review: Review,
  reports: readonly SupervisorReport[],
  requests: readonly SignOffRequest[],
): Pick<ReviewFacts, 'report' | 'reportSince'> {
  const own = reports.filter((report) => isFor(review, report));
  if (own.some(({ state }) => state === 'sealed')) return { report: 'sealed', reportSince: null };
  const asked = requests
    .filter(({ kind, review: for_, state }) => kind === 'report' && for_ === review.id && state === 'open')
    .map(({ sentOn }) => sentOn);
  const begun = own.map(({ createdAt }) => dayOf(createdAt));
  const [since = null] = [...asked, ...begun].sort();
  return { report: begun.length > 0 ? 'draft' : asked.length > 0 ? 'asked' : 'none', reportSince: since };
}

export type Records = {
  readonly reviews: readonly Review[];
  readonly steps: readonly ReviewStep[];
  readonly reports: readonly SupervisorReport[];
  readonly requests: readonly SignOffRequest[];
  readonly tracked: readonly TrackedAction[];
};

/** Brings together what a portfolio's records say, as of `today`. */
export function doctorFacts(
  about: Omit<DoctorFacts, 'reviews' | 'actions'>,
  { reviews, steps, reports, requests, tracked }: Records,
  today: IsoDate,
): DoctorFacts {
  const current = currentReviews(reviews, steps);
  const find = (id: Id) => reviews.find((review) => review.id === id);
  const firstRelease = (review: Review): IsoDate | null => {
    const days = lineageOf(review, find).flatMap((one) => {
      if (one.rules === undefined) return one.signOff === null ? [] : [dayOf(one.signOff.signedAt)];
      return stateOf(one, steps, today).released?.on ?? [];
    });
    return days.sort()[0] ?? null;
  };
  return {
    ...about,
    reviews: current
      .map((review) => ({
        review,
        standing: stateOf(review, steps, today),
        releasedOn: firstRelease(review),
        root: lineageOf(review, find).at(-1) ?? review,
        ...reportOf(review, reports, requests),
      }))
      .sort((a, b) => a.review.heldOn.localeCompare(b.review.heldOn)),
    actions: listActions(current, tracked, today),
  };
}
