import type { Counting } from '#shared/domain/coverage/counting.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import { applicationGuideOf } from './application.ts';

/** What decides, besides the pack's rules, what of this portfolio counts. */
export const countingOf = (
  pack: GuidancePack,
  { targetDate, breaks, workingTime }: Pick<Portfolio, 'targetDate' | 'breaks' | 'workingTime'>,
): Counting => ({
  targetDate,
  ...(breaks === undefined ? {} : { breaks }),
  ...(workingTime === undefined ? {} : { workingTime }),
  notVerified: applicationGuideOf(pack).notVerified.types,
});
