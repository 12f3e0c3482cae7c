import type { Issue } from '#shared/domain/failure-codes.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Action, OutcomeOption, Review, ReviewConclusion } from '#shared/domain/review.ts';

type Around = {
  readonly review: Review;
  readonly pack: GuidancePack;
  /** The programme's list. */
  readonly offered: readonly OutcomeOption[];
  /** Actions the review can follow up. */
  readonly previous: readonly Action[];
};

/**
 * What the schema alone cannot see of a conclusion, so that nothing can be signed that nobody could have chosen: an
 * outcome that is not the programme's, a capability of no pack, a follow-up of nothing, a next review in the past.
 * An outcome the review already has stays allowed when the list changes later.
 */
export function conclusionIssues(conclusion: ReviewConclusion, around: Around): readonly Issue[] {
  const { review, pack, offered, previous } = around;
  const issues: Issue[] = [];
  const { outcome, nextReviewOn } = conclusion;
  const same = (option: OutcomeOption | null) =>
    option !== null &&
    option.id === outcome?.id &&
    option.name === outcome.name &&
    option.meaning === outcome.meaning &&
    option.likeness === outcome.likeness;
  if (outcome !== null && !same(review.outcome) && !offered.some(same)) {
    issues.push({ path: ['conclusion', 'outcome'], code: 'unknown-outcome' });
  }
  if (nextReviewOn !== null && nextReviewOn <= review.heldOn) {
    issues.push({ path: ['conclusion', 'nextReviewOn'], code: 'before-review' });
  }
  const codes = new Set(pack.capabilities.map(({ code }) => code));
  conclusion.actions.forEach(({ capability }, at) => {
    if (capability === null || codes.has(capability)) return;
    issues.push({ path: ['conclusion', 'actions', at, 'capability'], code: 'unknown-capability' });
  });
  const known = new Set(previous.map(({ id }) => id));
  conclusion.followUps.forEach(({ action }, at) => {
    if (!known.has(action))
      issues.push({ path: ['conclusion', 'followUps', at, 'action'], code: 'unknown-action' });
  });
  return issues;
}
