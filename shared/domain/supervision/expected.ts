import { z } from 'zod';
import { daysAfter, daysBetween, type IsoDate, isoDateSchema, monthsAfter } from '../dates.ts';
import { certaintySchema } from '../pack-provenance.ts';
import { type Meeting, type MeetingKind, meetingKindSchema } from './meeting.ts';

const ruleSchema = z.strictObject({
  kind: meetingKindSchema,
  /** Counted from the day the portfolio was begun, from each year of it, or from the target date. */
  from: z.enum(['start', 'year', 'target']),
  /** Whole months later; earlier for a negative number. */
  months: z.number().int(),
  note: z.string(),
  certainty: certaintySchema,
  source: z.string(),
});

/** Which meetings a programme expects of a doctor's year. */
export const meetingRulesSchema = z.strictObject({
  meetings: z.array(ruleSchema).readonly(),
  /** A meeting of that kind this many days around its day is the one expected, and so long after it is still suggested. */
  withinDays: z.number().int().positive(),
  /** How many days before its day a meeting is suggested. */
  aheadDays: z.number().int().positive(),
});
export type MeetingRules = Readonly<z.output<typeof meetingRulesSchema>>;

export const expectedMeetingSchema = z.strictObject({
  kind: meetingKindSchema,
  dueOn: isoDateSchema,
  late: z.boolean(),
  note: z.string(),
  certainty: certaintySchema,
  source: z.string(),
});
export type ExpectedMeeting = Readonly<z.output<typeof expectedMeetingSchema>>;

type Life = { readonly startedOn: IsoDate; readonly targetDate: IsoDate };

/** The days a rule names, in the order of time, up to `until`. */
function daysOf(
  { from, months }: MeetingRules['meetings'][number],
  { startedOn, targetDate }: Life,
  until: IsoDate,
): readonly IsoDate[] {
  if (from === 'target') return [monthsAfter(targetDate, months)];
  if (from === 'start') return [monthsAfter(startedOn, months)];
  const days: IsoDate[] = [];
  for (let year = 0; ; year += 1) {
    const day = monthsAfter(startedOn, year * 12 + months);
    if (day > until) return days;
    days.push(day);
  }
}

/** Kinds that stand for each other when they fall together: the session six months in is the first year's middle. */
const sameTime: Readonly<Partial<Record<MeetingKind, MeetingKind>>> = { mid: 'six-month' };

/**
 * Meetings that are expected about now and for which none is planned or held. Soonest first.
 * @param meetings all of the portfolio's; cancelled ones count for nothing.
 */
export function expectedMeetings(
  rules: MeetingRules,
  life: Life,
  meetings: readonly Pick<Meeting, 'kind' | 'on' | 'state'>[],
  today: IsoDate,
): readonly ExpectedMeeting[] {
  const { withinDays, aheadDays } = rules;
  const until = daysAfter(today, aheadDays);
  const stands = meetings.filter(({ state }) => state !== 'cancelled');
  const isThere = (kind: MeetingKind, day: IsoDate) =>
    stands.some((meeting) => meeting.kind === kind && Math.abs(daysBetween(meeting.on, day)) <= withinDays);
  const all = rules.meetings.flatMap(({ kind, note, certainty, source, ...rule }) =>
    daysOf({ kind, note, certainty, source, ...rule }, life, until)
      .filter((dueOn) => dueOn <= until && daysBetween(dueOn, today) <= withinDays && !isThere(kind, dueOn))
      .map((dueOn) => ({ kind, dueOn, late: dueOn < today, note, certainty, source })),
  );
  const standsFor = ({ kind, dueOn }: ExpectedMeeting) => {
    const other = sameTime[kind];
    if (other === undefined) return false;
    const day = all.some(
      (one) => one.kind === other && Math.abs(daysBetween(one.dueOn, dueOn)) <= withinDays,
    );
    return day || isThere(other, dueOn);
  };
  return all
    .filter((expected) => !standsFor(expected))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.kind.localeCompare(b.kind));
}
