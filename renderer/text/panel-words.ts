import type { ActionFate } from '#shared/domain/panel/brief-model.ts';
import type { NotJudging } from '#shared/domain/panel/members.ts';
import type { PanelRefusal } from '#shared/domain/panel/refusals.ts';
import type { Difference, NotSaid } from '#shared/domain/panel/side-by-side.ts';
import type { recommendations } from '#shared/domain/supervision/supervisor-report.ts';
import type { FailureWords } from './failure-words.ts';

const nothingChanged = 'Nothing was changed.';

export const panelRefusalWords: Record<PanelRefusal, FailureWords> = {
  'not-here': {
    what: 'Somebody else sits at this computer now',
    safe: 'What each member wrote stays with them until the panel compares.',
    next: 'Say who is here, then go on.',
  },
  'looks-only': {
    what: 'This part in the panel does not judge',
    safe: nothingChanged,
    next: 'An administrator and a lay member look on. They can declare an interest and keep notes.',
  },
  'is-doctor': {
    what: 'This member is the doctor whose review it is',
    safe: nothingChanged,
    next: 'Nobody sits on their own panel. Change the panel in the plan of the review.',
  },
  conflict: {
    what: 'A member who declared a conflict of interest does not judge',
    safe: nothingChanged,
    next: 'Declare that there is none, if that is so; or leave the judging to the others.',
  },
  'notes-with-doctor': {
    what: 'Private notes are not kept in the doctor’s own vault',
    safe: 'Nothing of them was written here.',
    next: 'Keep notes on a computer of the panel, or on paper.',
  },
  'not-open': {
    what: 'The panel cannot write in this review today',
    safe: 'What was written before is kept.',
    next: 'See in the review which step it is at and which days the panel has. The chair can change those days.',
  },
  'not-handed-in': {
    what: 'The doctor has not handed in their evidence for this review yet',
    safe: nothingChanged,
    next: 'Ask for it, or begin here with the doctor present: both are on the page of the review.',
  },
  compared: {
    what: 'The judgements are side by side already',
    safe: 'Nobody’s own judgement changes any more.',
    next: 'Write down what the panel agrees on.',
  },
  'not-compared': {
    what: 'The judgements are not side by side yet',
    safe: nothingChanged,
    next: 'Every member judges first; then the chair compares.',
  },
  waiting: {
    what: 'Some members have not finished yet',
    safe: 'Nobody has seen anybody else’s judgements.',
    next: 'Wait for them, or choose as the chair to go on without them.',
  },
  quorum: {
    what: 'Too few members have judged for this panel to decide',
    safe: 'Everything written is kept, and nobody has seen anybody else’s judgements.',
    next: 'Wait for more members, add one in the plan of the review, or postpone the review.',
  },
  'not-chair': {
    what: 'The chair alone does this',
    safe: nothingChanged,
    next: 'Hand over to the chair.',
  },
  'no-interest': {
    what: 'Whether there is a conflict of interest has not been said',
    safe: 'What you wrote is kept.',
    next: 'Say that there is none, or what it is. Then finish.',
  },
  'nothing-judged': {
    what: 'No capability has been judged yet',
    safe: 'What you wrote is kept.',
    next: 'Judge at least one. “Not considered” is a judgement too.',
  },
  finished: {
    what: 'This sheet is finished',
    safe: 'What is in it is kept.',
    next: 'Open it again to change it. That can be done until the panel compares.',
  },
};

export const notSaidWords: Record<NotSaid, string> = {
  doctor: 'is the doctor under review',
  role: 'looks on and does not judge',
  conflict: 'declared a conflict of interest',
  unfinished: 'had not finished when the panel went on',
  'left-out': 'said nothing of this one',
};

export const notJudgingWords: Record<NotJudging, string> = {
  doctor: 'The doctor under review: does not take part',
  role: 'Looks on, does not judge',
  conflict: 'Conflict of interest: does not judge',
};

/** How far judgements lie apart, without saying whose is right. */
export function differenceWords({ apart, unconsidered }: Difference, views: number): string {
  if (views === 0) return 'Nobody judged this one';
  if (views === 1) return 'One judgement';
  const steps = apart === 0 ? '' : apart === 1 ? 'One level apart' : 'Two levels apart';
  const also = unconsidered ? 'not everybody considered it' : '';
  if (steps === '' && also === '') return 'All alike';
  return steps === '' ? 'Some considered it, some did not' : also === '' ? steps : `${steps}, ${also}`;
}

export const actionFateWords: Record<ActionFate, string> = {
  kept: 'Done',
  missed: 'Not done by its day',
  'going-on': 'Still going on',
  dropped: 'Dropped',
};

export const recommendationTitles: Record<(typeof recommendations)[number], string> = {
  'ready-for-review': 'can go to the review',
  'further-support': 'needs further support',
  concerns: 'has concerns',
};
