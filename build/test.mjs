import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { slowestFiles } from './slowest.mjs';
import { installTools } from './test-tools.mjs';

/**
 * `npm test`: every layer of proof, in the order that finds faults soonest. Ends with one line, `N passed, N failed`.
 * Each step that is not a test runner counts as one test.
 */
const results = { passed: 0, failed: 0 };
const failures = [];
const reports = [];

function count(name, passed, failed) {
  results.passed += passed;
  results.failed += failed;
  if (failed > 0) failures.push(name);
}

function run(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function step(name, command, args) {
  const ok = run(name, command, args);
  count(name, ok ? 1 : 0, ok ? 0 : 1);
}

/** Runs a test runner that writes a JSON report; a run without a readable report is a failure, never a pass. */
function suite(name, command, args, file, read) {
  rmSync(file, { force: true });
  const ok = run(name, command, args);
  let report;
  try {
    const written = JSON.parse(readFileSync(file, 'utf8'));
    report = read(written);
    reports.push(written);
  } catch {
    report = { passed: 0, failed: 1 };
  }
  const silent = report.passed + report.failed === 0 || (!ok && report.failed === 0);
  count(name, report.passed, report.failed + (silent ? 1 : 0));
}

const vitest = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests });
const playwright = ({ stats }) => {
  if (stats.flaky > 0)
    console.log(`\n${stats.flaky} passed only when tried again: see test-results/e2e.json`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
};

mkdirSync('test-results', { recursive: true });
const missing = installTools();
if (missing.length > 0) {
  console.error(`These tools are needed by the tests and could not be installed: ${missing.join(', ')}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

step('lint', 'npx', ['--no-install', 'biome', 'check', '.']);
step('types', 'npx', ['--no-install', 'tsc', '-b']);
step('unused', 'npx', ['--no-install', 'knip', '--no-progress']);
try {
  await build();
  count('build', 1, 0);
} catch (fault) {
  console.error(fault);
  count('build', 0, 1);
}
const vitestReport = 'test-results/vitest.json';
suite(
  'unit, contract, storage, reports, architecture',
  'npx',
  [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ],
  vitestReport,
  vitest,
);
const e2eReport = 'test-results/e2e.json';
suite('e2e in Chromium', 'npx', ['--no-install', 'playwright', 'test'], e2eReport, playwright);

console.log(`\nThe slowest files:\n${slowestFiles(reports).join('\n')}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join('; ')}`);
console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 ? 0 : 1);
