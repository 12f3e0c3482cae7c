import type { DataKind } from '#shared/contract/your-data.ts';

/** What a vault holds, kind by kind. */
export const dataKindWords: Record<DataKind, string> = {
  evidence: 'Evidence items',
  'evidence-in-trash': 'Items in the trash',
  links: 'Links to capabilities',
  originals: 'Files, as you added them',
  reviews: 'Reviews',
  'signed-reports': 'Signed reports (PDF)',
  seals: 'Seals',
  searches: 'Saved searches',
  placements: 'Places chosen for the submission',
  recommendations: 'Recommendations of a decision',
  verifiers: 'Verifiers',
  referees: 'Referees',
  posts: 'Posts of your CV',
  cvs: 'What else your CV says',
  history: 'Changes in the history',
};
