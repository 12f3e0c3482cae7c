import type { Audience, LeftOutReason, TravellingCollection } from '#shared/domain/packages/audiences.ts';
import type { notTakenReasons, SignedRecord } from '#shared/domain/packages/preview.ts';
import type { MergeKind } from '#shared/domain/revisions.ts';

/** Whom a package is for, and what they then see. */
export const audienceWords: Record<Audience, { readonly title: string; readonly sees: string }> = {
  supervisor: {
    title: 'A supervisor',
    sees: 'Sees the portfolio’s details, all evidence with its files and who signed it off, what belongs to supervision, and reviews that are planned or released. Nothing from the trash, and no older wording.',
  },
  panel: {
    title: 'The review panel',
    sees: 'Sees the evidence as it is and as it was handed in, the reviews with their steps and reports, actions, ratings and sealed supervisor’s reports. Nothing from the trash, and no member’s own notes.',
  },
  self: {
    title: 'Myself, on another computer',
    sees: 'Everything: evidence, reviews, the trash, and every earlier version.',
  },
  doctor: {
    title: 'The doctor',
    sees: 'Goes back to the doctor: meetings, actions, feedback, ratings, requests, sealed reports and seals, and reviews before the panel writes or once they are released. Never evidence, drafts or a member’s own notes.',
  },
  chair: {
    title: 'The chair of the panel',
    sees: 'Goes back to the chair: your own sheets and seals, and the steps of the review. No evidence, and nothing of any other member.',
  },
  assessor: {
    title: 'An assessor',
    sees: 'Sees one request, and only the items it asks about with their files.',
  },
};

/** Why something is not in a package. */
export const leftOutWords: Record<LeftOutReason, string> = {
  audience: 'Not for this audience',
  trash: 'In the trash',
  draft: 'A draft, not finished yet',
  chosen: 'Held back by you',
  'risky-file': 'Has a file that runs as a program or carries macros',
  'file-too-large': 'Has a file that is too large to travel',
  'two-versions': 'Changed in two places, and not settled yet',
  'quotes-redacted': 'Quotes words of a file that others get redacted',
  'redacted-elsewhere': 'Has a file that was redacted in another item',
};

export const mergeKindWords: Record<
  Exclude<MergeKind, 'known'>,
  { readonly title: string; readonly meaning: string }
> = {
  new: { title: 'New', meaning: 'Not here yet. They are added.' },
  changed: {
    title: 'Changed',
    meaning: 'Newer there than here. The newer version is shown; the older one stays in the history.',
  },
  conflicting: {
    title: 'Changed in both places',
    meaning: 'Yours stays as it is shown. Theirs is kept beside it, and you choose afterwards.',
  },
};

export const notTakenWords: Record<(typeof notTakenReasons)[number], string> = {
  'seal-missing': 'It says it was signed, but the seal is not there.',
  'seal-mismatch': 'It was changed after it was signed.',
  'not-the-senders': 'It says it is another panel member’s own sheet. Only they can send it.',
  'kept-as-here': 'The sender changed it, but it is not theirs to change. Yours stays as it is.',
};

export const recordWords: Record<TravellingCollection, string> = {
  portfolio: 'Portfolio details',
  evidence: 'Evidence',
  reviews: 'Review',
  seals: 'Seal',
  searches: 'Saved search',
  placements: 'Place in the submission',
  recommendations: 'Recommendation',
  verifiers: 'Verifier',
  referees: 'Referee',
  posts: 'Post of the CV',
  cvs: 'CV',
  meetings: 'Meeting',
  agreements: 'Agreement to a meeting’s notes',
  actions: 'Action',
  feedback: 'Feedback',
  ratings: 'Rating',
  requests: 'Request',
  supervisorReports: 'Supervisor’s report',
  steps: 'Step of a review',
  snapshots: 'What was handed in',
  sheets: 'Panel member’s own sheet',
};

/** As what somebody signed. */
export const signingPartWords: Record<SignedRecord['signatures'][number]['part'], string> = {
  chair: 'as the chair of the review',
  panel: 'as a member of the panel',
  judgement: 'for the judgements',
  'supervisor-report': 'as the author of the report',
  'in-person': 'in person, as assessor',
  'sign-off': 'as assessor, in their own Waymark',
};

const steps: Readonly<Record<string, string>> = {
  collecting: 'Collecting what it is to hold',
  writing: 'Writing and encrypting',
  opening: 'Opening',
  'writing-set': 'Putting the set together',
  'writing-papers': 'Putting the papers together',
  checking: 'Checking every file',
  'checking-pages': 'Checking every page',
  'looking-for-hidden': 'Looking for what is hidden',
  'looking-under-marks': 'Looking under the marks',
  redacting: 'Making the redacted copy',
  briefs: 'Reading what was handed in',
  'briefs-pages': 'Laying out the pages',
  comparing: 'Comparing with your vault',
  backup: 'Making a backup first',
  files: 'Keeping the files',
  records: 'Keeping the records',
  write: 'Writing the files',
  'backing-up': 'Copying everything and reading it back',
  restoring: 'Unpacking and checking everything',
  merging: 'Comparing every version',
};

/** What a job is doing just now. */
export const stepWords = (step: string): string => steps[step] ?? 'Starting';
