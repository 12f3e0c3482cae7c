import type { IsoDate } from '../dates.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Break, Portfolio, WorkingTime } from '../portfolio.ts';
import { windowStart } from './window.ts';

/** How a doctor's time passed: when the clock stood still, and when it ran slower. */
export type WorkingLife = Pick<Portfolio, 'breaks' | 'workingTime'>;

/** Counts time as guidance counts it. An open break is counted up to `today`: nobody knows yet when it ends. */
export type Clock = {
  /**
   * The first day that counts when evidence may be `years` old on `date`. Days of a break do not count towards those
   * years; where the years are whole-time ones, a day at 60 % counts as 0.6. Without either it is the calendar's.
   */
  readonly windowStart: (date: IsoDate, years: number, today: IsoDate) => IsoDate;
  /** Days of full-time work from `from` until the day before `to`. */
  readonly daysWorked: (from: IsoDate, to: IsoDate, today: IsoDate) => number;
  readonly onBreak: (today: IsoDate) => boolean;
};

const day = 86_400_000;
const dayOf = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`) / day;
const firstDay = dayOf('0001-01-01');
const dateOf = (number: number): IsoDate =>
  new Date(Math.max(firstDay, number) * day).toISOString().slice(0, 10);

/** Hundredths of a per cent, so that sums are whole numbers. */
const full = 10_000;

/** Days from `from` until the day before `until` that pass at one speed. */
type Stretch = { readonly from: number; readonly until: number; readonly speed: number };

function stretchesOf(breaks: readonly Break[], workingTime: readonly WorkingTime[], today: IsoDate) {
  const pauses = breaks
    .map(({ from, to }) => ({ from: dayOf(from), until: dayOf(to ?? (today > from ? today : from)) + 1 }))
    .filter(({ from, until }) => until > from);
  const speeds = workingTime
    .map(({ from, percent }) => ({ from: dayOf(from), speed: Math.round(percent * 100) }))
    .sort((a, b) => a.from - b.from);
  const edges = new Set<number>([
    Number.NEGATIVE_INFINITY,
    ...pauses.flatMap(({ from, until }) => [from, until]),
    ...speeds.map(({ from }) => from),
  ]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.map((from, at): Stretch => {
    const paused = pauses.some((pause) => pause.from <= from && from < pause.until);
    const speed = speeds.findLast((each) => each.from <= from)?.speed ?? full;
    return { from, until: sorted[at + 1] ?? Number.POSITIVE_INFINITY, speed: paused ? 0 : speed };
  });
}

/** @param wholeTime whether part-time days count for less; breaks stop every clock. */
export function createClock({ breaks = [], workingTime = [] }: WorkingLife, wholeTime: boolean): Clock {
  const speeds = wholeTime ? workingTime : [];
  let known: { readonly today: IsoDate; readonly stretches: readonly Stretch[] } | undefined;
  const stretches = (today: IsoDate) => {
    if (known?.today !== today) known = { today, stretches: stretchesOf(breaks, speeds, today) };
    return known.stretches;
  };
  return {
    windowStart: (date, years, today) => {
      const calendar = windowStart(date, years);
      if (breaks.length === 0 && speeds.length === 0) return calendar;
      const end = dayOf(date);
      let needed = (end - dayOf(calendar)) * full;
      for (const { from, until, speed } of stretches(today).toReversed()) {
        const last = Math.min(until, end);
        if (last <= from || speed === 0) continue;
        const days = Math.ceil(needed / speed);
        if (last - days >= from) return dateOf(last - days);
        needed -= (last - from) * speed;
      }
      return calendar;
    },
    daysWorked: (from, to, today) => {
      const [start, end] = [dayOf(from), dayOf(to)];
      const worked = stretches(today).reduce((sum, stretch) => {
        const days = Math.min(stretch.until, end) - Math.max(stretch.from, start);
        return days > 0 ? sum + days * stretch.speed : sum;
      }, 0);
      return worked / full;
    },
    onBreak: (today) => breaks.some(({ from, to }) => from <= today && (to === null || today <= to)),
  };
}

/** As far ahead as is looked, day by day or month by month: a target date may be mistyped as the year 9999. */
export const horizonOf = (today: IsoDate, targetDate: IsoDate): IsoDate => {
  const farthest = dateOf(dayOf(today) + 30 * 366);
  return targetDate < farthest ? targetDate : farthest;
};

/** The clock by which a pack's windows are measured for this doctor. */
export const clockOf = (pack: Pick<GuidancePack, 'window'>, life: WorkingLife): Clock =>
  createClock(life, pack.window.wholeTimeEquivalent);
