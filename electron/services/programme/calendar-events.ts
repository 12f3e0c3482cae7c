import { daysAfter } from '#shared/domain/dates.ts';
import { type CalendarEntry, calendarOf } from '#shared/domain/programme/calendar.ts';
import type { DeadlineSettings } from '#shared/domain/programme/deadline-settings.ts';
import type { DeadlineKind } from '#shared/domain/programme/deadlines.ts';
import type { DoctorFacts } from '#shared/domain/programme/facts.ts';
import type { CalendarEvent } from '../ports/calendar.ts';

const titles: Readonly<Record<DeadlineKind, string>> = {
  'request-evidence': 'Ask for evidence',
  'request-report': 'Ask for the supervisor’s report',
  'evidence-in': 'Evidence and supervisor’s report are in',
  'window-opens': 'The panel may begin to read',
  panel: 'Annual review: panel',
  'window-shuts': 'Last day to read and judge',
  sign: 'The chair has signed',
  release: 'The outcome is released',
  respond: 'Last day to ask for a second look',
};
const weekAndDay = [7 * 24 * 60, 24 * 60];

const secondsBetween = (from: string, to: string) =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));

/**
 * Days of reviews as calendars take them. An event's name comes from the first review of a line, so that one that was
 * withdrawn or amended does not appear twice; its number grows with every change of the review, of its steps or of the
 * programme's days.
 * @param settingsChangedAt when the programme's days were last changed; null: never.
 */
export function eventsOf(
  doctors: readonly DoctorFacts[],
  {
    days,
    settingsChangedAt,
    today,
  }: { readonly days: DeadlineSettings; readonly settingsChangedAt: string | null; readonly today: string },
  { what, names }: { readonly what: 'panels' | 'all'; readonly names: boolean },
): readonly CalendarEvent[] {
  const event = (facts: DoctorFacts, entry: CalendarEntry): CalendarEvent | undefined => {
    const found = facts.reviews.find(({ review }) => review.id === entry.review);
    if (found === undefined) return undefined;
    const { review, standing, root } = found;
    const changes = [review.updatedAt, ...standing.steps.map(({ at }) => at), settingsChangedAt ?? ''];
    const changedAt = changes.sort().at(-1) ?? root.createdAt;
    const doctor = names ? `: ${facts.doctor}` : '';
    return {
      id: `${root.id}-${entry.kind}`,
      sequence: secondsBetween(root.createdAt, changedAt),
      cancelled: entry.standing === 'off',
      title: `${titles[entry.kind]}${doctor}`,
      when: { kind: 'days', from: entry.on, to: entry.on },
      place: entry.kind === 'panel' ? entry.place : '',
      description:
        entry.kind === 'panel'
          ? ''
          : `Panel on ${entry.heldOn.split('-').toReversed().join('/')}. ${facts.specialty}.`,
      changedAt,
      reminders: entry.kind === 'panel' && entry.on > daysAfter(today, 0) ? weekAndDay : [],
    };
  };
  return doctors.flatMap((facts) =>
    calendarOf(facts, days, today)
      .filter(({ kind }) => what === 'all' || kind === 'panel')
      .flatMap((entry) => event(facts, entry) ?? []),
  );
}
