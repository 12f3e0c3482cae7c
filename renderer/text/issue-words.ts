import { shortestPassphrase } from '#shared/domain/passphrase.ts';

/** Codes that our schemas give, and those that `issueCode` makes of the schema library's own. */
export type IssueCode =
  | 'required'
  | 'too-long'
  | 'too-short'
  | 'negative'
  | 'too-large'
  | 'too-small'
  | 'too-many'
  | 'date'
  | 'number'
  | 'choice'
  | 'end-before-start'
  | 'day-order'
  | 'gmc-number'
  | 'hospital-pattern'
  | 'hospital-pattern-loose'
  | 'postcode'
  | 'capability-code'
  | 'unknown-capability'
  | 'unsorted'
  | 'linked-twice'
  | 'file-missing'
  | 'wrong-kind'
  | 'not-whole'
  | 'not-a-date'
  | 'not-an-option'
  | 'unknown-field'
  | 'one-chair'
  | 'outcome-id'
  | 'pack-id'
  | 'pack-version'
  | 'passphrase-short'
  | 'pack-fixed'
  | 'same-guidance'
  | 'version-not-raised'
  | 'unknown-outcome'
  | 'unknown-action'
  | 'before-review'
  | 'one-doctor'
  | 'time'
  | 'line-twice'
  | 'signed-words'
  | 'not-later'
  | 'not-there'
  | 'in-person'
  | 'agreed-as-other'
  | 'handed-in'
  | 'identity-check'
  | 'same-id'
  | 'web-address'
  | 'own-evidence'
  | 'no-items'
  | 'due-past'
  | 'request'
  | 'request-closed'
  | 'not-asked'
  | 'not-of-request'
  | 'not-this-form'
  | 'not-own'
  | 'draft'
  | 'own-report'
  | 'unknown-domain'
  | 'in-conflict'
  | 'same-portfolio'
  | 'already-there'
  | 'wrong-passphrase'
  | 'passphrases-differ'
  | 'own-card'
  | 'card-key-changed'
  | 'in-future'
  | 'older-shape'
  | 'recovery-length'
  | 'recovery-typo'
  | `recovery-group-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'wrong-recovery-code'
  | 'column-twice'
  | 'bad-row'
  | 'no-such-row'
  | 'picture-kind'
  | 'picture-size'
  | 'picture-damaged'
  | 'invalid';

const suspect = (group: number) =>
  `There is a typing mistake. Group ${group} looks wrong: compare it with your page`;

const words: Record<IssueCode, string> = {
  required: 'Fill this in',
  'too-long': 'This is too long',
  'too-short': 'This is too short',
  negative: 'This cannot be less than zero',
  'too-large': 'This number is too large',
  'too-small': 'This number is too small',
  'too-many': 'There are too many of these',
  date: 'Write the date as DD/MM/YYYY, for example 05/03/2026',
  number: 'Write a number',
  choice: 'Choose one of the options',
  'end-before-start': 'The end cannot be before the start',
  'day-order': 'This day would be on the wrong side of the one it belongs with',
  'gmc-number': 'A GMC number has 7 digits',
  'hospital-pattern': 'Use letters, digits, spaces, hyphens and slashes',
  'hospital-pattern-loose': 'It needs at least four digits, or it would match nearly everything',
  postcode: 'Write one whole postcode, for example LS1 3EX',
  'capability-code': 'This is not a capability of the guidance',
  'unknown-capability': 'This is not a capability of the guidance',
  unsorted: 'Choose what kind of evidence this is',
  'linked-twice': 'This capability is linked twice',
  'file-missing': 'This file is no longer kept. Remove it and add it again',
  'wrong-kind': 'This is not the kind of answer asked for',
  'not-whole': 'Write a whole number',
  'not-a-date': 'Write the date as DD/MM/YYYY, for example 05/03/2026',
  'not-an-option': 'Choose one of the options',
  'unknown-field': 'This type does not ask for this',
  'one-chair': 'A panel has exactly one chair',
  'outcome-id': 'This outcome needs a different short name',
  'pack-id': 'This is not the name of a guidance pack',
  'pack-version': 'This is not a version such as 1.0.0',
  'passphrase-short': `Use at least ${shortestPassphrase} characters`,
  'unknown-outcome': 'This outcome is not in the programme’s list',
  'unknown-action': 'This action is not one of the last review’s',
  time: 'Write the time as HH:MM, for example 09:30',
  'one-doctor': 'A meeting has one doctor: the one whose portfolio this is',
  'line-twice': 'The same line stands on the agenda twice',
  'signed-words': 'The words of a review’s action are those that were signed. Write down how it goes instead',
  'not-later': 'Choose a day after the one it is due now',
  'not-there': 'Only somebody who was at the meeting can agree to it',
  'in-person': 'Say whether this person is here at this computer',
  'agreed-as-other': 'This person has agreed already, in another part',
  'handed-in': 'Evidence has been handed in: change the panel’s days on the review’s page, with the reason',
  'before-review': 'This has to be after the day of the review',
  'same-guidance': 'This portfolio uses this guidance already',
  'version-not-raised': 'Raise the version: the one before has this number or a higher one',
  'pack-fixed': 'The specialty of a portfolio cannot be changed',
  'identity-check': 'Say how the chair’s identity was checked',
  'own-evidence': 'Doctors cannot sign off or judge their own evidence',
  'no-items': 'Choose at least one item to be signed off, or ask for a report',
  'due-past': 'Choose a day that has not passed',
  request: 'Choose the request that is to be sent',
  'request-closed': 'This request is closed',
  'not-asked': 'This was asked of somebody else',
  'not-of-request': 'This item is not one the request asks about',
  'not-this-form': 'The code of this request is not in the file',
  'not-own': 'Only whoever said this can take it back',
  draft: 'This is a draft. It can be judged once its doctor has finished it',
  'own-report': 'Doctors cannot write the supervisor’s report on themselves',
  'unknown-domain': 'This is not one of the domains of this report',
  'in-conflict': 'There are two versions of this side by side. Settle that first',
  'same-portfolio': 'Choose another portfolio than the one it is in',
  'already-there': 'An item you chose is in that portfolio already',
  'web-address': 'Write a full web address that begins with https:// or http://',
  'same-id': 'Two outcomes have the same short name',
  'wrong-passphrase': 'That is not the passphrase. Check capital letters and the keyboard language',
  'passphrases-differ': 'The two passphrases are not the same',
  'own-card': 'This is your own card. You need no entry for yourself',
  'card-key-changed': 'This card brings other keys than the ones you know. Compare the fingerprints first',
  'older-shape': 'This version was written by an older Waymark and can be read, but not brought back',
  'in-future': 'This cannot be in the future',
  'recovery-length': 'A recovery code has 9 groups of 4 letters and digits. Some are missing, or too many',
  'recovery-typo':
    'There is a typing mistake in more than one place. Compare it with your page, group by group',
  'recovery-group-1': suspect(1),
  'recovery-group-2': suspect(2),
  'recovery-group-3': suspect(3),
  'recovery-group-4': suspect(4),
  'recovery-group-5': suspect(5),
  'recovery-group-6': suspect(6),
  'recovery-group-7': suspect(7),
  'recovery-group-8': suspect(8),
  'recovery-group-9': suspect(9),
  'wrong-recovery-code':
    'That is not the recovery code of this vault. A newer page replaces all older ones: look at the date on it',
  'column-twice': 'Two columns are matched to the same answer. Leave one of them out',
  'bad-row': 'A row you chose cannot be brought in',
  'no-such-row': 'A row you chose is not in the file',
  'picture-kind': 'This is not a PNG or JPEG picture, whatever it is called',
  'picture-size': 'This picture has too many pixels. Make it smaller than 4000 along each side',
  'picture-damaged': 'This picture cannot be drawn. Save it again as a PNG',
  invalid: 'This cannot be accepted',
};

const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(words, code);

/** Words to show next to a field. @param code an issue code; anything else reads as "cannot be accepted". */
export const issueWords = (code: string): string => words[isIssueCode(code) ? code : 'invalid'];

/** As much of a schema issue as is needed to name it. */
type SchemaIssue = {
  readonly code?: string | undefined;
  readonly format?: unknown;
  readonly origin?: unknown;
  readonly input?: unknown;
};

/** Gives the schema library's own issues a code of ours. Used where a schema names none itself. */
export function issueCode(issue: SchemaIssue): IssueCode {
  const empty = issue.input === undefined || issue.input === null || issue.input === '';
  if (empty) return 'required';
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'date';
  if (issue.code === 'too_small') {
    return issue.origin === 'array' ? 'required' : issue.origin === 'string' ? 'too-short' : 'too-small';
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'array' ? 'too-many' : issue.origin === 'string' ? 'too-long' : 'too-large';
  }
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'choice';
  if (issue.code === 'invalid_type' && typeof issue.input === 'string') return 'number';
  return 'invalid';
}
