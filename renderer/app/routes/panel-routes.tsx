import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { rootRoute } from './root-route.tsx';

// Over all portfolios of the vault, not about the one in use.
export const panelDayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.panel,
  component: lazyRouteComponent(
    () => import('#renderer/features/panel/day/panel-day-screen.tsx'),
    'PanelDayScreen',
  ),
});

/** From edge to edge of the window (`FullFrame`). */
export const panelRoomRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.panelRoom,
  component: lazyRouteComponent(
    () => import('#renderer/features/panel/room/panel-room-screen.tsx'),
    'PanelRoomScreen',
  ),
});
