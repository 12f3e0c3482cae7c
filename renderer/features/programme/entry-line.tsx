import {
  type Icon,
  IconAlarm,
  IconCalendarEvent,
  IconCalendarMinus,
  IconCalendarOff,
  IconCircleCheckFilled,
  IconPlane,
} from '@tabler/icons-react';
import { deadlineWords, entryStandingWords } from '#renderer/text/programme-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { CalendarEntry, EntryStanding } from '#shared/domain/programme/calendar.ts';
import { OpenReview } from './open-review.tsx';
import classes from './programme.module.css';

const looks: Record<EntryStanding, { readonly tone: Tone; readonly icon: Icon }> = {
  done: { tone: 'good', icon: IconCircleCheckFilled },
  late: { tone: 'warn', icon: IconAlarm },
  ahead: { tone: 'info', icon: IconCalendarEvent },
  past: { tone: 'neutral', icon: IconCalendarMinus },
  off: { tone: 'neutral', icon: IconCalendarOff },
  away: { tone: 'neutral', icon: IconPlane },
};

/** One day of one review. @param small in a cell of the grid: without the badge where there is nothing to heed */
export function EntryLine({
  entry,
  small = false,
}: {
  readonly entry: CalendarEntry;
  readonly small?: boolean;
}) {
  const { kind, doctor, portfolioId, review, standing, place } = entry;
  const heed = standing === 'late' || standing === 'off' || standing === 'away';
  return (
    <div className={kind === 'panel' ? classes.panel : classes.entry}>
      <span className={classes.kind}>{deadlineWords[kind]}</span>
      <OpenReview portfolioId={portfolioId} review={review}>
        {doctor}
      </OpenReview>
      {kind === 'panel' && place !== '' && !small ? <span className={classes.place}>{place}</span> : null}
      {small && !heed ? null : <ToneBadge {...looks[standing]}>{entryStandingWords[standing]}</ToneBadge>}
    </div>
  );
}
