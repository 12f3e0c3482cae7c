import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { rootRoute } from './root-route.tsx';

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.people,
  component: lazyRouteComponent(() => import('#renderer/features/people/people-screen.tsx'), 'PeopleScreen'),
});

export const newPersonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.newPerson,
  component: lazyRouteComponent(
    () => import('#renderer/features/people/add-person-screen.tsx'),
    'AddPersonScreen',
  ),
});

export const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.person,
  component: lazyRouteComponent(() => import('#renderer/features/people/person-screen.tsx'), 'PersonScreen'),
});
