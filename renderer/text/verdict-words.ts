import type { SignatureRemark, Verdict, VerdictFinding } from '#shared/domain/verdict.ts';
import { dayWords } from './format.ts';

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

export const remarkWords: Record<SignatureRemark, string> = {
  'before-certificate':
    'The time it claims lies before the signer’s certificate began. The clock of that computer may have been wrong.',
  'after-certificate': 'The time it claims lies after the signer’s certificate had ended.',
  'other-name':
    'It stands in the place of somebody of another name. Make sure that they are the same person.',
};

type Headline = { readonly title: string; readonly advice: string };

function validWords({ signatures, fields }: Verdict): Headline {
  const last = signatures.at(-1);
  const when = last?.claimedAt == null ? '' : ` on ${dayWords(last.claimedAt)}`;
  const open = fields.filter((field) => !field.signed).length;
  const strangers = signatures.filter(({ known }) => !known).length;
  return {
    title: `Unchanged since ${last?.signer ?? 'it'} signed${when}`,
    advice: [
      signatures.length === 1
        ? 'The signature fits, and nothing in the file has changed since.'
        : `All ${signatures.length} signatures fit, and nothing in the file has changed since but the signing itself.`,
      open === 0 ? '' : `${open === 1 ? 'One person has' : `${open} people have`} not signed yet.`,
      strangers === 0 ? '' : 'Not every signer is known to you: see below how to make sure who they are.',
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

type Signature = Verdict['signatures'][number];

/** Whether and how this vault knows a signer: the words of its badge, and what to do about it. */
export function knownWords({ known, knownAs }: Signature): {
  readonly tone: 'good' | 'info' | 'warn';
  readonly label: string;
  readonly advice: string;
} {
  const stranger =
    'Anyone can make a signature in any name. Ask the signer to read you the first groups of their fingerprint.';
  if (knownAs === null) return { tone: 'warn', label: 'Not known here', advice: stranger };
  if (!known)
    return {
      tone: 'info',
      label: `Signed on the device of ${knownAs.name}`,
      advice: `You know that device; the signer’s own key you do not. ${stranger}`,
    };
  if (knownAs.by === 'own')
    return { tone: 'good', label: 'This vault knows this signer', advice: 'The key was made here.' };
  if (knownAs.confirmed === 'not-yet' || knownAs.confirmed === null)
    return {
      tone: 'info',
      label: `${knownAs.name}, in your directory`,
      advice: 'Their fingerprint was not compared yet. Do so by voice, then note it in the directory.',
    };
  return {
    tone: 'good',
    label: `${knownAs.name}, in your directory`,
    advice: confirmedWords[knownAs.confirmed],
  };
}

const confirmedWords = {
  'by-voice': 'You compared their fingerprint by voice.',
  'in-person': 'You compared their fingerprint in person.',
  'trusted-channel': 'Their card came by a way you trust.',
} as const;
