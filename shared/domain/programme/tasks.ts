import { z } from 'zod';
import { daysAfter, type IsoDate, isoDateSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { rolesFor } from '../review-process/rights.ts';
import { stepRoles } from '../review-process/step.ts';
import type { DeadlineSettings } from './deadline-settings.ts';
import { type DeadlineKind, deadlinesOf } from './deadlines.ts';
import type { DoctorFacts, ReviewFacts } from './facts.ts';
import { dueAfterLeave, onLeave } from './leave.ts';
import { type ReviewDue, reviewDue } from './review-due.ts';

export const taskKinds = [
  'plan-review',
  'plan-sooner',
  'request-evidence',
  'request-report',
  'write-report',
  'submit',
  'judge',
  'reopen-window',
  'sign',
  'release',
  'acknowledge',
  'answer-second-look',
  'amend',
  'resume',
  'settle',
  'missing-steps',
  'overdue-actions',
] as const;
export const taskKindSchema = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKindSchema>;

export const waitingFor = [...stepRoles, 'programme-lead', 'owner'] as const;
/** Who must act. `owner`: whoever an action is named for. */
export type WaitingFor = (typeof waitingFor)[number];

/** `away`: the doctor is on leave, so that nothing is expected of them now. `waiting`: no day is set. */
export const taskStandings = ['overdue', 'soon', 'in-time', 'waiting', 'away'] as const;
export type TaskStanding = (typeof taskStandings)[number];

/** Names one task for as long as its reason stands, so that it can be set aside. */
export const taskKeySchema = z.string().regex(/^task:[a-z-]+:[^:]{1,40}:[^:]{1,40}$/);

export const taskSchema = z.strictObject({
  key: taskKeySchema,
  kind: taskKindSchema,
  portfolioId: idSchema,
  doctor: z.string(),
  specialty: z.string(),
  /** The review it is about; null: it is about the doctor's year as a whole. */
  review: idSchema.nullable(),
  who: z.array(z.enum(waitingFor)).readonly(),
  since: isoDateSchema,
  /** The day by which, as the programme or the review sets it; null: none is set. */
  until: isoDateSchema.nullable(),
  standing: z.enum(taskStandings),
  /** How many actions; 1 for everything else. */
  count: z.number().int().positive(),
});
export type Task = Readonly<z.output<typeof taskSchema>>;

/** Days before its day that something counts as due soon. */
const soon = 14;
const dayOf = (instant: string): IsoDate => instant.slice(0, 10);

type Waiting = {
  readonly kind: TaskKind;
  readonly who: readonly WaitingFor[];
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  readonly about: string;
  readonly count?: number;
};

/** What waits for the doctor stops with their leave; what waits for others does not. */
const restsOnLeave = (who: readonly WaitingFor[], kind: TaskKind): boolean =>
  who.includes('doctor') || kind === 'overdue-actions' || kind === 'plan-review' || kind === 'plan-sooner';

function standingOf(
  { who, kind, since, until }: Waiting,
  { breaks }: Pick<DoctorFacts, 'breaks'>,
  today: IsoDate,
): TaskStanding {
  const rests = restsOnLeave(who, kind);
  if (rests && onLeave(breaks, today)) return 'away';
  if (until === null) return 'waiting';
  const due = rests ? dueAfterLeave(since, until, breaks) : until;
  if (due === null) return 'away';
  if (due < today) return 'overdue';
  return due <= daysAfter(today, soon) ? 'soon' : 'in-time';
}

const chairOrAdministrator = ['chair', 'administrator'] as const;
const judges = ['chair', 'supervisor', 'cesr-team', 'external'] as const;

/** What the supervisor's report before a review waits for, until it is sealed. */
function reportTasks(
  { review, report, reportSince }: ReviewFacts,
  on: (kind: DeadlineKind) => IsoDate | null,
): readonly Waiting[] {
  if (report === 'sealed') return [];
  const about = review.id;
  if (reportSince === null)
    return [
      {
        kind: 'request-report',
        who: ['doctor', 'cesr-team', 'administrator'],
        since: dayOf(review.createdAt),
        until: on('request-report'),
        about,
      },
    ];
  return [{ kind: 'write-report', who: ['supervisor'], since: reportSince, until: on('evidence-in'), about }];
}

function reviewTasks(facts: ReviewFacts, settings: DeadlineSettings, today: IsoDate): readonly Waiting[] {
  const { review, standing } = facts;
  const deadlines = deadlinesOf(review, standing, settings);
  const on = (kind: DeadlineKind) => deadlines.find((one) => one.kind === kind)?.on ?? null;
  const last = standing.steps.at(-1);
  const began = last === undefined ? dayOf(review.createdAt) : dayOf(last.at);
  const about = standing.head ?? review.id;
  const one = (
    kind: TaskKind,
    who: readonly WaitingFor[],
    since: IsoDate = began,
    until: IsoDate | null = null,
  ): Waiting => ({ kind, who, since, until, about });
  if (standing.broken !== null) return [one('missing-steps', chairOrAdministrator)];
  if (review.rules === undefined) {
    if (review.state === 'signed' || review.heldOn > today) return [];
    return [one('sign', ['chair'], review.heldOn, on('sign'))];
  }
  switch (standing.state) {
    case 'scheduled':
      return [
        one('request-evidence', rolesFor('request-evidence'), began, on('request-evidence')),
        ...reportTasks(facts, on),
      ];
    case 'evidence-requested':
      return [one('submit', ['doctor'], began, on('evidence-in')), ...reportTasks(facts, on)];
    case 'open':
      return [one('judge', judges, standing.window?.from ?? began, standing.window?.to ?? null)];
    case 'shut':
      return [one('reopen-window', rolesFor('change-window'), standing.window?.to ?? began)];
    case 'drafted':
      return [one('sign', ['chair'], review.heldOn <= today ? review.heldOn : began, on('sign'))];
    case 'signed':
      return [
        one(
          'release',
          rolesFor('release'),
          dayOf(review.signOff?.signedAt ?? review.updatedAt),
          on('release'),
        ),
      ];
    case 'released':
    case 'acknowledged': {
      const { secondLook } = standing.course;
      const released = standing.released;
      return [
        ...(secondLook === 'asked' ? [one('answer-second-look', ['chair'])] : []),
        ...(secondLook === 'will-amend' ? [one('amend', rolesFor('amend'))] : []),
        ...(standing.course.acknowledged || released === null
          ? []
          : [one('acknowledge', ['doctor'], released.on, released.respondBy)]),
      ];
    }
    case 'postponed':
      return [one('resume', rolesFor('resume'))];
    case 'contested':
      return [one('settle', rolesFor('settle'))];
    default:
      return [];
  }
}

function planTasks(due: ReviewDue, settings: DeadlineSettings, joinedOn: IsoDate): readonly Waiting[] {
  if (due.on === null || (due.planned !== null && due.planned.heldOn <= due.on)) return [];
  const from = due.last ?? joinedOn;
  const [, since = from] = [from, daysAfter(due.on, -settings.planReview)].sort();
  const kind = due.planned === null ? 'plan-review' : 'plan-sooner';
  return [{ kind, who: ['programme-lead'], since, until: due.on, about: due.on }];
}

/** Actions whose day has passed, leave not counted. */
export function overdueActions({ actions, breaks }: DoctorFacts, today: IsoDate) {
  return actions.filter(({ overdue, setOn, dueOn }) => {
    if (!overdue) return false;
    const due = dueAfterLeave(setOn, dueOn, breaks);
    return due !== null && due < today;
  });
}

function actionTasks(facts: DoctorFacts, today: IsoDate): readonly Waiting[] {
  const late = overdueActions(facts, today);
  const [since] = late.map(({ dueOn }) => dueOn).sort();
  if (since === undefined) return [];
  const about = `${since} ${late.length}`;
  return [{ kind: 'overdue-actions', who: ['owner'], since, until: since, about, count: late.length }];
}

const weight = (standing: TaskStanding) => taskStandings.indexOf(standing);

/** The most pressing first. */
export const byUrgency = (a: Task, b: Task): number =>
  weight(a.standing) - weight(b.standing) ||
  (a.until ?? '9999').localeCompare(b.until ?? '9999') ||
  a.since.localeCompare(b.since) ||
  a.doctor.localeCompare(b.doctor, 'en-GB');

/** What waits in one doctor's year, for whom and since when; what is not expected yet is left out. */
export function tasksOf(facts: DoctorFacts, settings: DeadlineSettings, today: IsoDate): readonly Task[] {
  const { portfolioId, doctor, specialty } = facts;
  const task = (waiting: Waiting, review: string | null): Task => {
    const { kind, who, since, until, about, count = 1 } = waiting;
    const standing = standingOf(waiting, facts, today);
    const key = `task:${kind}:${review ?? 'year'}:${about}`;
    return {
      key,
      kind,
      portfolioId,
      doctor,
      specialty,
      review,
      who: [...who],
      since,
      until,
      standing,
      count,
    };
  };
  const due = reviewDue(facts, settings, today);
  return [
    ...planTasks(due, settings, facts.joinedOn)
      .filter(({ since }) => since <= today)
      .map((waiting) => task(waiting, due.planned?.review ?? null)),
    ...facts.reviews.flatMap((one) =>
      reviewTasks(one, settings, today).map((waiting) => task(waiting, one.review.id)),
    ),
    ...actionTasks(facts, today).map((waiting) => task(waiting, null)),
  ].sort(byUrgency);
}
