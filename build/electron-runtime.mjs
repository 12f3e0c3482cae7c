import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-stamp.mjs';

const packageFolder = join(root, 'node_modules', 'electron');
/** Long enough for about 120 MB over a slow line; without a line the download fails at once. */
const patienceMs = 10 * 60_000;

/** The runtime's program, when it is there. Never imports `electron`: that starts a download of its own. */
export function installedElectron(folder = packageFolder, env = process.env) {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const program = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), readFileSync(named, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/** Downloads the runtime with Electron's own installer, once, with a time limit. False when it cannot be had. */
async function download() {
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: patienceMs,
  });
  const [code] = await once(child, 'close');
  return code === 0;
}

/** @returns the program to run, downloaded first where that is possible; undefined where it is not. */
export async function electronRuntime() {
  const there = installedElectron();
  if (there !== undefined) return there;
  process.stderr.write('Fetching Electron, once (about 120 MB)...\n');
  return (await download()) ? installedElectron() : undefined;
}

/** Why a window cannot open on this machine whatever is installed; undefined when nothing is known against it. */
export function noWindowBecause({ platform, env, isRoot }) {
  if (platform !== 'linux') return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no display here';
  // Electron refuses to sandbox pages for root, and Waymark never runs without the sandbox.
  return isRoot ? 'Electron does not run as root' : undefined;
}
