import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { meetingKinds } from '#shared/domain/supervision/meeting.ts';
import { portfolioRoute } from './root-route.tsx';

export const meetingsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.meetings,
  component: lazyRouteComponent(
    () => import('#renderer/features/supervision/meetings/list/meetings-screen.tsx'),
    'MeetingsScreen',
  ),
});

/** Search: the kind and day of a meeting that is expected. */
export const newMeetingRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.newMeeting,
  validateSearch: (search: Record<string, unknown>): { readonly kind?: string; readonly on?: string } => ({
    ...(meetingKinds.some((kind) => kind === search.kind) ? { kind: String(search.kind) } : {}),
    ...(typeof search.on === 'string' ? { on: search.on } : {}),
  }),
  component: lazyRouteComponent(
    () => import('#renderer/features/supervision/meetings/plan/plan-screen.tsx'),
    'PlanMeetingScreen',
  ),
});

export const meetingRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.meeting,
  component: lazyRouteComponent(
    () => import('#renderer/features/supervision/meetings/hold/meeting-screen.tsx'),
    'MeetingScreen',
  ),
});

/** Search: `closed` instead of open ones. */
export const actionsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.actions,
  validateSearch: (search: Record<string, unknown>): { readonly show?: 'closed' } =>
    search.show === 'closed' ? { show: 'closed' } : {},
  component: lazyRouteComponent(
    () => import('#renderer/features/supervision/actions/actions-screen.tsx'),
    'ActionsScreen',
  ),
});
