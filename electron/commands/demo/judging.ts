import type { Strength } from '#shared/domain/coverage/types.ts';
import type { Judgement, JudgementLevel } from '#shared/domain/review.ts';
import type { RatingLevel } from '#shared/domain/supervision/rating.ts';

const levels = {
  empty: 'limited',
  thin: 'limited',
  partial: 'developing',
  'counts-met': 'progressing',
} as const satisfies Record<Strength, JudgementLevel>;

const ratings = {
  empty: 'not-shown',
  thin: 'observe',
  partial: 'direct',
  'counts-met': 'indirect',
} as const satisfies Record<Strength, RatingLevel>;

const reasons: Record<JudgementLevel, string> = {
  progressing: 'Current evidence of several kinds, most of it verified, with the doctor’s own part clear.',
  developing: 'Relevant evidence is there; more variety and more verification would tell the whole story.',
  limited: 'Little current evidence. What there is counts for less by the target date.',
  'not-considered': 'Not considered at this review.',
};
const made: Record<JudgementLevel, string> = {
  progressing: 'The range grew since last year and stays current.',
  developing: 'A beginning was made, with evidence of one or two kinds.',
  limited: 'Little changed since last year.',
  'not-considered': '',
};
const needed: Record<JudgementLevel, string> = {
  progressing: 'Keep it up, and have the newest items verified.',
  developing: 'A second kind of evidence, by another assessor, within the year.',
  limited: 'A plan with dates, agreed with the supervisor within a month.',
  'not-considered': '',
};
const milder = { progressing: 'developing', developing: 'developing', limited: 'developing' } as const;

/** What the panel says of a capability, going by its counts alone: nobody in a demo reads. */
export function judgementOf(capability: string, strength: Strength): Judgement {
  const level = levels[strength];
  return {
    capability,
    level,
    reason: reasons[level],
    progressMade: made[level],
    progressNeeded: needed[level],
  };
}

/** What one member says of it for themselves: every third capability they see otherwise, so that there is something to compare. */
export function ownJudgementOf(
  capability: string,
  strength: Strength,
  { member, index }: { readonly member: number; readonly index: number },
): Omit<Judgement, 'agreedBy'> {
  const agreed = judgementOf(capability, strength);
  const level = agreed.level === 'not-considered' ? agreed.level : milder[agreed.level];
  return (member + index) % 3 === 0
    ? { ...agreed, level, reason: 'Seen with somewhat more weight on what is current.' }
    : agreed;
}

export const ratingOf = (strength: Strength): RatingLevel => ratings[strength];
