import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const redactFileRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.redactFile,
  component: lazyRouteComponent(
    () => import('#renderer/features/redaction/redaction-screen.tsx'),
    'RedactionScreen',
  ),
});
