import type { Damage } from '#shared/domain/damage.ts';
import type { SalvageFinding } from '#shared/domain/salvage.ts';
import { count, momentWords } from './format.ts';

/** What is wrong with a stored file, in words. Completes "This file …". */
export const damageWords: Record<Damage, string> = {
  missing: 'is gone',
  unreadable: 'cannot be read at all',
  altered: 'is not as it was written',
  truncated: 'is shorter than it was written',
  cut: 'has lost its end',
  'out-of-order': 'has lines that are missing, doubled or in the wrong order',
  'chain-broken': 'has a line that does not belong there',
  'revision-mismatch': 'has a line that does not fit what came before it',
  'invalid-record': 'holds something Waymark never writes',
};

const isWords = (word: string): word is Damage => Object.hasOwn(damageWords, word);
/** The same for a code that may be of a later Waymark. */
export const damageWordsFor = (what: string): string => (isWords(what) ? damageWords[what] : 'is damaged');

const place = ({ store }: SalvageFinding) =>
  store === 'profile' ? 'your profile and settings' : 'a portfolio';

function journalWords(finding: SalvageFinding): string {
  const { readable, unreadable, lastReadableAt, canSetAside } = finding;
  if (!canSetAside) return `Nothing of ${place(finding)} can be read. It is left as it is.`;
  const until = lastReadableAt === null ? '' : `, up to ${momentWords(lastReadableAt)}`;
  const good = `${count(readable ?? 0, 'save')} of ${place(finding)} can be read${until}.`;
  return `${good} At least ${count(unreadable ?? 1, 'later save')} cannot.`;
}

const attachmentWords = ({ attachment }: SalvageFinding) =>
  attachment === null
    ? 'An attached file that no item names any more cannot be read.'
    : `The attached file "${attachment.name}" of "${attachment.title}" cannot be read. Attach it again if you have it elsewhere.`;

/** What a damaged file means for its owner. */
export function findingWords(finding: SalvageFinding): string {
  switch (finding.kind) {
    case 'journal':
      return journalWords(finding);
    case 'history':
      return `Nothing you see today is lost: only how ${place(finding)} came to be cannot be read in full.`;
    case 'checkpoint':
      return 'Nothing is lost: it only made opening faster, and is made again from the journal.';
    case 'seal':
      return 'Nothing is lost: it only helps to notice when something was removed, and is made again.';
    case 'attachment':
      return attachmentWords(finding);
    case 'draft':
      return 'Text that was being written and had not been saved yet cannot be read.';
  }
}
