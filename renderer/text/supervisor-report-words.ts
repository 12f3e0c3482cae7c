import type { RatingLevel } from '#shared/domain/supervision/rating.ts';
import type { MissingPart } from '#shared/domain/supervision/report-missing.ts';
import type { ReportRecommendation } from '#shared/domain/supervision/supervisor-report.ts';
import { count } from './format.ts';

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

export const reportLevelWords: Record<RatingLevel, string> = {
  'not-shown': 'Not shown yet',
  observe: 'Level 1: observes',
  direct: 'Level 2: acts with direct supervision',
  indirect: 'Level 3: acts with indirect supervision',
  independent: 'Level 4: acts unsupervised',
};
