import type { EntryStanding } from '#shared/domain/programme/calendar.ts';
import type { DeadlineNumber } from '#shared/domain/programme/deadline-settings.ts';
import type { DeadlineKind } from '#shared/domain/programme/deadlines.ts';
import type { RiskKind } from '#shared/domain/programme/risk.ts';
import type { actionFates } from '#shared/domain/programme/statistics.ts';
import type { Task, TaskStanding, WaitingFor } from '#shared/domain/programme/tasks.ts';
import { count } from './format.ts';

export const deadlineWords: Record<DeadlineKind, string> = {
  'request-evidence': 'Ask for evidence',
  'request-report': 'Ask for the supervisor’s report',
  'evidence-in': 'Evidence and report are in',
  'window-opens': 'The panel may begin to read',
  panel: 'Panel',
  'window-shuts': 'Last day to read and judge',
  sign: 'The chair has signed',
  release: 'The outcome is released',
  respond: 'Last day to ask for a second look',
};

export const entryStandingWords: Record<EntryStanding, string> = {
  done: 'Done',
  late: 'Not done yet',
  ahead: 'To come',
  past: 'Past',
  off: 'Off for now',
  away: 'Doctor on leave',
};

export const waitingForWords: Record<WaitingFor, string> = {
  doctor: 'the doctor',
  chair: 'the chair',
  supervisor: 'the supervisor',
  'cesr-team': 'the CESR team',
  administrator: 'the administrator',
  external: 'the external member',
  lay: 'the lay member',
  'programme-lead': 'the programme lead',
  owner: 'whoever each is named for',
};

export const taskStandingWords: Record<TaskStanding, { readonly title: string; readonly meaning: string }> = {
  overdue: { title: 'Past its day', meaning: 'The day the programme set has gone by.' },
  soon: { title: 'Within two weeks', meaning: 'The day is near.' },
  'in-time': { title: 'Later', meaning: 'There is time.' },
  waiting: { title: 'Waiting, no day set', meaning: 'Nobody set a day for it.' },
  away: { title: 'Doctor on leave', meaning: 'Nothing is expected of them until they are back.' },
};

/** What is to be done, as a sentence. */
export function taskWords({ kind, count: amount }: Pick<Task, 'kind' | 'count'>): string {
  switch (kind) {
    case 'plan-review':
      return 'Put a review in the calendar';
    case 'plan-sooner':
      return 'Bring the review forward: it is planned for later than it is due';
    case 'request-evidence':
      return 'Ask the doctor for their evidence';
    case 'request-report':
      return 'Ask the supervisor for their report';
    case 'write-report':
      return 'Write and seal the supervisor’s report';
    case 'submit':
      return 'Hand in the evidence';
    case 'judge':
      return 'Read and judge';
    case 'reopen-window':
      return 'Open the window again, or say that the panel was not held: it shut before anybody wrote';
    case 'sign':
      return 'Sign the outcome';
    case 'release':
      return 'Release the outcome';
    case 'acknowledge':
      return 'Read and acknowledge the outcome';
    case 'answer-second-look':
      return 'Answer the request for a second look';
    case 'amend':
      return 'Amend the outcome, as was promised';
    case 'resume':
      return 'Find a new day for the postponed review';
    case 'settle':
      return 'Settle two steps that contradict each other';
    case 'missing-steps':
      return 'Bring in the packages that are missing: steps of this review are not here';
    case 'overdue-actions':
      return `Look at ${count(amount, 'action')} whose day has passed`;
  }
}

export const riskWords: Record<RiskKind, (count: number) => string> = {
  'evidence-late': () => 'Evidence was to be in by',
  'no-review': () => 'A review was or is due by',
  'actions-late': (amount) =>
    `${count(amount, 'action')} past ${amount === 1 ? 'its' : 'their'} day, the first since`,
};

/** What the columns and rows of a table are called that Waymark itself names. */
export const statisticWords: Readonly<
  Record<(typeof actionFates)[number] | 'postpone' | 'not-held' | 'other', string>
> = {
  kept: 'Kept',
  missed: 'Missed',
  dropped: 'Dropped',
  running: 'Not due yet',
  postpone: 'Postponed',
  'not-held': 'Not held',
  other: 'Other reasons',
};
export const headingWords = (key: string, label: string): string =>
  key === label && Object.hasOwn(statisticWords, key)
    ? statisticWords[key as keyof typeof statisticWords]
    : label;

export const deadlineNumberWords: Record<
  DeadlineNumber,
  { readonly label: string; readonly unit: string; readonly part: 'before' | 'after' | 'year' }
> = {
  requestEvidence: { label: 'Ask the doctor for evidence', unit: ' days before the panel', part: 'before' },
  requestReport: { label: 'Ask for the supervisor’s report', unit: ' days before the panel', part: 'before' },
  evidenceIn: { label: 'Evidence and report are in', unit: ' days before the panel', part: 'before' },
  windowOpens: { label: 'The panel may begin to read', unit: ' days before the panel', part: 'before' },
  windowShuts: { label: 'Last day to read and judge', unit: ' days after the panel', part: 'after' },
  sign: { label: 'The chair has signed', unit: ' days after the panel', part: 'after' },
  release: { label: 'The outcome is released', unit: ' days after the panel', part: 'after' },
  respond: {
    label: 'The doctor may ask for a second look',
    unit: ' working days after release',
    part: 'after',
  },
  reviewEvery: { label: 'From one review to the next', unit: ' months', part: 'year' },
  planReview: {
    label: 'The next review is in the calendar',
    unit: ' days before it is due',
    part: 'year',
  },
};
