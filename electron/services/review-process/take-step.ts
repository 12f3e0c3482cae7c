import { daysAfter, daysBetween, type IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Review } from '#shared/domain/review.ts';
import { refusalOf, type StepRefusal } from '#shared/domain/review-process/allowed.ts';
import { tipOf } from '#shared/domain/review-process/chain.ts';
import { mayTake } from '#shared/domain/review-process/rights.ts';
import type { Snapshot } from '#shared/domain/review-process/snapshot.ts';
import type { Standing } from '#shared/domain/review-process/standing.ts';
import type { ReviewStep, StepInput } from '#shared/domain/review-process/step.ts';
import type { Change, PortfolioRecords, PortfolioStore, Ports } from '../ports.ts';
import { lateItems, presentItems } from './late.ts';
import { handedInFor, reportFor } from './where.ts';

export type Taking = {
  readonly store: PortfolioStore;
  readonly review: Review;
  readonly standing: Standing;
  readonly by: ReviewStep['by'];
  readonly step: StepInput;
};
export type Taken = { readonly step: ReviewStep; readonly changes: readonly Change<PortfolioRecords>[] };

const refused = (why: StepRefusal, { standing }: Taking) =>
  failure('REVIEW_STEP', { why, state: standing.state });

/** What is handed in now, as a record. */
function snapshotNow(ports: Ports, { store, review }: Taking): Snapshot {
  const { entries, hash } = store.head();
  const report = reportFor(store, review);
  const [head] = report?.state === 'sealed' ? store.heads('supervisorReports', report.id) : [];
  return {
    id: ports.newId(),
    review: review.id,
    at: ports.clock.now().toISOString(),
    journal: { entries, hash },
    on: review.heldOn,
    items: presentItems(store),
    report: report === undefined || head === undefined ? null : { id: report.id, revision: head.revision },
  };
}

/** The draft that stands in place of a signed review: what it said, without its signatures. */
function draftAfter(ports: Ports, { review }: Taking, next: Id, step: StepInput): Review {
  const at = ports.clock.now().toISOString();
  const { kind } = step;
  if (kind !== 'withdraw' && kind !== 'amend') throw failure('INVALID', { issues: [] });
  return {
    ...review,
    id: next,
    state: 'drafted',
    signOff: null,
    follows: {
      review: review.id,
      how: kind === 'amend' ? 'amended' : 'withdrawn',
      reason: step.reason,
      authority: kind === 'amend' ? step.authority : '',
    },
    createdAt: at,
    updatedAt: at,
  };
}

/** The review on its new day; what was planned around it keeps its distance. */
function replanned(ports: Ports, { review }: Taking, heldOn: IsoDate): Review {
  const { rules } = review;
  const days = daysBetween(review.heldOn, heldOn);
  const moved = (date: IsoDate) => daysAfter(date, days);
  return {
    ...review,
    heldOn,
    ...(rules === undefined
      ? {}
      : {
          rules: {
            ...rules,
            evidenceBy: moved(rules.evidenceBy),
            window: { from: moved(rules.window.from), to: moved(rules.window.to) },
          },
        }),
    updatedAt: ports.clock.now().toISOString(),
  };
}

const save = (value: ReviewStep): Change<PortfolioRecords> => ({ collection: 'steps', id: value.id, value });
const saveReview = (value: Review): Change<PortfolioRecords> => ({
  collection: 'reviews',
  id: value.id,
  value,
});
const saveSnapshot = (value: Snapshot): Change<PortfolioRecords> => ({
  collection: 'snapshots',
  id: value.id,
  value,
});

/**
 * What taking a step would write down. Nothing is written. Fails with REVIEW_STEP where the review does not stand where
 * this step can be taken, or it is not this person's.
 */
export function planStep(ports: Ports, taking: Taking): Taken {
  const { store, review, standing, by, step } = taking;
  const why = refusalOf(standing, step.kind, ports.clock.today());
  if (why !== null) throw refused(why, taking);
  if (!mayTake(by.role, step.kind)) throw refused('role', taking);
  const taken = {
    id: ports.newId(),
    review: review.id,
    after: standing.head,
    at: ports.clock.now().toISOString(),
    by,
  };
  switch (step.kind) {
    case 'submit': {
      const snapshot = snapshotNow(ports, taking);
      const { withoutReport, ...rest } = step;
      if (snapshot.report === null && withoutReport === undefined) throw refused('no-report', taking);
      const told = snapshot.report !== null || withoutReport === undefined ? rest : step;
      const made: ReviewStep = { ...taken, ...told, snapshot: snapshot.id };
      return { step: made, changes: [saveSnapshot(snapshot), save(made)] };
    }
    case 'admit-late': {
      const before = handedInFor(ports, store, review);
      if (before !== undefined && lateItems(store, before.snapshot).length === 0)
        throw refused('nothing-late', taking);
      const snapshot = snapshotNow(ports, taking);
      const made: ReviewStep = { ...taken, ...step, snapshot: snapshot.id };
      return { step: made, changes: [saveSnapshot(snapshot), save(made)] };
    }
    case 'withdraw':
    case 'amend': {
      const next = ports.newId();
      const made: ReviewStep = { ...taken, ...step, next };
      return { step: made, changes: [save(made), saveReview(draftAfter(ports, taking, next, step))] };
    }
    case 'postpone': {
      const made: ReviewStep = { ...taken, ...step };
      const { heldOn } = step;
      const changes = heldOn === null ? [] : [saveReview(replanned(ports, taking, heldOn))];
      return { step: made, changes: [save(made), ...changes] };
    }
    case 'settle': {
      if (!standing.contested.some(({ id }) => id === step.keeps)) throw refused('not-one-of-them', taking);
      const own = [...store.all('steps').values()].filter((one) => one.review === review.id);
      const made: ReviewStep = { ...taken, ...step, after: tipOf(own, standing.contested, step.keeps) };
      return { step: made, changes: [save(made)] };
    }
    default: {
      const made: ReviewStep = { ...taken, ...step };
      return { step: made, changes: [save(made)] };
    }
  }
}
