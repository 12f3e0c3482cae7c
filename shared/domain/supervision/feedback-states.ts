/** Where an item stands with those who look at it. `changed`: there is feedback, and the item is another since. */
export const feedbackStates = ['none', 'seen', 'accepted', 'returned', 'changed'] as const;
export type FeedbackState = (typeof feedbackStates)[number];
