import type { Verdict, VerdictFinding } from '#shared/domain/verdict.ts';

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

export const verdictWords: Record<Verdict['status'], { readonly title: string; readonly advice: string }> = {
  valid: {
    title: 'Unchanged since it was signed',
    advice: 'Every signature fits, and nothing in the file has changed since.',
  },
  'not-valid': {
    title: 'Do not rely on this file',
    advice: 'Ask the person who sent it for the original, or for a new copy from the chair of the panel.',
  },
  unreadable: {
    title: 'This is not a PDF',
    advice: 'Choose the PDF of the report. A photograph, a scan or a Word copy of it cannot be checked.',
  },
};
