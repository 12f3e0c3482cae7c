import { strengthSchema } from '#shared/domain/coverage/types.ts';
import type { FactChange } from '#shared/domain/supervision/fact-changes.ts';
import { ratingLevelSchema } from '#shared/domain/supervision/rating.ts';
import type { MissingPart } from '#shared/domain/supervision/report-missing.ts';
import type { ReportRecommendation } from '#shared/domain/supervision/supervisor-report.ts';
import { strengthWords } from './coverage-words.ts';
import { count } from './format.ts';
import { ratingWords } from './rating-words.ts';

/** What each missing part of a supervisor's report is called. */
export const missingPartWords: Record<MissingPart['part'], string> = {
  capability: 'a level, a comment or “not seen”',
  domain: 'a comment on a professional domain',
  strengths: 'strengths',
  development: 'areas to develop',
  example: 'one whole example',
  'example-unfinished': 'the rest of an example that was begun',
  recommendation: 'what you recommend',
  'recommendation-reason': 'why you recommend it',
  period: 'a period that has ended',
};

/** What is missing in one line, capabilities and domains counted together. */
export function missingParts(missing: readonly MissingPart[]): string {
  const amount = (part: MissingPart['part']) => missing.filter((one) => one.part === part).length;
  return [...new Set(missing.map(({ part }) => part))]
    .map((part) => {
      if (part === 'capability')
        return `${missingPartWords[part]} for ${count(amount(part), 'capability', 'capabilities')}`;
      return part === 'domain' && amount(part) > 1
        ? `comments on ${amount(part)} professional domains`
        : missingPartWords[part];
    })
    .join(', ');
}

export const recommendationWords: Record<
  ReportRecommendation,
  { readonly name: string; readonly meaning: string }
> = {
  'ready-for-review': {
    name: 'The review can go ahead as planned',
    meaning: 'Nothing I know of speaks against holding it.',
  },
  'further-support': {
    name: 'Further support is needed',
    meaning: 'The review can be held; the panel should look at what would help.',
  },
  concerns: {
    name: 'There are concerns the panel should hear',
    meaning: 'Say which, and whether the doctor knows of them.',
  },
};

const factWords: Record<FactChange['fact'], string> = {
  items: 'Evidence in the period',
  verified: 'Verified evidence',
  type: 'Evidence',
  meetingsHeld: 'Meetings held',
  meetingsMissed: 'Meetings missed',
  actionsDone: 'Actions done',
  actionsOpen: 'Actions open',
  actionsOverdue: 'Actions overdue',
  daysAbsent: 'Days absent',
  'capability-items': 'linked evidence',
  'capability-inWindow': 'evidence in the window',
  'capability-strength': 'counts',
  'capability-selfRating': 'doctor’s own rating',
  'capability-lastRating': 'your last rating',
  'capability-gone': 'is no longer in the guidance',
  'capability-new': 'is new in the guidance',
  domains: 'The professional domains are other ones now',
  previousActions: 'What the last review asked for stands differently now',
};

const valueWords = (value: FactChange['now']): string => {
  if (value === null) return 'none';
  const level = ratingLevelSchema.safeParse(value);
  if (level.success) return ratingWords[level.data].title.toLowerCase();
  const strength = strengthSchema.safeParse(value);
  return strength.success ? strengthWords[strength.data].title.toLowerCase() : String(value);
};

/** One changed figure as a line: what, and from what to what. */
export function changeWords({ fact, of, before, now }: FactChange): string {
  const name = of === null ? factWords[fact] : fact === 'type' ? of : `${of}: ${factWords[fact]}`;
  const plain: readonly FactChange['fact'][] = [
    'capability-gone',
    'capability-new',
    'domains',
    'previousActions',
  ];
  return plain.includes(fact) ? name : `${name}, ${valueWords(before)} before and ${valueWords(now)} now`;
}
