import type { Verdict, VerdictFinding } from '#shared/domain/verdict.ts';
import { dayWords } from './format.ts';
import { unsureOf } from './signer-words.ts';

export const findingWords: Record<VerdictFinding, string> = {
  'no-signature':
    'Nobody has signed this PDF, so nothing can be said about who made it or whether it was changed.',
  'not-a-pdf': 'This file is not a PDF that can be read.',
  'malformed-signature': 'There is a signature, but it is not built as a signature must be.',
  'changed-after-signing': 'Something was added or changed after the last signature.',
  'content-digest-mismatch': 'The content is not what was signed: at least one byte is different.',
  'signature-mismatch': 'The signature does not belong to this content and this signer.',
  'certificate-chain': 'The signer’s certificate is not vouched for by the device it names.',
  'certificate-profile': 'The signer’s certificate may not be used for signing documents.',
  'byte-range': 'The signature leaves out parts of the file, so those parts could have been changed.',
  'revision-not-allowed': 'After a signature, something was changed that a later signer may not change.',
  'unsupported-algorithm': 'The signature uses a method that Waymark does not accept.',
  encrypted: 'It is password-protected, so it cannot be checked.',
  'appearance-mismatch':
    'What is drawn in a place for a signature is not what Waymark draws there. Do not believe what it shows.',
  timestamp: 'The timestamp does not belong to this signature.',
};

type Headline = { readonly title: string; readonly advice: string };

function validWords({ signatures, fields }: Verdict): Headline {
  const last = signatures.at(-1);
  const when = last?.claimedAt == null ? '' : ` on ${dayWords(last.claimedAt)}`;
  const open = fields.filter((field) => !field.signed).length;
  const strangers = unsureOf(signatures);
  return {
    title: `Unchanged since ${last?.signer ?? 'it'} signed${when}`,
    advice: [
      signatures.length === 1
        ? 'The signature fits, and nothing in the file has changed since.'
        : `All ${signatures.length} signatures fit, and nothing in the file has changed since but the signing itself.`,
      open === 0 ? '' : `${open === 1 ? 'One person has' : `${open} people have`} not signed yet.`,
      strangers === 0
        ? ''
        : 'That does not say who signed: not every signer is confirmed here. See below how to make sure.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

const changedBy: ReadonlySet<VerdictFinding> = new Set<VerdictFinding>([
  'changed-after-signing',
  'content-digest-mismatch',
  'revision-not-allowed',
  'appearance-mismatch',
]);
const askAgain =
  'Ask the person who sent it for the original, or for a new copy from the chair of the panel.';

/** The one sentence that matters about a file, and what to do. */
export function verdictWords(verdict: Verdict): Headline {
  const { status, findings } = verdict;
  if (status === 'valid') return validWords(verdict);
  if (findings.includes('encrypted'))
    return {
      title: 'Password-protected: it cannot be checked',
      advice: 'Ask the sender for the report as Waymark saved it, without a password.',
    };
  if (status === 'unreadable')
    return {
      title: 'This is not a PDF',
      advice: 'Choose the PDF of the report. A photograph, a scan or a Word copy of it cannot be checked.',
    };
  if (findings.includes('no-signature')) return { title: 'This PDF is not signed', advice: askAgain };
  if (findings.some((finding) => changedBy.has(finding)))
    return { title: 'Changed after signing: do not rely on it', advice: askAgain };
  return { title: 'Do not rely on this file', advice: askAgain };
}
