/**
 * The address of every screen, in one place. Used with the router's own typed `params`:
 * `<LinkButton to={paths.evidenceItem} params={{ id }}>`.
 */
export const paths = {
  home: '/',
  newPortfolio: '/portfolio/new',
  evidence: '/evidence',
  newEvidence: '/evidence/new',
  evidenceItem: '/evidence/$id',
  drafts: '/drafts',
  addFiles: '/add-files',
  importEvidence: '/import',
  coverage: '/coverage',
  capability: '/coverage/$code',
  reviews: '/reviews',
  newReview: '/reviews/new',
  review: '/reviews/$id',
  reviewPlan: '/reviews/$id/plan',
  send: '/send',
  receive: '/receive',
  people: '/people',
  newPerson: '/people/new',
  person: '/people/$id',
  activity: '/activity',
  history: '/history/$collection/$id',
  conflicts: '/conflicts',
  conflict: '/conflicts/$collection/$id',
  guidance: '/guidance',
  editGuidance: '/guidance/$id/edit',
  changeGuidance: '/guidance/$id/change',
  verify: '/verify',
  restore: '/restore',
  settings: '/settings',
  damaged: '/damaged',
} as const;
export type AppPath = (typeof paths)[keyof typeof paths];
