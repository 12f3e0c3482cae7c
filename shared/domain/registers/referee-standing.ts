import { z } from 'zod';
import type { EveryRule } from '../application-rules.ts';
import { type IsoDate, yearsBefore } from '../dates.ts';
import { idSchema } from '../ids.ts';
import type { Referee } from './referee.ts';

export const refereeWarnings = [
  'no-consent',
  'no-cv',
  'not-on-register',
  'too-long-ago',
  'date-unknown',
] as const;
export type RefereeWarning = (typeof refereeWarnings)[number];
const count = z.number().int().nonnegative();

export const refereeStandingSchema = z.strictObject({
  have: count,
  need: count,
  kinds: z.array(z.strictObject({ id: z.string(), title: z.string(), have: count, need: count })).readonly(),
  warnings: z.array(z.strictObject({ refereeId: idSchema, kind: z.enum(refereeWarnings) })).readonly(),
});
export type RefereeStanding = Readonly<z.output<typeof refereeStandingSchema>>;

/** The referees against the guidance's rule: how many, of which kinds, and what is still to be done with each. */
export function refereeStanding(
  referees: readonly Referee[],
  rule: EveryRule['referees'],
  likely: IsoDate,
): RefereeStanding {
  const since =
    rule.workedTogetherWithinYears === null ? null : yearsBefore(likely, rule.workedTogetherWithinYears);
  const warnings = referees.flatMap((referee): RefereeStanding['warnings'] => {
    const { id, consentOn, cvGivenOn, onRegister, lastWorkedTogether } = referee;
    const kinds: RefereeWarning[] = [];
    if (consentOn === null) kinds.push('no-consent');
    if (cvGivenOn === null) kinds.push('no-cv');
    if (!onRegister) kinds.push('not-on-register');
    if (since !== null && lastWorkedTogether === null) kinds.push('date-unknown');
    if (since !== null && lastWorkedTogether !== null && lastWorkedTogether < since)
      kinds.push('too-long-ago');
    return kinds.map((kind) => ({ refereeId: id, kind }));
  });
  return {
    have: referees.length,
    need: rule.atLeast,
    kinds: rule.kinds.map(({ id, title, atLeast }) => ({
      id,
      title,
      need: atLeast,
      have: referees.filter(({ kinds }) => kinds.includes(id)).length,
    })),
    warnings,
  };
}
