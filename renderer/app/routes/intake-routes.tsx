import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const draftsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.drafts,
  component: lazyRouteComponent(
    () => import('#renderer/features/intake/drafts/drafts-screen.tsx'),
    'DraftsScreen',
  ),
});
