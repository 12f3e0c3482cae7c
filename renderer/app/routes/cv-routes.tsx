import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cvSearchSchema } from '#renderer/features/cv/cv-search.ts';
import { timelineSearchSchema } from '#renderer/features/timeline/timeline-search.ts';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const cvRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.cv,
  validateSearch: cvSearchSchema,
  component: lazyRouteComponent(() => import('#renderer/features/cv/cv-screen.tsx'), 'CvScreen'),
});

export const timelineRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.timeline,
  validateSearch: timelineSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/timeline/timeline-screen.tsx'),
    'TimelineScreen',
  ),
});
