import { ukDate } from '#shared/domain/dates.ts';
import type { FailureData } from '#shared/domain/failure-codes.ts';
import { count } from './format.ts';
import { processStateWords, quorumNext, stepRefusalNext, stepRefusalWords } from './review-process-words.ts';

type Words = { readonly what: string; readonly safe: string; readonly next: string };
type OfReviews = 'REVIEW_STEP' | 'REVIEW_NOT_OPEN' | 'REVIEW_QUORUM';

/** What the steps of a review refuse. */
export const reviewProcessFailures: { readonly [C in OfReviews]: (data: FailureData[C]) => Words } = {
  REVIEW_STEP: ({ why, state }) => ({
    what: `${stepRefusalWords[why]} The review is ${processStateWords[state].title.toLowerCase()}`,
    safe: 'Nothing was changed.',
    next: stepRefusalNext[why],
  }),
  REVIEW_NOT_OPEN: ({ state, from, to }) => ({
    what: `The panel cannot write this now: the review is ${processStateWords[state].title.toLowerCase()}`,
    safe: 'Nothing was changed. What was written before is kept.',
    next:
      from === null || to === null
        ? 'Open the review to see what comes next.'
        : `The panel’s days are ${ukDate(from)} to ${ukDate(to)}, once evidence is handed in. The chair can change them on the review’s page.`,
  }),
  REVIEW_QUORUM: ({ needed, finished, unfinished, conflicts }) => ({
    what: `${count(needed, 'member')} must have judged before the chair signs, and ${finished === 0 ? 'none has' : finished === 1 ? '1 has' : `${finished} have`}`,
    safe: 'Nothing was signed. The draft is kept.',
    next: quorumNext(needed - finished, unfinished, conflicts),
  }),
};
