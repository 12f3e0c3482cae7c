import { createRootRoute, createRoute } from '@tanstack/react-router';
import { NotFoundScreen } from '../screens/not-found-screen.tsx';
import { RenderFaultScreen } from '../screens/render-fault-screen.tsx';
import { PortfolioLayout } from '../shell/portfolio-layout.tsx';
import { RootLayout } from '../shell/root-layout.tsx';

export const rootRoute = createRootRoute({
  component: RootLayout,
  notFoundComponent: NotFoundScreen,
  errorComponent: RenderFaultScreen,
});

/** Screens about one portfolio: below this, `usePortfolio()` always has one. */
export const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'portfolio-screens',
  component: PortfolioLayout,
});
