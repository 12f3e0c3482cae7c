import type { RatingLevel } from '#shared/domain/supervision/rating.ts';

/** How far somebody is trusted with a capability. */
export const ratingWords: Record<RatingLevel, { readonly title: string; readonly meaning: string }> = {
  'not-shown': { title: 'Not shown yet', meaning: 'Nothing to judge it by so far.' },
  observe: { title: '1: observes', meaning: 'Watches others do it.' },
  direct: { title: '2: with direct supervision', meaning: 'The supervisor is there.' },
  indirect: { title: '3: with indirect supervision', meaning: 'The supervisor can be reached.' },
  independent: { title: '4: without supervision', meaning: 'As a consultant or GP would.' },
};
