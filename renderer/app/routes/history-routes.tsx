import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const activityRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.activity,
  component: lazyRouteComponent(
    () => import('#renderer/features/history/activity/activity-screen.tsx'),
    'ActivityScreen',
  ),
});

/** Search: the version that is looked at. */
export const historyRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.history,
  validateSearch: (search: Record<string, unknown>): { readonly version?: string } =>
    typeof search.version === 'string' ? { version: search.version } : {},
  component: lazyRouteComponent(
    () => import('#renderer/features/history/versions/history-screen.tsx'),
    'HistoryScreen',
  ),
});

export const conflictsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.conflicts,
  component: lazyRouteComponent(
    () => import('#renderer/features/history/conflicts/conflicts-screen.tsx'),
    'ConflictsScreen',
  ),
});

export const conflictRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.conflict,
  component: lazyRouteComponent(
    () => import('#renderer/features/history/conflicts/conflict-screen.tsx'),
    'ConflictScreen',
  ),
});
