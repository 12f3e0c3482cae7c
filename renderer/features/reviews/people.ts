import type { PanelMember, Review } from '#shared/domain/review.ts';

/** The panel's chair; the schema sees to it that there is one. */
export const chairOf = (review: Pick<Review, 'panel'>): PanelMember | undefined =>
  review.panel.find((member) => member.role === 'chair');
