import { ukDate } from '../dates.ts';
import type { PostWish } from './cv.ts';
import type { CvFinding, FindingKind } from './findings.ts';

/** What a CV asks of a post, as a post lacks it. */
export const wishWords: Readonly<Record<PostWish, string>> = {
  dates: 'dates',
  'whole-time': 'per cent of full time',
  institution: 'institution',
  place: 'town or city',
  supervisor: 'supervisor',
  duties: 'duties',
  supervision: 'level of supervision',
};

export const findingTitles: Readonly<Record<FindingKind, string>> = {
  gap: 'Gap without a reason',
  'starts-differ': 'First day differs from the evidence',
  'ends-differ': 'Last day differs from the evidence',
  'title-differs': 'Title differs from the evidence',
  'institution-differs': 'Institution differs from the evidence',
  'whole-time-differs': 'Working time differs from the evidence',
  'end-missing': 'No last day, and the next post began',
  'over-full-time': 'Posts come to more than full time',
  overlap: 'Posts overlap',
  'break-without-reason': 'Break without a reason',
  'no-primary-qualification': 'No primary qualification',
  missing: 'Not said yet',
  'not-proved': 'No employment evidence',
};

const days = (count: number | null): string => `${count ?? 0} ${count === 1 ? 'day' : 'days'}`;
const span = ({ from, to }: CvFinding): string => {
  if (from === null) return '';
  return to === null || to === from ? ukDate(from) : `${ukDate(from)} to ${ukDate(to)}`;
};
const dated = (text: string): string => (text === '' ? 'no last day' : ukDate(text));
const quoted = (text: string): string => `“${text}”`;

/** What was found, in a sentence without names of posts: those stand beside it. */
export function findingSentence(finding: CvFinding): string {
  const { kind, says, percent, missing } = finding;
  const length = days(finding.days);
  switch (kind) {
    case 'gap':
      return `${span(finding)}: ${length} without a post or a reason.`;
    case 'break-without-reason':
      return `${span(finding)}: ${length} of break with no reason given.`;
    case 'starts-differ':
    case 'ends-differ':
      return `The CV says ${dated(says?.post ?? '')}, the evidence ${dated(says?.evidence ?? '')}.`;
    case 'title-differs':
    case 'institution-differs':
      return `The CV says ${quoted(says?.post ?? '')}, the evidence ${quoted(says?.evidence ?? '')}.`;
    case 'whole-time-differs':
      return `The CV says ${says?.post ?? ''} of full time, the evidence ${says?.evidence ?? ''}.`;
    case 'end-missing':
      return percent === null
        ? `The next post began on ${span(finding)}. If both were held at once, say how much of full time each was.`
        : `The next post began on ${span(finding)}, and both come to ${percent} % of full time together.`;
    case 'over-full-time':
      return `${span(finding)}: ${length} at ${percent ?? 0} % of full time together.`;
    case 'overlap':
      return percent === null
        ? `${span(finding)}: ${length} in both. Not all of them say how much of full time they were.`
        : `${span(finding)}: ${length} at ${percent} % of full time together.`;
    case 'no-primary-qualification':
      return 'Add it under Qualifications: the CV reaches back to it, and days before the first post are checked from then on.';
    case 'missing':
      return `Missing: ${missing.map((wish) => wishWords[wish]).join(', ')}.`;
    case 'not-proved':
      return 'No contract, letter or rota is named that shows it.';
  }
}
