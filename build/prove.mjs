import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installTools } from './test-tools.mjs';

/**
 * `npm run prove [-- NAME…]`: the proofs that `npm test` runs in small, at their full size, one file after another; with names,
 * only the files whose path holds one of them. Prints what ran and its figures. Exit 1 when a proof fails.
 */
const root = resolve(import.meta.dirname, '..');
const names = process.argv.slice(2);
const figures = join(root, '.cache/prove.txt');
const sizing = /from '#test\/support\/prove\.ts'/;

const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && sizing.test(readFileSync(join(root, file), 'utf8')))
  .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
  .sort();

const missing = installTools();
if (missing.length > 0) {
  console.error(`These tools are needed by the proofs and could not be installed: ${missing.join(', ')}`);
  process.exit(1);
}
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(figures, { force: true });
const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--no-file-parallelism', '--reporter=verbose', ...files],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, WAYMARK_PROVE: '1', WAYMARK_PROVE_FIGURES: figures },
  },
);
let said = '';
try {
  said = readFileSync(figures, 'utf8');
} catch {
  // No proof came as far as its figures.
}
console.log(`\n== ${files.length} files of proofs at full size\n${said}`);
process.exit(status === 0 ? 0 : 1);
