import { join } from 'node:path';
import { electronRuntime, noWindowBecause } from './electron-runtime.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './source-stamp.mjs';

/** A window that ends this soon and badly never opened: a missing library or a sandbox the system forbids. */
const startFailureMs = 5000;

/** `npm start`: the desktop app, or the same app in the browser where Electron cannot run, said in one line. */
async function start() {
  await ensureBuilt();
  const isRoot = process.getuid?.() === 0;
  const program = await electronRuntime();
  const refusal =
    program === undefined
      ? "Electron's runtime cannot be downloaded here"
      : noWindowBecause({ platform: process.platform, env: process.env, isRoot });
  if (program !== undefined && refusal === undefined) {
    const { code, ran } = await runProgram(program, [root]);
    if (code === 0 || code === 130 || code === 143 || ran > startFailureMs) return code;
  }
  console.log(
    `${refusal ?? 'Electron could not open a window here'}: opening Waymark in your browser instead.`,
  );
  const { code } = await runProgram(process.execPath, [join(root, 'out/main/headless.js'), 'serve']);
  return code;
}

process.exitCode = await start();
