import type { CoverageMeasure, CoverageQuestion } from '#shared/domain/coverage/items-behind.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';

/** What a number of the coverage map counts: what its list is called, and how it came about. */
export const measureWords: Record<CoverageMeasure, { readonly title: string; readonly meaning: string }> = {
  all: { title: 'Linked', meaning: 'Everything linked, whatever its age. Not the trash, and no drafts.' },
  counted: { title: 'Counted', meaning: 'In the window, or older and kept up by newer evidence.' },
  inWindow: { title: 'In the window', meaning: 'Begun, and still young enough on the target date.' },
  maintained: {
    title: 'Older, kept up',
    meaning: 'Older than the window. It counts because newer evidence here shows that the skill was kept up.',
  },
  tooOld: { title: 'Too old', meaning: 'Older than the window on the target date, so it is not counted.' },
  tooEarly: { title: 'Not begun yet', meaning: 'It starts after today, so it is not counted yet.' },
  expiring: {
    title: 'Growing too old',
    meaning: 'It would count if you submitted today. On the target date it is too old.',
  },
  verified: { title: 'Verified', meaning: 'Somebody confirmed it. Only what counts is listed.' },
  unverified: {
    title: 'To verify',
    meaning: 'It counts, and nobody has confirmed it yet. What needs no verification is left out.',
  },
  anonymised: {
    title: 'Anonymised',
    meaning: 'It counts, and somebody looked through all of its present files.',
  },
  unanonymised: {
    title: 'To anonymise',
    meaning: 'It counts, and has files that nobody has looked through for patients and colleagues yet.',
  },
  drafts: { title: 'Drafts', meaning: 'Not finished: a draft counts nowhere and is sent to nobody.' },
  seen: {
    title: 'Seen by a supervisor',
    meaning:
      'It counts, and a supervisor signed it off in person or accepted it in their feedback. A change since then takes that away.',
  },
};

/** What a list of items is about, `IM7: to verify` or `Growing too old`. */
export function questionTitle(pack: GuidancePack, question: CoverageQuestion): string {
  const { title } = measureWords[question.measure];
  const { capability, expectation } = question;
  const rules =
    capability === null
      ? pack.expectations
      : pack.capabilities.find(({ code }) => code === capability)?.expectations;
  const rule = rules?.find(({ id }) => id === expectation)?.title;
  const about = [capability, rule].filter((part) => part != null && part !== '').join(', ');
  return about === '' ? title : `${about}: ${title.toLowerCase()}`;
}
