import { readFile } from 'node:fs/promises';
import { sourceStamp, stampFile } from './source-stamp.mjs';

/** Builds when `out/` is missing or was built from other sources. Says so in one line on stderr. */
export async function ensureBuilt() {
  const built = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (built !== undefined && built === (await sourceStamp())) return;
  process.stderr.write('Building Waymark (only after changes, under a minute)...\n');
  // Loaded only now: the bundler is slow to load, and most starts do not need it.
  const { build } = await import('./build.mjs');
  await build();
}
