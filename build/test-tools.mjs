import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests judge with: a program, and the Debian package that brings it. */
const tools = [
  ['chromium', 'chromium'],
  ['pdfsig', 'poppler-utils'],
  ['qpdf', 'qpdf'],
  ['openssl', 'openssl'],
  ['mutool', 'mupdf-tools'],
  ['age', 'age'],
  ['unzip', 'unzip'],
  ['zbarimg', 'zbar-tools'],
  ['script', 'bsdutils'],
];

const found = (program) =>
  (process.env.PATH ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .some((folder) => existsSync(`${folder}/${program}`)) ||
  (program === 'chromium' && Boolean(process.env.WAYMARK_CHROMIUM));

const absent = () => tools.filter(([program]) => !found(program));

/**
 * Installs what is missing where this is a Debian machine and we may; otherwise names it.
 * @returns the names of programs that are still missing.
 */
export function installTools() {
  const needed = absent();
  if (needed.length === 0) return [];
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && found('apt-get');
  if (mayInstall) {
    console.log(`Installing the test tools: ${needed.map(([program]) => program).join(', ')}`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    const packages = [...new Set(needed.map(([, name]) => name))];
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return absent().map(([program, name]) => `${program} (package ${name})`);
}
