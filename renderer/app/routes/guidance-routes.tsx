import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute, rootRoute } from './root-route.tsx';

/** Needs no portfolio: a Trust may make its packs first. */
export const guidanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.guidance,
  component: lazyRouteComponent(
    () => import('#renderer/features/guidance/guidance-screen.tsx'),
    'GuidanceScreen',
  ),
});

export const editGuidanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.editGuidance,
  component: lazyRouteComponent(
    () => import('#renderer/features/guidance/editor/edit-screen.tsx'),
    'EditScreen',
  ),
});

export const changeGuidanceRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.changeGuidance,
  component: lazyRouteComponent(
    () => import('#renderer/features/guidance/change/change-screen.tsx'),
    'ChangeScreen',
  ),
});
