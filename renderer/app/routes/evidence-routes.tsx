import { createRoute } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { ComingScreen } from '../screens/coming-screen.tsx';
import { portfolioRoute } from './root-route.tsx';

export const evidenceRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.evidence,
  component: () => <ComingScreen title="Evidence" />,
});

/** Search: what the new item starts with, so that a gap can say "add evidence here". */
export const newEvidenceRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.newEvidence,
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly type?: string; readonly capability?: string } => ({
    ...(typeof search.type === 'string' ? { type: search.type } : {}),
    ...(typeof search.capability === 'string' ? { capability: search.capability } : {}),
  }),
  component: () => <ComingScreen title="Add evidence" />,
});

export const evidenceItemRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.evidenceItem,
  component: () => <ComingScreen title="Evidence item" />,
});

export const coverageRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.coverage,
  component: () => <ComingScreen title="Coverage" />,
});

export const capabilityRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.capability,
  component: () => <ComingScreen title="Capability" />,
});
