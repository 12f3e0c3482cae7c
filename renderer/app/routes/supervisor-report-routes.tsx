import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const supervisorReportsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.supervisorReports,
  component: lazyRouteComponent(
    () => import('#renderer/features/supervisor-report/reports-screen.tsx'),
    'SupervisorReportsScreen',
  ),
});

export const supervisorReportRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.supervisorReport,
  component: lazyRouteComponent(
    () => import('#renderer/features/supervisor-report/report-screen.tsx'),
    'SupervisorReportScreen',
  ),
});
