import type { HistoryGap } from '#shared/domain/history.ts';
import { count } from './format.ts';

type Done = {
  readonly action: string;
  /** Records. */
  readonly count: number;
  /** What the record is called, where it is one. */
  readonly title: string | null;
};

const items = ({ count: amount, title }: Done): string =>
  title === null || title === '' ? count(amount, 'item') : `“${title}”`;
const review = ({ title }: Done): string =>
  title === null || title === '' ? 'a review' : title.replace(/^R/, 'r');
const meeting = ({ title }: Done): string =>
  title === null || title === '' ? 'a meeting' : title.replace(/^M/, 'the m');
const records = ({ count: amount, title }: Done): string =>
  title === null || title === '' ? count(amount, 'record') : `“${title}”`;

/** What an action did, as a sentence without its full stop. */
const words: Readonly<Record<string, (done: Done) => string>> = {
  'portfolio.create': () => 'Created the portfolio',
  'portfolio.update': () => 'Changed the portfolio’s details',
  'guidance.move': () => 'Moved the portfolio to other guidance',
  'guidance.save': () => 'Saved a guidance pack',
  'guidance.remove': () => 'Removed a guidance pack',
  'portfolio.restore-version': () => 'Brought back earlier portfolio details',
  'vault.salvage': () => 'Opened again after damage, with what could be read',
  'sample.fill': (done) => `Added ${count(done.count, 'sample item')}`,
  'evidence.create': (done) => `Added ${items(done)}`,
  'evidence.add-files': (done) =>
    `Made ${done.count === 1 ? 'a draft' : `${count(done.count, 'draft')}`} of files`,
  'evidence.import-spreadsheet': (done) => `Brought in ${items(done)} from a spreadsheet`,
  'evidence.import-publications': (done) => `Brought in ${items(done)} from a bibliography`,
  'evidence.import-messages': (done) => `Brought in ${items(done)} from e-mails`,
  'evidence.update': (done) => `Edited ${items(done)}`,
  'evidence.trash': (done) => `Moved ${items(done)} to the trash`,
  'evidence.restore': (done) => `Restored ${items(done)} from the trash`,
  'evidence.redact': (done) => `Redacted a file of ${items(done)}`,
  'evidence.share-original': (done) => `Took back the redacted copy of a file of ${items(done)}`,
  'evidence.link': (done) => `Linked ${items(done)}`,
  'evidence.unlink': (done) => `Unlinked ${items(done)}`,
  'evidence.type': (done) => `Changed the type of ${items(done)}`,
  'evidence.date': (done) => `Changed the date of ${items(done)}`,
  'evidence.shift-date': (done) => `Moved the dates of ${items(done)}`,
  'evidence.tag': (done) => `Tagged ${items(done)}`,
  'evidence.untag': (done) => `Took a tag off ${items(done)}`,
  'evidence.draft': (done) => `Marked ${items(done)} as draft`,
  'evidence.ready': (done) => `Marked ${items(done)} as ready`,
  'evidence.move-link': (done) => `Moved the links of ${items(done)}`,
  'evidence.move-out': (done) => `Moved ${items(done)} to another portfolio`,
  'evidence.move-in': (done) => `Moved ${items(done)} here from another portfolio`,
  'evidence.anonymised': (done) => `Marked ${items(done)} as anonymised`,
  'evidence.not-anonymised': (done) => `Took back the anonymised mark of ${items(done)}`,
  'evidence.restore-version': (done) => `Brought back an earlier version of ${items(done)}`,
  'search.add': ({ title }) =>
    `Saved the search ${title === null || title === '' ? '' : `“${title}”`}`.trimEnd(),
  'search.change': ({ title }) =>
    `Changed the saved search ${title === null || title === '' ? '' : `“${title}”`}`.trimEnd(),
  'search.remove': ({ title }) =>
    `Removed the saved search ${title === null || title === '' ? '' : `“${title}”`}`.trimEnd(),
  'search.restore-version': () => 'Brought back an earlier version of a saved search',
  'submission.restore-version': () => 'Brought back an earlier place in the submission',
  'recommendation.restore-version': () => 'Brought back an earlier version of a recommendation',
  'verifier.restore-version': (done) => `Brought back earlier details of the verifier ${items(done)}`,
  'referee.restore-version': (done) => `Brought back earlier details of the referee ${items(done)}`,
  'submission.place': (done) => `Chose the section of ${items(done)} in the submission`,
  'submission.describe': (done) => `Described ${items(done)} for the submission`,
  'submission.order': () => 'Changed the order of a section of the submission',
  'submission.leave-out': (done) => `Left ${items(done)} out of the submission`,
  'submission.take-in': (done) => `Took ${items(done)} back into the submission`,
  'recommendation.add': (done) => `Added the recommendation ${items(done)}`,
  'recommendation.update': (done) => `Changed the recommendation ${items(done)}`,
  'recommendation.remove': (done) => `Removed the recommendation ${items(done)}`,
  'verifier.add': (done) => `Added the verifier ${items(done)}`,
  'verifier.update': (done) => `Changed the verifier ${items(done)}`,
  'verifier.remove': (done) => `Removed the verifier ${items(done)}`,
  'verifier.ask': (done) => `Chose who is asked to verify ${items(done)}`,
  'referee.add': (done) => `Added the referee ${items(done)}`,
  'referee.update': (done) => `Changed the referee ${items(done)}`,
  'opportunity.take-up': () => 'Took up an opportunity',
  'supervisor-report.begin': () => 'Began a supervisor’s report',
  'supervisor-report.write': () => 'Wrote in a supervisor’s report',
  'supervisor-report.refresh': () => 'Brought the facts of a supervisor’s report up to date',
  'supervisor-report.remove': () => 'Threw away the draft of a supervisor’s report',
  'supervisor-report.seal': () => 'Sealed a supervisor’s report',
  'supervisor-report.amend': () => 'Began a report in place of a sealed one',
  'referee.remove': (done) => `Removed the referee ${items(done)}`,
  'post.add': (done) => `Added the post ${items(done)}`,
  'post.update': (done) => `Changed the post ${items(done)}`,
  'post.remove': (done) => `Removed the post ${items(done)}`,
  'post.restore-version': (done) => `Brought back an earlier version of the post ${items(done)}`,
  'cv.update': () => 'Changed the CV',
  'cv.gap': () => 'Wrote the reason of a gap in the CV',
  'cv.restore-version': () => 'Brought back an earlier version of the CV',
  'place.join': (done) => `Joined two names of one place in ${records(done)}`,
  'feedback.see': () => 'Noted an item as seen',
  'feedback.accept': () => 'Accepted an item',
  'feedback.return': () => 'Returned an item with a comment',
  'feedback.comment': () => 'Commented on an item',
  'feedback.withdraw': () => 'Took feedback back',
  'rating.self': () => 'Rated oneself in a capability',
  'rating.give': () => 'Rated a capability',
  'meeting.plan': (done) => `Planned ${meeting(done)}`,
  'meeting.plan-group': (done) => `Planned ${meeting(done)} with several doctors`,
  'meeting.update': (done) => `Changed ${meeting(done)}`,
  'meeting.hold': (done) => `Noted ${meeting(done)} as held`,
  'meeting.cancel': (done) => `Cancelled ${meeting(done)}`,
  'meeting.remove': (done) => `Removed ${meeting(done)}`,
  'meeting.agree': () => 'Recorded an agreement to a meeting’s notes',
  'action.add': (done) => `Agreed on the action ${records(done)}`,
  'action.update': (done) => `Changed the action ${records(done)}`,
  'action.progress': (done) => `Noted progress of the action ${records(done)}`,
  'action.carry-over': (done) => `Moved the day of the action ${records(done)}`,
  'action.close': (done) => `Closed the action ${records(done)}`,
  'action.reopen': (done) => `Opened the action ${records(done)} again`,
  'meeting.restore-version': () => 'Brought back an earlier version of a meeting',
  'action.restore-version': (done) => `Brought back an earlier version of the action ${records(done)}`,
  'request.ask': () => 'Asked somebody',
  'request.chase': () => 'Noted a reminder of a request',
  'request.cancel': () => 'Cancelled a request',
  'request.reissue': () => 'Asked again',
  'request.answer': () => 'Answered a request',
  'request.keep-scan': () => 'Kept a signed form that was scanned',
  'request.restore-version': () => 'Brought back an earlier version of a request',
  'report.restore-version': () => 'Brought back an earlier version of a supervisor’s report',
  'review.compare': (done) => `Laid the members’ judgements side by side in ${review(done)}`,
  'sheet.save': () => 'Wrote in a panel member’s own sheet',
  'sheet.finish': () => 'Finished a panel member’s own sheet',
  'sheet.reopen': () => 'Opened a panel member’s own sheet again',
  'sheet.restore-version': () => 'Brought back an earlier version of a panel member’s sheet',
  'review.schedule': (done) => `Scheduled ${review(done)}`,
  'review.replan': (done) => `Changed the plan of ${review(done)}`,
  'review.judge': (done) => `Judged a capability in ${review(done)}`,
  'review.type-in': (done) => `Noted that ${review(done)} was written on paper`,
  'review.conclude': (done) => `Wrote the conclusion of ${review(done)}`,
  'review.sign': (done) => `Signed ${review(done)}`,
  'review.countersign': (done) => `Added a signature to ${review(done)}`,
  'review.receive-signed': (done) => `Took in a signed copy of ${review(done)}`,
  'review.begin-here': (done) => `Began ${review(done)} with everybody at one table`,
  'review.judge-together': (done) => `Noted who judged together in ${review(done)}`,
  'review.request-evidence': (done) => `Asked for evidence for ${review(done)}`,
  'review.submit': (done) => `Handed in for ${review(done)}`,
  'review.take-back': (done) => `Took back what was handed in for ${review(done)}`,
  'review.admit-late': (done) => `Let in late evidence for ${review(done)}`,
  'review.change-window': (done) => `Changed the panel’s days of ${review(done)}`,
  'review.withdraw': (done) => `Took back the signature of ${review(done)}`,
  'review.release': (done) => `Released ${review(done)} to the doctor`,
  'review.acknowledge': (done) => `Confirmed having read ${review(done)}`,
  'review.respond': (done) => `Wrote a response to ${review(done)}`,
  'review.ask-second-look': (done) => `Asked for a second look at ${review(done)}`,
  'review.answer-second-look': (done) => `Answered the second look at ${review(done)}`,
  'review.amend': (done) => `Amended the outcome of ${review(done)}`,
  'review.postpone': (done) => `Postponed ${review(done)}`,
  'review.resume': (done) => `Took up ${review(done)} again`,
  'review.not-held': (done) => `Recorded ${review(done)} as not held`,
  'review.settle': (done) => `Settled contradicting steps of ${review(done)}`,
  'review.restore-version': (done) => `Brought back an earlier version of ${review(done)}`,
  'seal.sign': () => 'Added a seal',
  'import.package': (done) => `Brought in ${records(done)} from a package`,
  'conflict.settle': (done) => `Settled ${records(done)}, which was changed in two places`,
};

/** What was done: `Unlinked 3 items`. Words for every action, also for one that is not known. */
export const doneWords = (done: Done): string =>
  (words[done.action] ?? (done.action.startsWith('import.') ? words['import.package'] : undefined))?.(done) ??
  `Changed ${records(done)}`;

/** What stands in the list where lines cannot be read any more. */
export const gapWords = ({ from, to }: HistoryGap): { readonly what: string; readonly safe: string } => ({
  what: `${count(to - from + 1, 'save')} cannot be read any more`,
  safe: 'A file of the history is damaged here. The records themselves are as they were last saved; only how they came to be is told in part.',
});

/** Beside the versions of one record. */
export const versionGapWords =
  'Some versions of this record cannot be read any more: a file of the history is damaged. What the record says today is not affected. A backup from before the damage may still have them: bring it in, in Settings under Backups.';

const lowered = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

/** `Undo: unlinked 3 items`. */
export const undoLabel = (verb: 'Undo' | 'Redo', done: Done | null): string =>
  done === null ? `Nothing to ${verb.toLowerCase()}` : `${verb}: ${lowered(doneWords(done))}`;

/** Said once it is done: `Undone: unlinked 3 items.` with what stayed as it is. */
export function undoneWords(verb: 'Undone' | 'Redone', done: Done, kept: number): string {
  const stays = kept === 0 ? '' : ` ${count(kept, 'signed record stays', 'signed records stay')} as signed.`;
  return `${verb}: ${lowered(doneWords(done))}.${stays}`;
}

export const nothingYetWords = {
  notSaved: 'Something on this page is not saved yet. Complete it or clear it, then undo.',
} as const;
