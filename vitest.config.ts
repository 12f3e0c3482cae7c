import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Proofs at full size (`npm run prove`) may take an hour. */
const proving = process.env.WAYMARK_PROVE === '1';

/** One project per layer of proof, so `vitest --project storage` runs one layer alone. */
const layer = (
  name: string,
  testTimeout = 20_000,
  setUp: readonly string[] = [],
  programs: readonly string[] = [],
) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: proving ? 3_600_000 : testTimeout,
    hookTimeout: Math.max(60_000, testTimeout),
    pool: 'forks' as const,
    setupFiles: [...setUp],
    globalSetup: [...programs],
  },
});

// The contract runs whole apps, the unit tests read files, those of reports bind them: all need the threads that do so.
const documentWorker = ['test/support/build-document-worker.ts'];
const quickScrypt = ['test/support/quick-scrypt.ts'];

export default defineConfig({
  test: {
    // Two at least: vitest leaves one processor free, which on a machine with two means one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      layer('architecture'),
      layer('unit', 20_000, [], documentWorker),
      layer('contract', 60_000, quickScrypt, documentWorker),
      layer('storage', 300_000, quickScrypt),
      layer('reports', 120_000, [], documentWorker),
    ],
  },
});
