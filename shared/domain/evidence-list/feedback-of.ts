import type { Id } from '../ids.ts';
import type { FeedbackState } from '../supervision/feedback-states.ts';

/** Where an item stands with those who look at it. Asked for each item of a list: it has to be known, not worked out. */
export type FeedbackOf = (id: Id) => FeedbackState;

export const noFeedback: FeedbackOf = () => 'none';
