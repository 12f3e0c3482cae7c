import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute, rootRoute } from './root-route.tsx';

export const homeRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.home,
  component: lazyRouteComponent(() => import('../screens/role-home.tsx'), 'RoleHome'),
});

export const newPortfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.newPortfolio,
  component: lazyRouteComponent(
    () => import('#renderer/features/portfolio/new-portfolio-screen.tsx'),
    'NewPortfolioScreen',
  ),
});

export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.verify,
  component: lazyRouteComponent(() => import('#renderer/features/verify/verify-screen.tsx'), 'VerifyScreen'),
});

export const restoreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.restore,
  component: lazyRouteComponent(
    () => import('#renderer/features/start/restore/restore-screen.tsx'),
    'RestoreScreen',
  ),
});

export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.settings,
  validateSearch: (search: Record<string, unknown>): { readonly tab?: string } =>
    typeof search.tab === 'string' ? { tab: search.tab } : {},
  component: lazyRouteComponent(
    () => import('#renderer/features/settings/settings-screen.tsx'),
    'SettingsScreen',
  ),
});

/** Drawn by the layout itself, whether the vault is open or not. Without damage there is nothing to see. */
export const damagedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.damaged,
  component: () => null,
});
