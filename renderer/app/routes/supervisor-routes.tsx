import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute, rootRoute } from './root-route.tsx';

/** Of all portfolios at once: needs none to be chosen. */
export const supervisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.supervision,
  component: lazyRouteComponent(
    () => import('#renderer/features/supervision/supervision-home.tsx'),
    'SupervisionHome',
  ),
});

export const queueRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.queue,
  component: lazyRouteComponent(
    () => import('#renderer/features/supervision/queue/queue-screen.tsx'),
    'QueueScreen',
  ),
});
