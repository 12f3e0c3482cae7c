import { ukDate } from '#shared/domain/dates.ts';
import type { TypesOf } from '#shared/domain/pack-types.ts';
import type { AgendaReason } from '#shared/domain/supervision/agenda.ts';
import type { AgreementState } from '#shared/domain/supervision/agreement.ts';
import type { Attendee, Meeting, MeetingKind, MeetingState } from '#shared/domain/supervision/meeting.ts';
import type { SmartHint } from '#shared/domain/supervision/smart.ts';
import type { ActionOrigin } from '#shared/domain/supervision/tracked-action.ts';
import { strengthWords } from './coverage-words.ts';
import { count, timesWords } from './format.ts';
import { gapSentence } from './gap-sentence.ts';

/** As a heading: `Mid-year meeting`. */
export const meetingKindWords: Record<MeetingKind, string> = {
  initial: 'Initial meeting',
  mid: 'Mid-year meeting',
  end: 'End-of-year meeting',
  'one-month': 'One-month session',
  'six-month': 'Six-month session',
  'pre-submission': 'Meeting before submission',
  'drop-in': 'Drop-in',
};

export const meetingStateWords: Record<MeetingState, string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};

export const meetingPartWords: Record<Attendee['part'], string> = {
  doctor: 'Doctor',
  supervisor: 'Supervisor',
  other: 'Other',
};

/** `Mid-year meeting of 02/03/2026`. */
export const meetingTitle = ({ kind, on }: Pick<Meeting, 'kind' | 'on'>): string =>
  `${meetingKindWords[kind]} of ${ukDate(on)}`;

/** `09:30, 45 minutes, Room 2`; what is not known is left out. */
export const meetingWhen = ({ startsAt, minutes, place }: Meeting): string =>
  [startsAt === null ? null : `${startsAt}, ${count(minutes, 'minute')}`, place === '' ? null : place]
    .filter((part) => part !== null)
    .join(', ');

export const agreementWords: Record<AgreementState['state'], string> = {
  both: 'Agreed by both',
  one: 'Agreed by one of two',
  older: 'Changed since it was agreed',
  none: 'Not agreed yet',
};

export const actionOriginWords: Record<ActionOrigin, string> = {
  meeting: 'From a meeting',
  review: 'From a signed review',
  feedback: 'From feedback',
  opportunity: 'From an opportunity',
  own: 'Added by itself',
};

export const smartHintWords: Record<SmartHint, string> = {
  measure: 'Say how both of you will know that it is done.',
  'no-day': 'Name a day.',
  'past-day': 'The day has passed already.',
  'far-day': 'The day is more than a year away: a nearer step is easier to keep.',
  'no-owner': 'Name who owns it.',
  'several-owners': 'Name one owner: what several own, nobody does.',
};

/** Why a line stands on an agenda, or could. */
export function agendaReasonWords(reason: AgendaReason, pack: TypesOf): string {
  if (reason.kind === 'action') {
    const { owner, dueOn, status, overdue, carriedOver } = reason;
    if (status !== 'open') return `Action of ${owner}, ${status === 'done' ? 'done' : 'dropped'} since`;
    const moved = carriedOver === 0 ? '' : `, carried over ${timesWords(carriedOver)}`;
    return `Open action of ${owner}, ${overdue ? 'overdue since' : 'due on'} ${ukDate(dueOn)}${moved}`;
  }
  const strength = `Coverage: ${strengthWords[reason.strength].title.toLowerCase()}`;
  if (reason.gap === null) return strength;
  return `${strength}. ${gapSentence(reason.gap, reason.result ?? undefined, pack)}`;
}
