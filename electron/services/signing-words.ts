import type { PanelRole } from '#shared/domain/review.ts';

/** What roles are called in a signed file itself: in tooltips of its fields and as the reason of a signature. */
export const panelRoleTitles: Record<PanelRole, string> = {
  chair: 'Chair',
  supervisor: 'Educational supervisor',
  'cesr-team': 'Portfolio pathway (CESR) team',
  administrator: 'Administrator',
  external: 'External member',
  lay: 'Lay member',
};

/** Why somebody signs a report, as the signature says it. */
export const reasonOf = (role: PanelRole): string =>
  role === 'chair' ? 'Chair of the review panel' : `Member of the review panel (${panelRoleTitles[role]})`;
