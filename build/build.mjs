import { rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build as buildAll } from 'electron-vite';
import { createLogger } from 'vite';
import { root, sourceStamp, stampFile } from './source-stamp.mjs';

/** Vite's own voice, on stderr: stdout belongs to the command that asked for a build. */
function onStderr() {
  const quiet = createLogger('warn', { allowClearScreen: false });
  const say = (text) => process.stderr.write(`${text}\n`);
  return { ...quiet, info: () => undefined, warn: say, warnOnce: say, error: say };
}

/**
 * Builds both hosts, the preload and the page into `out/`, and stamps the result with what it was built from.
 * The stamp is written last and taken first: a build that failed, or files that changed meanwhile, count as not built.
 */
export async function build() {
  const stamp = await sourceStamp();
  await rm(stampFile, { force: true });
  await buildAll({ root, logLevel: 'warn', customLogger: onStderr() });
  await writeFile(stampFile, stamp);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
