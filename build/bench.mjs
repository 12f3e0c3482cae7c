import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureBuilt } from './ensure-built.mjs';

/**
 * `npm run bench [-- --json] [-- --only NAME]`: every speed promise as a ratio against a named baseline measured in
 * the same run. Exit 1 when a promise is broken.
 */
const root = resolve(import.meta.dirname, '..');
const out = join(root, '.cache/bench');
const json = process.argv.includes('--json');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;

await ensureBuilt();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(root, 'test/bench/all.ts'),
    outDir: out,
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'all.mjs', format: 'es' } },
  },
});
const { allBenches } = await import(pathToFileURL(join(out, 'all.mjs')).href);
const rows = await allBenches({ only, note: (text) => process.stderr.write(`${text}\n`) });

const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
if (json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  const table = rows.map((row) => [
    row.name,
    `${number(row.value)} ${row.unit}`,
    `${row.baseline}: ${number(row.baselineValue)} ${row.unit}`,
    number(row.ratio),
    number(row.limit),
    row.ok ? 'ok' : 'BROKEN',
  ]);
  const head = ['what', 'measured', 'baseline', 'ratio', 'limit', ''];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...table.map((cells) => cells[column].length)),
  );
  for (const cells of [head, widths.map((width) => '-'.repeat(width)), ...table]) {
    console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join('  '));
  }
}
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;
