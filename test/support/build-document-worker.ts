import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Vitest's set-up: the thread that opens attached files is a program of its own, which Node cannot run from its source.
 * Built beside and renamed, so that another run at the same time never sees half of it.
 */
export async function setup(): Promise<void> {
  const folder = join(root, '.cache/documents');
  await mkdir(folder, { recursive: true });
  const aside = await mkdtemp(join(folder, 'new-'));
  const name = 'document-worker.mjs';
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'electron/documents/worker.ts'),
      outDir: aside,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name, format: 'es', codeSplitting: false } },
    },
  });
  await rename(join(aside, name), join(folder, name));
  await rm(aside, { recursive: true });
}
