import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Vitest's set-up: the threads that open other people’s files and make PDFs are programs of their own, which Node cannot run
 * from their sources. Built beside and renamed, so that another run at the same time never sees half of one.
 */
export async function setup(): Promise<void> {
  await Promise.all([
    buildWorker('electron/documents/worker.ts', 'document-worker.mjs'),
    buildWorker('electron/reports/bind/worker.ts', 'report-worker.mjs'),
    buildWorker('electron/intake/worker.ts', 'intake-worker.mjs'),
  ]);
}

async function buildWorker(source: string, name: string): Promise<void> {
  const folder = join(root, '.cache/documents');
  await mkdir(folder, { recursive: true });
  const aside = await mkdtemp(join(folder, 'new-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, source),
      outDir: aside,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name, format: 'es', codeSplitting: false } },
    },
  });
  await rename(join(aside, name), join(folder, name));
  await rm(aside, { recursive: true });
}
