import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const opportunitiesRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.opportunities,
  component: lazyRouteComponent(
    () => import('#renderer/features/opportunities/opportunities-screen.tsx'),
    'OpportunitiesScreen',
  ),
});
