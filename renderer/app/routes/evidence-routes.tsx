import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { coverageSearchSchema } from '#renderer/features/coverage/coverage-search.ts';
import { newItemSearchSchema } from '#renderer/features/evidence/form/new-item-search.ts';
import { listSearchSchema } from '#renderer/features/evidence/list/list-search.ts';
import { paths } from '#renderer/ui/paths.ts';
import { viewSearchSchema } from '#renderer/ui/viewer/view-search.ts';
import { portfolioRoute } from './root-route.tsx';

export const evidenceRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.evidence,
  validateSearch: listSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/evidence/list/evidence-list-screen.tsx'),
    'EvidenceListScreen',
  ),
});

/**
 * Holds the form for a new item and for one that exists: the screen stays while the address of an item that has just
 * been created changes from one to the other.
 */
export const evidenceFormRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  id: 'evidence-form',
  component: lazyRouteComponent(
    () => import('#renderer/features/evidence/form/evidence-form-screen.tsx'),
    'EvidenceFormScreen',
  ),
});

/** Search: what the new item starts with, so that a gap can say "add evidence here". */
export const newEvidenceRoute = createRoute({
  getParentRoute: () => evidenceFormRoute,
  path: paths.newEvidence,
  validateSearch: newItemSearchSchema,
  component: () => null,
});

export const evidenceItemRoute = createRoute({
  getParentRoute: () => evidenceFormRoute,
  path: paths.evidenceItem,
  validateSearch: viewSearchSchema,
  component: () => null,
});

export const coverageRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.coverage,
  validateSearch: coverageSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/coverage/coverage-screen.tsx'),
    'CoverageScreen',
  ),
});

/** The map with one capability open, so that a home screen or a review can point at it. */
export const capabilityRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.capability,
  validateSearch: coverageSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/coverage/coverage-screen.tsx'),
    'CoverageScreen',
  ),
});
