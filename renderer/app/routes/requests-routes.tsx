import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { newRequestSearchSchema } from '#renderer/features/requests/request-search.ts';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute, rootRoute } from './root-route.tsx';

export const requestsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.requests,
  component: lazyRouteComponent(
    () => import('#renderer/features/requests/requests-screen.tsx'),
    'RequestsScreen',
  ),
});

/** Search: the items it is to ask about. */
export const newRequestRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.newRequest,
  validateSearch: newRequestSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/requests/new-request-screen.tsx'),
    'NewRequestScreen',
  ),
});

/** Of all portfolios at once: needs none to be chosen. */
export const askedOfMeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.askedOfMe,
  component: lazyRouteComponent(() => import('#renderer/features/requests/asked-screen.tsx'), 'AskedScreen'),
});
