import type { FailureCode, FailureData } from '#shared/domain/failure-codes.ts';
import { sizeWords } from './format.ts';
import { missingWords, reviewStateWords } from './review-words.ts';

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
    next: `Install Waymark ${needs} or newer and open the vault with it.`,
  }),
  VAULT_DAMAGED: ({ file, what }) => ({
    what: 'A file of the vault cannot be read as it should be',
    safe: `Nothing was repaired, replaced or deleted. The file is ${file} (${what}).`,
    next: 'Restore the vault folder from your own backup copy, or ask for help before changing anything in it.',
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
  REVIEW_INCOMPLETE: ({ missing }) => ({
    what: 'The review is not complete enough to sign',
    safe: 'Nothing was signed. The draft is kept.',
    next: `Still missing: ${missing.map((part) => missingWords[part].toLowerCase()).join(', ')}.`,
  }),
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
