import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const reviewsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.reviews,
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/list/reviews-screen.tsx'),
    'ReviewsScreen',
  ),
});

export const newReviewRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.newReview,
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/plan/schedule-screen.tsx'),
    'ScheduleScreen',
  ),
});

/** Search: the step of a review that is being held, and the capability that is being judged. */
export const reviewRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.review,
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly step?: string; readonly capability?: string } => ({
    ...(typeof search.step === 'string' ? { step: search.step } : {}),
    ...(typeof search.capability === 'string' ? { capability: search.capability } : {}),
  }),
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/hold/review-screen.tsx'),
    'ReviewScreen',
  ),
});

export const reviewPlanRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.reviewPlan,
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/plan/replan-screen.tsx'),
    'ReplanScreen',
  ),
});

export const reviewTypeInRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.reviewTypeIn,
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/type-in/type-in-screen.tsx'),
    'TypeInScreen',
  ),
});
