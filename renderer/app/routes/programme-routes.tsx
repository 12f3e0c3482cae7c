import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { rootRoute } from './root-route.tsx';

type ProgrammeSearch = { readonly view?: string; readonly month?: string };

export const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.programme,
  validateSearch: ({ view, month }: Record<string, unknown>): ProgrammeSearch => ({
    ...(typeof view === 'string' ? { view } : {}),
    ...(typeof month === 'string' ? { month } : {}),
  }),
  component: lazyRouteComponent(
    () => import('#renderer/features/programme/programme-screen.tsx'),
    'ProgrammeScreen',
  ),
});
