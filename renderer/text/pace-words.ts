import type { Pace } from '#shared/domain/coverage/pace.ts';
import { ukDate } from '#shared/domain/dates.ts';
import { count } from './format.ts';

export const paceWords: Record<Pace['standing'], { readonly title: string; readonly meaning: string }> = {
  'on-pace': {
    title: 'On pace',
    meaning: 'At least as many counts are met as an even pace asks for by today.',
  },
  behind: {
    title: 'Behind an even pace',
    meaning: 'Fewer counts are met than an even pace asks for by today. Evidence often comes in bursts.',
  },
  'on-break': { title: 'On a break', meaning: 'The clock stands still: there is nothing to catch up with.' },
  'past-target': { title: 'Target date past', meaning: 'Choose another target date to plan again.' },
  'no-plan': { title: 'No plan', meaning: 'There is no count, or no working day before the target date.' },
};

/** `12 of 40 counts are met. An even pace would have 15 by today.` */
export function paceSentence({ met, rules, expected, standing, targetDate }: Pace): string {
  const have = `${met} of ${count(rules, 'count is', 'counts are')} met.`;
  if (standing === 'on-break') return `${have} You are on a break, and the plan waits for you.`;
  if (standing === 'past-target') return `${have} The target date, ${ukDate(targetDate)}, is past.`;
  return expected === null ? have : `${have} An even pace would have ${Math.floor(expected)} by today.`;
}
