import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { sendSearchSchema } from '#renderer/features/sharing/send-search.ts';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute, rootRoute } from './root-route.tsx';

export const sendRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.send,
  validateSearch: sendSearchSchema,
  component: lazyRouteComponent(() => import('#renderer/features/sharing/send-screen.tsx'), 'SendScreen'),
});

/** Needs no portfolio: what is received may be the first. */
export const receiveRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.receive,
  component: lazyRouteComponent(
    () => import('#renderer/features/sharing/receive-screen.tsx'),
    'ReceiveScreen',
  ),
});
