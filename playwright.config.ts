import { defineConfig } from '@playwright/test';

/** Journeys in a real browser over the loopback host; the same specs run in Electron with WAYMARK_E2E_HOST=electron. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: process.env.WAYMARK_E2E_HOST === 'electron' ? 1 : 2,
  // On a busy machine a journey may lose a race with itself once; that is said at the end of the run, never hidden.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { actionTimeout: 10_000, screenshot: 'only-on-failure' },
});
