import { isFailure } from '#shared/domain/failure.ts';
import type { FailureCode } from '#shared/domain/failure-codes.ts';
import { spokenFingerprint } from '#shared/domain/people.ts';

/** Failures as the command line says them: one line, no jargon, what to do. The app has fuller words of its own. */
const words: Record<FailureCode, string> = {
  LOCKED: 'The vault is locked.',
  WRONG_PASSPHRASE: 'That passphrase does not open this vault. Nothing was changed.',
  WEAK_PASSPHRASE: 'That passphrase is too short. Use at least 10 characters.',
  VAULT_EXISTS: 'There is already a vault in that folder. Choose another folder.',
  VAULT_ABSENT: 'There is no vault in that folder.',
  VAULT_IN_USE: 'Waymark already has this vault open. Close it there first.',
  VAULT_NEWER: 'This vault was written by a newer Waymark. Update Waymark, then try again.',
  VAULT_DAMAGED: 'A file of this vault is damaged. Nothing was changed; restore the folder from a backup.',
  DISK_FULL: 'The disk is full. What was saved before is safe.',
  STORAGE_FAILED: 'The disk could not be read or written. What was saved before is safe.',
  READ_ONLY: 'The vault is read-only after a disk fault. Close Waymark and open it again.',
  INVALID: 'Something in this request is not valid.',
  NOT_FOUND: 'That was not found.',
  REVIEW_STATE: 'The review is not in a state that allows this.',
  MEETING_STATE: 'The meeting is not in a state that allows this.',
  ACTION_STATE: 'The action is not in a state that allows this.',
  REVIEW_INCOMPLETE: 'The review is not complete.',
  REPORT_STATE: 'The report is not in a state that allows this.',
  REPORT_INCOMPLETE: 'The report is not complete.',
  REVIEW_STEP: 'The review does not stand where this step can be taken. Nothing was changed.',
  REVIEW_NOT_OPEN: 'The review is not open to its panel. Nothing was changed.',
  REVIEW_QUORUM: 'Too few members of the panel have judged. Nothing was signed.',
  FILE_TOO_LARGE: 'That file is too large.',
  FILE_CHANGED: 'That file changed while it was being read.',
  WRONG_RECOVERY_CODE: 'That recovery code does not open this vault. Nothing was changed.',
  NO_KEYCHAIN: 'This computer has no keychain that protects anything.',
  CHANGED_SINCE: 'It was changed again since. Nothing was undone.',
  NOT_UNDOABLE: 'That cannot be undone.',
  PACKAGE_REFUSED: 'That file is not a whole, unaltered Waymark file. Nothing was read from it.',
  PACKAGE_NEWER: 'That file was written by a newer Waymark. Update Waymark, then try again.',
  NOT_FOR_YOU: 'That file is not encrypted to you, or not with this passphrase.',
  SENDER_UNKNOWN: 'That file was sealed by somebody who is not in your directory. Add their card first.',
  BACKUP_FAILED: 'The backup could not be made. The vault itself is as it was.',
  CANCELLED: 'Stopped. Nothing was changed.',
  KEY_FILE: 'That key file cannot be used.',
  TIMESTAMP_FAILED: 'No timestamp could be had. Nothing was signed.',
  SIGNED_COPY: 'That signed report cannot be used here as it is.',
  FILE_ENCRYPTED: 'That file is protected with a password and cannot be read.',
  FILE_MALFORMED: 'That file cannot be read.',
  GUIDANCE_REFUSED: 'That guidance file cannot be taken.',
  IMPORT_REFUSED: 'That file cannot be read as evidence. Nothing was brought in.',
  PANEL_REFUSED: 'The panel’s work does not allow that now.',
  UNEXPECTED: 'Something unexpected happened.',
};

/** What the system itself refuses, outside the vault: the file to write, the port to listen on. */
const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'That port is in use already. Choose another, or leave --port out.',
  EACCES: 'The system does not allow that. Choose another place or port.',
  EPERM: 'The system does not allow that. Choose another place or port.',
  EROFS: 'That disk can only be read. Choose another place.',
  ENOENT: 'There is no such folder. Make it first, or choose another place.',
  ENOTDIR: 'That is not a folder. Choose another place.',
  EEXIST: 'There is a file of that name already. Choose another name.',
  EISDIR: 'That is a folder. Give the name of a file.',
  ENOSPC: words.DISK_FULL,
};

/** One line for the person at the terminal. Faults nobody foresaw are named by their kind alone. */
export function wordsFor(fault: unknown): string {
  const refused = fault instanceof Error && 'code' in fault ? refusals[String(fault.code)] : undefined;
  if (refused !== undefined) return refused;
  if (!isFailure(fault)) return `Unexpected: ${fault instanceof Error ? fault.name : 'unknown'}`;
  const file = 'file' in fault.data ? ` (${fault.data.file})` : '';
  const entry = 'entry' in fault.data && fault.data.entry !== '' ? `: ${fault.data.entry}` : '';
  const why = 'why' in fault.data && 'entry' in fault.data ? ` (${fault.data.why}${entry})` : '';
  const sender =
    'fingerprint' in fault.data && 'name' in fault.data
      ? ` (${fault.data.name}, ${spokenFingerprint(fault.data.fingerprint).join(' ')})`
      : '';
  const owner = 'owner' in fault.data ? ` (${fault.data.owner})` : '';
  return `${words[fault.failure]}${file}${owner}${why}${sender}`;
}
