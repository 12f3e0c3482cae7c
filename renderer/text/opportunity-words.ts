import type { MatchReason } from '#shared/domain/supervision/match-opportunities.ts';
import type { Opportunity } from '#shared/domain/supervision/opportunity.ts';

export const opportunityKindWords: Record<Opportunity['kind'], string> = {
  management: 'Management role',
  teaching: 'Teaching',
  governance: 'Governance',
  'audit-qi': 'Audit or quality improvement',
  research: 'Research',
  secondment: 'Secondment',
};

/** Why it fits, as one line: which count, how far it is, and what it would bring. */
export const reasonWords = (
  { capability, title, have, need }: MatchReason,
  kinds: readonly string[],
): string =>
  `${capability === null ? 'Whole portfolio' : capability}: “${title}” stands at ${have} of ${need}, and this leads to ${kinds.join(' or ')}.`;
