import { join } from 'node:path';
import { type ResourceFolders, resourceFolders } from '#electron/resource-folders.ts';

/** The resources and threads of the built app, for a bench that is one file elsewhere. */
export const builtFolders = (): ResourceFolders =>
  resourceFolders(join(process.cwd(), 'out', 'main'), undefined);
