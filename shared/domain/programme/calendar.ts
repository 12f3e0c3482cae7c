import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { processStateSchema } from '../review-process/states.ts';
import type { DeadlineSettings } from './deadline-settings.ts';
import { type DeadlineKind, deadlineSchema, deadlinesOf } from './deadlines.ts';
import type { DoctorFacts, ReviewFacts } from './facts.ts';
import { onLeave } from './leave.ts';

/**
 * `past`: a day that came by itself. `off`: the panel is not held, or postponed to a day nobody knows yet. `away`: late,
 * and the doctor is on leave.
 */
export const entryStandings = ['done', 'late', 'ahead', 'past', 'off', 'away'] as const;
export type EntryStanding = (typeof entryStandings)[number];

export const calendarEntrySchema = deadlineSchema.extend({
  portfolioId: idSchema,
  doctor: z.string(),
  specialty: z.string(),
  review: idSchema,
  state: processStateSchema,
  heldOn: isoDateSchema,
  place: z.string(),
  standing: z.enum(entryStandings),
});
export type CalendarEntry = Readonly<z.output<typeof calendarEntrySchema>>;

const isOff = ({ standing }: ReviewFacts): boolean =>
  standing.state === 'not-held' || standing.state === 'postponed';

/** Whether what a day is for has been done; null: it comes by itself. */
function isDone({ review, standing, report, releasedOn }: ReviewFacts, kind: DeadlineKind): boolean | null {
  const { course } = standing;
  if (kind === 'request-evidence') return course.phase !== 'planned';
  if (kind === 'request-report') return report !== 'none';
  if (kind === 'evidence-in') return course.everSubmitted || review.state !== 'scheduled';
  if (kind === 'sign') return review.state === 'signed';
  if (kind === 'release') return releasedOn !== null;
  return null;
}

function standingOf(facts: ReviewFacts, kind: DeadlineKind, on: IsoDate, away: boolean, today: IsoDate) {
  if (isOff(facts)) return 'off';
  const done = isDone(facts, kind);
  if (done === true) return 'done';
  if (on >= today) return 'ahead';
  if (done === null) return 'past';
  return away && kind === 'evidence-in' ? 'away' : 'late';
}

/** Every day of a doctor's reviews, in order. */
export function calendarOf(
  { portfolioId, doctor, specialty, breaks, reviews }: DoctorFacts,
  settings: DeadlineSettings,
  today: IsoDate,
): readonly CalendarEntry[] {
  const away = onLeave(breaks, today);
  return reviews.flatMap((facts) => {
    const { review, standing } = facts;
    return deadlinesOf(review, standing, settings).map((deadline) => ({
      ...deadline,
      portfolioId,
      doctor,
      specialty,
      review: review.id,
      state: standing.state,
      heldOn: review.heldOn,
      place: review.place,
      standing: standingOf(facts, deadline.kind, deadline.on, away, today),
    }));
  });
}

export const byDay = (a: CalendarEntry, b: CalendarEntry): number =>
  a.on.localeCompare(b.on) ||
  Number(b.kind === 'panel') - Number(a.kind === 'panel') ||
  a.doctor.localeCompare(b.doctor, 'en-GB');
