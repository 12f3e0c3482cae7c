import type { FailureCode, FailureData } from '#shared/domain/failure-codes.ts';
import { keyFileFaults, malformedFiles } from './file-fault-words.ts';
import { sizeWords } from './format.ts';
import { guidanceRefusals } from './guidance-words.ts';
import { importRefusalWords } from './import-words.ts';
import { refusalWords } from './package-words.ts';
import { panelRefusalWords } from './panel-words.ts';
import { reviewProcessFailures } from './review-process-failures.ts';
import { missingWords, reviewStateWords } from './review-words.ts';
import { damageWordsFor } from './salvage-words.ts';
import { signedCopies } from './signed-copy-words.ts';
import { missingParts } from './supervisor-report-words.ts';

/** What happened, what is safe, and what to do: the three things everyone asks of an error. */
export type FailureWords = { readonly what: string; readonly safe: string; readonly next: string };
type WordsOf = { readonly [C in FailureCode]: (data: FailureData[C]) => FailureWords };

const nothingChanged = 'Nothing was changed.';
const typedIsKept = 'What you typed is still here.';

const thing: Record<FailureData['NOT_FOUND']['what'], string> = {
  portfolio: 'portfolio',
  evidence: 'evidence item',
  review: 'review',
  guidance: 'guidance pack',
  upload: 'upload',
  capability: 'capability',
  file: 'file',
  person: 'person',
  version: 'version',
  conflict: 'conflict',
  backup: 'backup',
  job: 'task',
  seal: 'seal',
  search: 'saved search',
  recommendation: 'recommendation',
  verifier: 'verifier',
  referee: 'referee',
  post: 'post',
  meeting: 'meeting',
  action: 'action',
  feedback: 'feedback',
  request: 'request',
  report: 'supervisor’s report',
  opportunity: 'opportunity',
};

const backupFailures: Record<FailureData['BACKUP_FAILED']['why'], string> = {
  full: 'The disk the backups are on is full. Make room on it, or choose another folder in Settings.',
  folder: 'Check that the backup folder can be written to, or choose another in Settings.',
  verify:
    'What was written could not be read back as it should be. Check that disk, or choose another folder.',
  'within-vault': 'Choose a folder outside the vault: a backup inside it would be lost with it.',
};

const words: WordsOf = {
  LOCKED: () => ({
    what: 'Waymark is locked',
    safe: typedIsKept,
    next: 'Unlock it with your passphrase and try again.',
  }),
  WRONG_PASSPHRASE: () => ({
    what: 'That is not the passphrase',
    safe: nothingChanged,
    next: 'Check capital letters and the keyboard language, then try again.',
  }),
  WEAK_PASSPHRASE: ({ atLeast }) => ({
    what: `The passphrase needs at least ${atLeast} characters`,
    safe: nothingChanged,
    next: 'Four or five unrelated words are easy to remember and hard to guess.',
  }),
  VAULT_EXISTS: () => ({
    what: 'There is already a vault on this computer',
    safe: 'It was left as it is.',
    next: 'Start Waymark again and unlock it.',
  }),
  VAULT_ABSENT: () => ({
    what: 'The vault is no longer where it was',
    safe: nothingChanged,
    next: 'Check that the folder has not been moved or renamed, then start Waymark again.',
  }),
  VAULT_IN_USE: ({ owner }) => ({
    what: `The vault is already open${owner === '' ? '' : ` (${owner})`}`,
    safe: 'Your data is safe. Only one Waymark may write to a vault at a time.',
    next: 'Use the Waymark that is open, or close it and try again.',
  }),
  VAULT_NEWER: ({ file, needs }) => ({
    what: 'This vault was written by a newer Waymark',
    safe: `Your data is safe. The file ${file} was not touched.`,
    // The header names a version; a line or a checkpoint can only name its own format.
    next: /^[0-9]/.test(needs)
      ? `Install Waymark ${needs} or newer and open the vault with it.`
      : `Install the newest Waymark and open the vault with it. (The file is of ${needs}.)`,
  }),
  VAULT_DAMAGED: ({ file, what }) => ({
    what: 'A file of the vault cannot be read as it should be',
    safe: `Nothing was repaired, replaced or deleted. The file ${file} ${damageWordsFor(what)}.`,
    next: 'See what can still be opened, or restore the vault from a backup. Change nothing in its folder by hand.',
  }),
  DISK_FULL: () => ({
    what: 'The disk is full',
    safe: `${typedIsKept} Everything saved before is safe.`,
    next: 'Free some space on the disk, then try again.',
  }),
  STORAGE_FAILED: ({ code }) => ({
    what: `The disk refused to save (${code})`,
    safe: `${typedIsKept} Everything saved before is safe.`,
    next: 'Check that the disk is connected and not read-only, then try again.',
  }),
  READ_ONLY: () => ({
    what: 'The disk failed while saving, so this vault can only be read for now',
    safe: `${typedIsKept} Everything saved before is safe.`,
    next: 'Copy what you typed, check the disk, then close Waymark and start it again.',
  }),
  INVALID: () => ({
    what: 'Some of what was entered cannot be accepted',
    safe: typedIsKept,
    next: 'Correct the fields that are marked.',
  }),
  NOT_FOUND: ({ what }) => ({
    what: `This ${thing[what]} could not be found`,
    safe: nothingChanged,
    next: 'It may have been removed. Go back and choose another.',
  }),
  REVIEW_STATE: ({ state }) => ({
    what: `This review is already ${reviewStateWords[state].toLowerCase()}`,
    safe: nothingChanged,
    next: 'A signed review cannot be changed. Open it again to see its present state.',
  }),
  MEETING_STATE: ({ state }) => ({
    what: `This meeting is ${{ planned: 'only planned', held: 'held already', cancelled: 'cancelled' }[state]}`,
    safe: nothingChanged,
    next: 'Open it again to see how it stands now.',
  }),
  ACTION_STATE: ({ status }) => ({
    what: `This action is ${{ open: 'open', done: 'done', dropped: 'dropped' }[status]} already`,
    safe: nothingChanged,
    next:
      status === 'open'
        ? 'Look at the list of actions again.'
        : 'Open it again first if there is more to do.',
  }),
  REVIEW_INCOMPLETE: ({ missing }) => ({
    what: 'The review is not complete enough to sign',
    safe: 'Nothing was signed. The draft is kept.',
    next: `Still missing: ${missing.map((part) => missingWords[part].toLowerCase()).join(', ')}.`,
  }),
  REPORT_STATE: ({ state }) => ({
    what: state === 'sealed' ? 'This report is sealed already' : 'This report is still a draft',
    safe: nothingChanged,
    next:
      state === 'sealed'
        ? 'A sealed report cannot be changed. Write a new one that stands in its place.'
        : 'Open it and go on writing: only a sealed report is amended.',
  }),
  REPORT_INCOMPLETE: ({ missing }) => ({
    what: 'The report is not complete enough to seal',
    safe: 'Nothing was sealed. The draft is kept.',
    next: `Still missing: ${missingParts(missing)}.`,
  }),
  ...reviewProcessFailures,
  FILE_TOO_LARGE: ({ size, limit }) => ({
    what: `The file is too large (${sizeWords(size)})`,
    safe: 'The file was not read. Everything else is kept.',
    next: `Files of up to ${sizeWords(limit)} can be used. Split it or save a smaller copy.`,
  }),
  FILE_CHANGED: ({ name }) => ({
    what: `The file ${name === '' ? '' : `“${name}” `}was moved or changed while it was being read`,
    safe: 'Nothing of it was kept. Everything else is kept.',
    next: 'Choose the file again.',
  }),
  WRONG_RECOVERY_CODE: () => ({
    what: 'That is not the recovery code of this vault',
    safe: nothingChanged,
    next: 'Check it letter by letter against your printed page. A newer page replaces all older ones.',
  }),
  NO_KEYCHAIN: () => ({
    what: 'This computer has no keychain that protects anything',
    safe: 'Your passphrase and recovery code work as before.',
    next: 'Unlock with your passphrase.',
  }),
  CHANGED_SINCE: ({ count }) => ({
    what: count === 1 ? 'It was changed again since' : `${count} of these were changed again since`,
    safe: nothingChanged,
    next: 'Open the history of the item and choose the version you want.',
  }),
  NOT_UNDOABLE: ({ why }) => ({
    what:
      why === 'nothing'
        ? 'There is nothing to undo'
        : why === 'moved'
          ? 'This cannot be brought back here'
          : 'This cannot be undone',
    safe: nothingChanged,
    next:
      why === 'sealed'
        ? 'What has been signed is not undone. It can be corrected by a new version that names the old one.'
        : why === 'moved'
          ? 'The item is in another portfolio now. Undo the move, or move it back from there.'
          : why === 'gap'
            ? 'What it was before is in a part of the history that is damaged. Bring in a backup that still has it, in Settings under Backups, and try again.'
            : 'Older changes can be seen, and brought back, in the history of each item.',
  }),
  PACKAGE_REFUSED: ({ why, entry }) => ({
    what: 'This file was refused',
    safe: 'Nothing of it was kept. Your vault is exactly as it was.',
    next: `${refusalWords(why)}${entry === '' ? '' : ` (${entry})`} Ask the sender to send it again.`,
  }),
  PACKAGE_NEWER: ({ needs }) => ({
    what: 'This file was written by a newer Waymark',
    safe: nothingChanged,
    next: `Install Waymark ${needs} or newer, then open it again.`,
  }),
  NOT_FOR_YOU: () => ({
    what: 'This file was not encrypted for you',
    safe: nothingChanged,
    next: 'Send your card to the sender and ask them to choose you, or enter the passphrase they gave you.',
  }),
  SENDER_UNKNOWN: ({ name }) => ({
    what: `${name === '' ? 'The sender' : name} is not in your directory with this key`,
    safe: 'Nothing was brought in.',
    next: 'Compare the fingerprint with them by voice, then add their card and open the file again.',
  }),
  BACKUP_FAILED: ({ why }) => ({
    what: 'The backup could not be made',
    safe: 'Your vault is safe. Older backups were left as they are.',
    next: backupFailures[why],
  }),
  CANCELLED: () => ({ what: 'Stopped', safe: nothingChanged, next: 'Start again whenever you like.' }),
  KEY_FILE: ({ why }) => ({
    what: 'This key file cannot be used',
    safe: 'Your present key is unchanged.',
    next: keyFileFaults[why],
  }),
  TIMESTAMP_FAILED: ({ why }) => ({
    what: 'No timestamp could be had',
    safe: 'Nothing was signed. The draft is kept.',
    next:
      why === 'unreachable'
        ? 'Check the connection, or switch timestamps off in Settings and sign without one.'
        : 'The service answered with something unusable. Try again, or switch timestamps off in Settings.',
  }),
  GUIDANCE_REFUSED: ({ why, at }) => ({
    what: `That file ${guidanceRefusals[why]}${at === '' ? '' : ` (${at.slice(0, 120)})`}.`,
    safe: 'Nothing was read from it, and your guidance is as it was.',
    next: 'Ask whoever made the file for a whole one, or choose another.',
  }),
  SIGNED_COPY: ({ why }) => ({
    what: signedCopies[why].what,
    safe: 'The report you have is exactly as it was.',
    next: signedCopies[why].next,
  }),
  FILE_ENCRYPTED: () => ({
    what: 'This file is protected with a password',
    safe: 'It is kept exactly as it was added.',
    next: 'Save a copy without a password, and add that instead.',
  }),
  FILE_MALFORMED: ({ why }) => ({
    what: 'This file cannot be read',
    safe: 'It is kept exactly as it was added.',
    next: malformedFiles[why],
  }),
  IMPORT_REFUSED: ({ why, limit }) => ({
    what: 'This file cannot be brought in as it is',
    safe: 'Nothing was added to your portfolio.',
    next: importRefusalWords(why, limit),
  }),
  PANEL_REFUSED: ({ why }) => panelRefusalWords[why],
  UNEXPECTED: ({ reference }) => ({
    what: 'Something went wrong that Waymark did not expect',
    safe: 'Everything saved before is safe.',
    next: `Try again. If it happens again, quote the reference ${reference}.`,
  }),
};

/** The words for one failure. */
export function failureWords<C extends FailureCode>(known: {
  readonly code: C;
  readonly data: FailureData[C];
}): FailureWords {
  return words[known.code](known.data);
}

/** For faults that carry no code: the call itself did not get through. */
export const lostWords: FailureWords = {
  what: 'Waymark did not answer',
  safe: 'Everything saved before is safe.',
  next: 'Check that Waymark is still running, then try again.',
};
