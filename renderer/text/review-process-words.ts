import type { MissingBefore } from '#shared/domain/review-process/ahead.ts';
import type { StepRefusal } from '#shared/domain/review-process/allowed.ts';
import type { ProcessState } from '#shared/domain/review-process/states.ts';
import type { StepKind, StepRole } from '#shared/domain/review-process/step.ts';
import { missingWords } from './review-words.ts';

/** Where a review stands, and what that means for whoever reads it. */
export const processStateWords: Record<ProcessState, { readonly title: string; readonly meaning: string }> = {
  scheduled: { title: 'Scheduled', meaning: 'It is planned. Nobody has been asked for evidence yet.' },
  'evidence-requested': {
    title: 'Waiting for evidence',
    meaning: 'The doctor has been asked to hand in their portfolio for this review.',
  },
  submitted: {
    title: 'Handed in',
    meaning:
      'What the panel will read is frozen. It opens to the panel by itself on the first of the panel’s days.',
  },
  open: { title: 'Open to the panel', meaning: 'The panel reads and judges what was handed in.' },
  shut: {
    title: 'Shut',
    meaning: 'The panel’s days are over and nothing was written. They can be changed, with the reason.',
  },
  drafted: { title: 'Draft', meaning: 'The panel has begun to write. The chair signs when it is finished.' },
  signed: {
    title: 'Signed',
    meaning: 'The chair has signed. The doctor sees nothing of it until it is released.',
  },
  released: { title: 'Released', meaning: 'The doctor can read the report, and confirms having read it.' },
  acknowledged: { title: 'Read by the doctor', meaning: 'The doctor has confirmed having read the report.' },
  postponed: {
    title: 'Postponed',
    meaning: 'It is put off. It goes on where it stood once it is taken up again.',
  },
  'not-held': {
    title: 'Not held',
    meaning: 'It did not take place. Schedule another one where one is needed.',
  },
  withdrawn: {
    title: 'Withdrawn',
    meaning: 'The chair took back the signature before release. The draft that followed stands in its place.',
  },
  amended: {
    title: 'Amended',
    meaning: 'The released outcome was amended on the record. The one that followed stands in its place.',
  },
  contested: {
    title: 'Contradicting steps',
    meaning:
      'Different steps were taken at once on different computers. The chair or the administrator says which holds.',
  },
};

/** A step as something to do, and as something done. */
export const stepWords: Record<StepKind, { readonly todo: string; readonly done: string }> = {
  'request-evidence': { todo: 'Ask for evidence', done: 'Evidence requested' },
  submit: { todo: 'Hand in', done: 'Handed in' },
  'take-back': { todo: 'Take back what was handed in', done: 'Taken back by the doctor' },
  'admit-late': { todo: 'Let in late evidence', done: 'Late evidence let in' },
  'change-window': { todo: 'Change the panel’s days', done: 'Panel’s days changed' },
  compare: { todo: 'Show judgements side by side', done: 'Judgements shown side by side' },
  withdraw: { todo: 'Take back the signature', done: 'Signature taken back' },
  release: { todo: 'Release to the doctor', done: 'Released to the doctor' },
  acknowledge: { todo: 'Confirm having read it', done: 'Read by the doctor' },
  respond: { todo: 'Write a response', done: 'Response from the doctor' },
  'ask-second-look': { todo: 'Ask for a second look', done: 'Second look asked for' },
  'answer-second-look': { todo: 'Answer the second look', done: 'Second look answered' },
  amend: { todo: 'Amend the outcome', done: 'Outcome amended' },
  postpone: { todo: 'Postpone', done: 'Postponed' },
  resume: { todo: 'Take up again', done: 'Taken up again' },
  'not-held': { todo: 'Record as not held', done: 'Not held' },
  settle: { todo: 'Say which holds', done: 'Contradiction settled' },
};

export const stepRoleWords: Record<StepRole, string> = {
  doctor: 'Doctor',
  chair: 'Chair',
  supervisor: 'Educational supervisor',
  'cesr-team': 'Portfolio pathway (CESR) team',
  administrator: 'Administrator',
  external: 'External member',
  lay: 'Lay member',
};

/** The same within a sentence. */
export const stepRolePhrases: Record<StepRole, string> = {
  doctor: 'doctor',
  chair: 'chair',
  supervisor: 'educational supervisor',
  'cesr-team': 'CESR team',
  administrator: 'administrator',
  external: 'external member',
  lay: 'lay member',
};

/** When a step can be taken at all. */
const stepTimes: Record<StepKind, string> = {
  'request-evidence': 'Once, when the review has been planned.',
  submit: 'After evidence was asked for.',
  'take-back': 'After it was handed in, until the panel writes.',
  'admit-late': 'After it was handed in, until the chair signs.',
  'change-window': 'After it was handed in, until the chair signs.',
  compare: 'While the review is open to the panel, until the chair signs.',
  withdraw: 'After the chair signed, until it is released.',
  release: 'After the chair signed.',
  acknowledge: 'After the release.',
  respond: 'After the release.',
  'ask-second-look': 'After the release, within the days of the plan.',
  'answer-second-look': 'After somebody asked for one.',
  amend: 'After the release.',
  postpone: 'Until the chair signs.',
  resume: 'After it was postponed.',
  'not-held': 'Until the chair signs.',
  settle: 'When two steps contradict each other.',
};

/** Why this step cannot be taken now, in the words of the step itself where there are any. */
export const whyNotWords = (kind: StepKind, why: StepRefusal): string =>
  why === 'not-now'
    ? stepTimes[kind]
    : why === 'role'
      ? 'Nobody on this panel has this part.'
      : stepRefusalWords[why];

export const missingBeforeWords: Record<MissingBefore, string> = {
  ...missingWords,
  'supervisor-report': 'A sealed supervisor’s report for this review, or the reason why there is none',
  'supervisor-report-draft': 'The supervisor’s report is a draft: its author has not sealed it yet',
  quorum: 'Enough members who have judged and have no conflict of interest',
  'quorum-impossible': 'More members: too many of this panel have a conflict of interest',
};

/** Why a step cannot be taken, as a whole sentence. */
export const stepRefusalWords: Record<StepRefusal, string> = {
  'not-now': 'This step does not follow from where the review stands.',
  role: 'This step is not for somebody in this part.',
  compared: 'The panel has laid its judgements side by side already.',
  'taken-over': 'What was handed in belongs to the review before this one.',
  'asked-already': 'A second look has been asked for already.',
  'not-asked': 'Nobody has asked for a second look that is not answered.',
  'response-over': 'The last day for asking for a second look is past.',
  contested: 'Two steps contradict each other.',
  broken: 'The record of steps does not hold together.',
  'earlier-review': 'This review was planned with an earlier Waymark and has no steps.',
  'moved-on': 'Something happened to this review since this page was opened.',
  'no-report': 'There is no sealed supervisor’s report for this review.',
  'nothing-late': 'Nothing came or changed since it was handed in.',
  'not-one-of-them': 'This is not one of the steps that contradict each other.',
};

/** What to do about it. */
export const stepRefusalNext: Record<StepRefusal, string> = {
  'not-now': 'Open the review to see what comes next.',
  role: 'The review’s page names whose step it is.',
  compared: 'Ask the chair to let in what is late instead.',
  'taken-over': 'Ask the chair to let in what is late instead.',
  'asked-already': 'The chair’s answer appears among the steps.',
  'not-asked': 'Open the review to see what comes next.',
  'response-over':
    'Write a response, or speak to the chair or the administrator: they can amend on the record.',
  contested: 'The chair or the administrator says first which one holds.',
  broken: 'Ask whoever sent the package for the whole review again.',
  'earlier-review': 'It is written down and signed as before.',
  'moved-on': 'Look at where it stands now, then decide again.',
  'no-report': 'Bring in the supervisor’s report, or say why there is none.',
  'nothing-late': 'The panel reads all there is.',
  'not-one-of-them': 'Choose one of those that are shown.',
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What to do when too few members have judged. @param short how many are missing. */
export function quorumNext(
  short: number,
  unfinished: readonly string[],
  conflicts: readonly string[],
): string {
  const out =
    conflicts.length === 0
      ? ''
      : ` ${list.format(conflicts)} declared a conflict of interest and ${conflicts.length === 1 ? 'does' : 'do'} not count.`;
  return unfinished.length >= short
    ? `Still to judge: ${list.format(unfinished)}.${out}`
    : `This panel can no longer reach that number.${out} Add members to the panel, or postpone the review.`;
}
