import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { type MemberStanding, quorumOf, standingsOf } from '#shared/domain/panel/members.ts';
import { missingBeforeSigning, type Review } from '#shared/domain/review.ts';
import type { AheadFacts } from '#shared/domain/review-process/ahead.ts';
import { lineageOf } from '#shared/domain/review-process/current.ts';
import { isOldReport } from '#shared/domain/review-process/report-age.ts';
import type { Snapshot } from '#shared/domain/review-process/snapshot.ts';
import { type Standing, stateOf } from '#shared/domain/review-process/standing.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

export function reviewIn(store: PortfolioStore, id: Id): Review {
  const review = store.get('reviews', id);
  if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
  return review;
}

/** Where a review stands, by what this vault has. */
export const standingIn = (
  { clock }: Pick<Ports, 'clock'>,
  store: PortfolioStore,
  review: Review,
): Standing => stateOf(review, store.all('steps').values(), clock.today());

const lineage = (store: PortfolioStore, review: Review) =>
  lineageOf(review, (id) => store.get('reviews', id));

/** What was handed in for a review, or for the one it stands in place of, with the step that did. */
export function handedInFor(
  ports: Pick<Ports, 'clock'>,
  store: PortfolioStore,
  review: Review,
): { readonly snapshot: Snapshot; readonly submit: ReviewStep | undefined } | undefined {
  for (const one of lineage(store, review)) {
    const { course, steps } = standingIn(ports, store, one);
    const snapshot = course.snapshot === null ? undefined : store.get('snapshots', course.snapshot);
    if (snapshot !== undefined) return { snapshot, submit: steps.findLast(({ kind }) => kind === 'submit') };
  }
  return undefined;
}

/** The review the members' sheets belong to: itself, or the first of those it stands in place of. */
export const sheetsOf = (store: PortfolioStore, review: Review): Review =>
  lineage(store, review).at(-1) ?? review;

/** Where every member of the panel stands. */
export function membersIn(store: PortfolioStore, review: Review): readonly MemberStanding[] {
  const { id } = sheetsOf(store, review);
  return standingsOf({ id, panel: review.panel }, store.all('sheets').values(), {
    doctor: portfolioOf(store).doctor,
    supervisor: reportFor(store, review)?.author ?? null,
  });
}

/** The report the supervisor wrote for a review: a sealed one before a draft, the newest first. */
export function reportFor(store: PortfolioStore, review: Review): SupervisorReport | undefined {
  const ids = new Set(lineage(store, review).map(({ id }) => id));
  const sealed = ({ state }: SupervisorReport) => (state === 'sealed' ? 1 : 0);
  return [...store.all('supervisorReports').values()]
    .filter((report) => report.review !== null && ids.has(report.review))
    .sort((a, b) => sealed(b) - sealed(a) || b.updatedAt.localeCompare(a.updatedAt))[0];
}

export function reportStanding(store: PortfolioStore, review: Review): ProcessView['report'] {
  const report = reportFor(store, review);
  if (report === undefined) return { state: 'none', id: null, author: '', sealedOn: null, old: false };
  const { state, id, author, sealedOn } = report;
  return {
    state,
    id,
    author: author.name,
    sealedOn,
    old: sealedOn !== null && isOldReport(sealedOn, review.heldOn),
  };
}

export function aheadFacts(
  { clock }: Pick<Ports, 'clock'>,
  { store, pack }: OpenPortfolio,
  review: Review,
): AheadFacts {
  const codes = pack.capabilities.map(({ code }) => code);
  return {
    report: reportFor(store, review)?.state ?? 'none',
    signing: missingBeforeSigning(review, codes, clock.today()),
    quorum: quorumOf(membersIn(store, review), review.rules?.quorum ?? 0),
  };
}
