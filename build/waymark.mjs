import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './source-stamp.mjs';

/** `npm run waymark -- <command>`: the command line, built when needed. Its stdout is the command's alone. */
await ensureBuilt();
const { code } = await runProgram(process.execPath, [
  join(root, 'out/main/headless.js'),
  ...process.argv.slice(2),
]);
process.exitCode = code;
