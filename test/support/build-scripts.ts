import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Configuration } from 'electron-builder';

/** The build's own scripts are plain JavaScript, run by Node before anything is built; these are their types. */
const folder = resolve(import.meta.dirname, '../../build');
const load = async <T>(name: string): Promise<T> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href)) as T;

type Environment = Readonly<Record<string, string | undefined>>;

export const loadPackagingConfig = async () =>
  (await load<{ readonly default: Configuration }>('electron-builder.config.mjs')).default;

export const loadFuseCheck = () =>
  load<{ readonly wrongFuses: (program: string) => Promise<readonly string[]> }>('check-fuses.mjs');

export const loadEnsureBuilt = () => load<{ readonly ensureBuilt: () => Promise<void> }>('ensure-built.mjs');

export const loadElectronRuntime = () =>
  load<{
    readonly installedElectron: (folder: string, env: Environment) => string | undefined;
    readonly noWindowBecause: (machine: {
      readonly platform: NodeJS.Platform;
      readonly env: Environment;
      readonly isRoot: boolean;
    }) => string | undefined;
  }>('electron-runtime.mjs');

export const loadRunProgram = () =>
  load<{
    readonly runProgram: (
      program: string,
      args: readonly string[],
      options?: { readonly stdio?: 'ignore' | 'inherit' },
    ) => Promise<{ readonly code: number; readonly ran: number }>;
  }>('run-program.mjs');

export const loadSlowest = () =>
  load<{
    readonly slowestFiles: (reports: readonly object[], count?: number) => readonly string[];
  }>('slowest.mjs');
