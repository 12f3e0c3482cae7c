import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addFilesSearchSchema } from '#renderer/features/intake/add-files/add-files-search.ts';
import { draftsSearchSchema } from '#renderer/features/intake/drafts/drafts-search.ts';
import { paths } from '#renderer/ui/paths.ts';
import { portfolioRoute } from './root-route.tsx';

export const draftsRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.drafts,
  validateSearch: draftsSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/intake/drafts/drafts-screen.tsx'),
    'DraftsScreen',
  ),
});

export const addFilesRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.addFiles,
  validateSearch: addFilesSearchSchema,
  component: lazyRouteComponent(
    () => import('#renderer/features/intake/add-files/add-files-screen.tsx'),
    'AddFilesScreen',
  ),
});

export const importEvidenceRoute = createRoute({
  getParentRoute: () => portfolioRoute,
  path: paths.importEvidence,
  component: lazyRouteComponent(
    () => import('#renderer/features/intake/import/import-screen.tsx'),
    'ImportScreen',
  ),
});
