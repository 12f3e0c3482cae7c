import { z } from 'zod';
import { daysAfter, type IsoDate, isoDateSchema, monthEnd, yearsBefore } from '../dates.ts';
import { type Clock, createClock, horizonOf, type WorkingLife } from './clock.ts';

/** How the plan stands. `on-break`: the clock stands still, and nobody is behind. `no-plan`: no rule, or no working day. */
export const paceStandings = ['on-pace', 'behind', 'on-break', 'past-target', 'no-plan'] as const;

export const pacePointSchema = z.strictObject({
  /** The last day of a month, today, or the target date. */
  on: isoDateSchema,
  /** Counts met by then; null for what lies ahead. */
  met: z.number().int().nullable(),
  /** Where an even pace would be; null before the plan began. */
  expected: z.number().nullable(),
  /** Items that count, begun by then; null for what lies ahead. */
  items: z.number().int().nullable(),
});
export const paceSchema = z.strictObject({
  today: isoDateSchema,
  /** The day the portfolio was begun: from there the plan goes evenly to all counts on the target date. */
  startedOn: isoDateSchema,
  targetDate: isoDateSchema,
  rules: z.number().int(),
  met: z.number().int(),
  /** On an even pace, today. */
  expected: z.number().nullable(),
  standing: z.enum(paceStandings),
  points: z.array(pacePointSchema).readonly(),
});
export type Pace = Readonly<z.output<typeof paceSchema>>;

function pointDays(from: IsoDate, today: IsoDate, targetDate: IsoDate): readonly IsoDate[] {
  const target = horizonOf(today, targetDate);
  const last = target > today ? target : today;
  const days = new Set<IsoDate>([today, target]);
  for (let day = monthEnd(from); day <= last; day = monthEnd(daysAfter(day, 1))) days.add(day);
  return [...days].sort();
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** How many of these sorted days are not after `day`. */
function reached(days: readonly IsoDate[], day: IsoDate): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function standingOf(at: {
  readonly clock: Clock;
  readonly today: IsoDate;
  readonly targetDate: IsoDate;
  readonly met: number;
  readonly expected: number | null;
}): Pace['standing'] {
  const { clock, today, targetDate, met, expected } = at;
  if (clock.onBreak(today)) return 'on-break';
  if (today > targetDate) return 'past-target';
  if (expected === null) return 'no-plan';
  return met >= Math.floor(expected) ? 'on-pace' : 'behind';
}

/**
 * Counts met over time beside an even pace from the start to the target date. Only working time moves the plan: breaks
 * stop it, part-time days move it less.
 * @param metOn for each rule the day its count was met @param itemDays the days items that count began
 */
export function paceOf(
  {
    startedOn,
    today,
    targetDate,
    life,
  }: {
    readonly startedOn: IsoDate;
    readonly today: IsoDate;
    readonly targetDate: IsoDate;
    readonly life: WorkingLife;
  },
  metOn: readonly (IsoDate | null)[],
  itemDays: readonly IsoDate[],
): Pace {
  const clock = createClock(life, true);
  const met = metOn.filter((day) => day !== null).sort();
  const items = itemDays.toSorted();
  const atStart = reached(met, startedOn);
  const whole = clock.daysWorked(startedOn, targetDate, today);
  const expectedAt = (day: IsoDate): number | null => {
    if (metOn.length === 0 || whole <= 0 || day < startedOn) return null;
    const share = Math.min(1, clock.daysWorked(startedOn, day, today) / whole);
    return rounded(atStart + (metOn.length - atStart) * share);
  };
  const first = startedOn < today ? startedOn : today;
  // A year before the start is shown, so that a new portfolio's line does not begin from nowhere.
  const shownFrom = yearsBefore(first, 1);
  const expected = expectedAt(today);
  return {
    today,
    startedOn,
    targetDate,
    rules: metOn.length,
    met: met.length,
    expected,
    standing: standingOf({ clock, today, targetDate, met: met.length, expected }),
    points: pointDays(shownFrom, today, targetDate).map((on) => ({
      on,
      met: on > today ? null : reached(met, on),
      expected: expectedAt(on),
      items: on > today ? null : reached(items, on),
    })),
  };
}
