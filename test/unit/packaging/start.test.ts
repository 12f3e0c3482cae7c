import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadElectronRuntime, loadRunProgram } from '#test/support/build-scripts.ts';

const { installedElectron, noWindowBecause } = await loadElectronRuntime();
const { runProgram } = await loadRunProgram();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('Electron’s runtime', () => {
  it('is found where its installer puts it', async () => {
    expect(installedElectron(folder, {})).toBeUndefined();
    await writeFile(join(folder, 'path.txt'), 'electron');
    // Named, but the download was cut off.
    expect(installedElectron(folder, {})).toBeUndefined();
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist', 'electron'), '');
    expect(installedElectron(folder, {})).toBe(join(folder, 'dist', 'electron'));
  });

  it('may be somewhere else', async () => {
    await writeFile(join(folder, 'path.txt'), 'electron');
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'electron'), '');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'other') };
    expect(installedElectron(folder, env)).toBe(join(folder, 'other', 'electron'));
  });
});

describe('a window', () => {
  it.each([
    ['linux', {}, false, /display/],
    ['linux', { DISPLAY: ':0' }, true, /root/],
    ['linux', { DISPLAY: ':0' }, false, undefined],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, undefined],
    ['win32', {}, false, undefined],
    ['darwin', {}, false, undefined],
  ] as const)('on %s with %j, root %s', (platform, env, isRoot, reason) => {
    const found = noWindowBecause({ platform, env, isRoot });
    if (reason === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(reason);
  });
});

describe('a program run in our place', () => {
  const node = (code: string) => runProgram(process.execPath, ['-e', code], { stdio: 'ignore' });

  it('passes its exit code on', async () => {
    expect((await node('process.exit(0)')).code).toBe(0);
    expect((await node('process.exit(7)')).code).toBe(7);
  });

  it('counts a signal as shells do', async () => {
    expect((await node('process.kill(process.pid, "SIGTERM")')).code).toBe(143);
    expect((await node('process.kill(process.pid, "SIGKILL")')).code).toBe(137);
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGTERM');
    await node('0');
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
