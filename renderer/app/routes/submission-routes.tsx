import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const submissionRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.submission,
  component: lazyRouteComponent(
    () => import('#renderer/features/submission/submission-screen.tsx'),
    'SubmissionScreen',
  ),
});

export const answerRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.answer,
  component: lazyRouteComponent(
    () => import('#renderer/features/submission/answer-screen.tsx'),
    'AnswerScreen',
  ),
});

export const verifiersRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.verifiers,
  component: lazyRouteComponent(
    () => import('#renderer/features/submission/registers/verifiers-screen.tsx'),
    'VerifiersScreen',
  ),
});

export const refereesRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.referees,
  component: lazyRouteComponent(
    () => import('#renderer/features/submission/registers/referees-screen.tsx'),
    'RefereesScreen',
  ),
});
