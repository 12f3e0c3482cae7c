import type { FailureData } from '#shared/domain/failure-codes.ts';

/** Why a signed report cannot be taken, or signed, as it is. */
export const signedCopies: Record<
  FailureData['SIGNED_COPY']['why'],
  { readonly what: string; readonly next: string }
> = {
  'not-valid': {
    what: 'This file was changed after it was signed, or is not signed at all',
    next: 'Ask the person who sent it to send the file again exactly as Waymark saved it.',
  },
  'other-report': {
    what: 'This is the report of another review',
    next: 'Open the review it belongs to, or choose the right file.',
  },
  'nothing-new': {
    what: 'This copy holds no signature that is not here already',
    next: 'Ask the person to sign it in their Waymark and send you the file that is saved there.',
  },
  diverged: {
    what: 'This copy was signed without the signatures you already have',
    next: 'Two people signed the same copy at once, and signatures cannot be joined afterwards. Send the report as it is here to this person and ask them to sign it once more: one after the other.',
  },
  'other-person': {
    what: 'A place in this report belongs to somebody else',
    next: 'Each place is signed by the person it is made for, with their own key. Ask that person to sign.',
  },
  'no-place': {
    what: 'This report has no place for that signature',
    next: 'Reports have a place for each member of the panel as it was when the chair signed.',
  },
  'signed-already': {
    what: 'That place has been signed already',
    next: 'Open the report again to see who has signed.',
  },
};
