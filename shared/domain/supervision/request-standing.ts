import { daysBetween, type IsoDate } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { SealStatement, SealValidity } from '../seals.ts';
import { isSamePerson } from '../signature-places.ts';
import type { Feedback } from './feedback.ts';
import { isThisPerson } from './person.ts';
import type { SignOffRequest } from './request.ts';
import type { SupervisorReport } from './supervisor-report.ts';

/**
 * Where one item of a request stands. `signed-before`: what was signed off is an earlier version than the one here.
 * `unsound`: an answer came whose seal does not hold, or without any. `paper`: a signed form was scanned.
 */
export const answerStates = ['waiting', 'signed', 'signed-before', 'unsound', 'declined', 'paper'] as const;
export type AnswerState = (typeof answerStates)[number];

export type ItemAnswer = {
  readonly item: Id;
  readonly state: AnswerState;
  /** The day it was given, by the clock it was given on; null while it waits. */
  readonly on: IsoDate | null;
  /** The feedback that answers it; null for a paper or a seal made in person. */
  readonly feedback: Id | null;
  /** What the assessor wrote with it. */
  readonly comment: string;
};

/** A seal over an item, held against its signature and the item as it is now. */
export type JudgedSeal = { readonly statement: SealStatement; readonly validity: SealValidity };

type Known = {
  readonly feedback: readonly Feedback[];
  readonly seals: readonly JudgedSeal[];
};

const dayOf = (instant: string): IsoDate => instant.slice(0, 10);
const byTime = (a: { readonly at: string }, b: typeof a) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

const stateFor: Readonly<Record<SealValidity, AnswerState>> = {
  valid: 'signed',
  'older-version': 'signed-before',
  altered: 'unsound',
};

function answerOf(request: SignOffRequest, item: Id, { feedback, seals }: Known): ItemAnswer {
  const { assessor, id, paper, createdAt } = request;
  if (paper?.items.includes(item) === true)
    return { item, state: 'paper', on: paper.on, feedback: null, comment: '' };
  const over = seals.filter(({ statement }) => statement.recordId === item);
  // A reply names the request it answers: no clock is asked. What anybody but the assessor says is no answer.
  const [last] = feedback
    .filter((one) => one.request === id && one.item === item && isThisPerson(one.by, assessor))
    .toSorted(byTime);
  if (last !== undefined) {
    const about = { item, on: dayOf(last.at), feedback: last.id, comment: last.comment };
    if (last.verdict === 'declined') return { ...about, state: 'declined' };
    const seal = over.find(
      ({ statement }) =>
        statement.kind === 'sign-off' &&
        statement.revision === last.revision &&
        isSamePerson(statement.signer, last.by),
    );
    return { ...about, state: seal === undefined ? 'unsound' : stateFor[seal.validity] };
  }
  // On the doctor's own computer, whose clock wrote both.
  const here = over.find(
    ({ statement }) =>
      statement.kind === 'in-person' && statement.at >= createdAt && isThisPerson(statement.signer, assessor),
  );
  if (here !== undefined)
    return {
      item,
      state: stateFor[here.validity],
      on: dayOf(here.statement.at),
      feedback: null,
      comment: '',
    };
  return { item, state: 'waiting', on: null, feedback: null, comment: '' };
}

/** Where each item of a request stands. */
export const answersTo = (request: SignOffRequest, known: Known): readonly ItemAnswer[] =>
  request.items.map((item) => answerOf(request, item, known));

export type RequestStanding = {
  readonly state: SignOffRequest['state'];
  readonly closedOn: IsoDate | null;
  /** Days since it was made; up to the day it closed. */
  readonly waited: number;
  /** Days past the day it was due; 0 while there is time, and once it is closed. */
  readonly overdue: number;
};

const open: readonly AnswerState[] = ['waiting', 'unsound'];

/**
 * Whether a request is still open. It closes by itself when every item has its answer, or the report it asks for is
 * sealed; nothing is written for that.
 */
export function standingOfRequest(
  request: SignOffRequest,
  answers: readonly ItemAnswer[],
  reports: readonly SupervisorReport[],
  today: IsoDate,
): RequestStanding {
  const { sentOn, dueOn } = request;
  const closed = (state: SignOffRequest['state'], on: IsoDate | null): RequestStanding => ({
    state,
    closedOn: on,
    waited: Math.max(0, daysBetween(sentOn, on ?? today)),
    overdue: 0,
  });
  if (request.state !== 'open') return closed(request.state, request.closedOn);
  if (request.kind === 'report') {
    const report = reports.find(
      ({ state, author, review, sealedOn }) =>
        state === 'sealed' &&
        isThisPerson(author, request.assessor) &&
        (request.review === null ? (sealedOn ?? '') >= sentOn : review === request.review),
    );
    if (report !== undefined) return closed('answered', report.sealedOn);
  } else if (answers.every(({ state }) => !open.includes(state))) {
    const last = answers
      .map(({ on }) => on ?? '')
      .sort()
      .at(-1);
    const declined = answers.every(({ state }) => state === 'declined');
    return closed(declined ? 'declined' : 'answered', last === undefined || last === '' ? null : last);
  }
  return {
    state: 'open',
    closedOn: null,
    waited: Math.max(0, daysBetween(sentOn, today)),
    overdue: Math.max(0, daysBetween(dueOn, today)),
  };
}
