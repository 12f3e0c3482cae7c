import { createRoute } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { ComingScreen } from '../screens/coming-screen.tsx';
import { portfolioRoute } from './root-route.tsx';

export const reviewsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.reviews,
  component: () => <ComingScreen title="Reviews" />,
});

export const newReviewRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.newReview,
  component: () => <ComingScreen title="Schedule a review" />,
});

export const reviewRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.review,
  component: () => <ComingScreen title="Review" />,
});
