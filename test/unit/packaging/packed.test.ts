import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEnsureBuilt, loadFuseCheck } from '#test/support/build-scripts.ts';
import { standInElectronDist } from '#test/support/stand-in-electron-dist.ts';

/** The app packed for Linux by electron-builder itself, around a stand-in for Electron's program. */
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);
const builder = createRequire(
  createRequire(require.resolve('electron-builder/package.json')).resolve('app-builder-lib'),
);
const asar = builder('@electron/asar') as {
  readonly listPackage: (archive: string, options: { readonly isPack: boolean }) => string[];
  readonly extractAll: (archive: string, folder: string) => void;
};

let scratch: string;
let unpacked: string;
let archive: string;
/** Files in the archive, with forward slashes and none leading. */
let files: readonly string[];

beforeAll(async () => {
  await (await loadEnsureBuilt()).ensureBuilt();
  scratch = await mkdtemp(join(tmpdir(), 'waymark-packed-'));
  const { version } = require('electron/package.json') as { readonly version: string };
  const dist = await standInElectronDist(join(scratch, 'electron'), version);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      require.resolve('electron-builder/cli.js'),
      '--dir',
      '--linux',
      '--config',
      'build/electron-builder.config.mjs',
      `-c.electronDist=${dist}`,
      `-c.directories.output=${join(scratch, 'dist')}`,
    ],
    { cwd: root, encoding: 'utf8', timeout: 200_000 },
  );
  if (status !== 0) throw new Error(`electron-builder failed: ${stdout}\n${stderr}`);
  const made = readdirSync(join(scratch, 'dist')).find((name) => name.endsWith('unpacked'));
  unpacked = join(scratch, 'dist', String(made));
  archive = join(unpacked, 'resources', 'app.asar');
  files = asar.listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').slice(1));
}, 240_000);

afterAll(() => rm(scratch, { recursive: true, force: true }));

const ours = () => files.filter((file) => !file.startsWith('node_modules'));

describe('the packed app', () => {
  it('holds what was built: main, preload and exactly the page’s listed files', () => {
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'out/main/main.js', 'out/preload/preload.cjs']),
    );
    const list = JSON.parse(readFileSync(join(root, 'out/renderer/files.json'), 'utf8')) as {
      files: string[];
    };
    expect(list.files).toContain('index.html');
    expect(ours()).toEqual(expect.arrayContaining(list.files.map((file) => `out/renderer/${file}`)));
  });

  it('holds nothing of ours but that', () => {
    const allowed = /^(?:package\.json|out|out\/(?:main|preload|renderer)(?:\/.*)?)$/;
    expect(ours().filter((file) => !allowed.test(file))).toEqual([]);
    expect(ours().filter((file) => /\.(?:map|[mc]?tsx?)$/.test(file))).toEqual([]);
    expect(files).not.toContain('out/main/headless.js');
  });

  it('has a page without inline script, so that its policy can forbid it', () => {
    const page = readFileSync(join(root, 'out/renderer/index.html'), 'utf8');
    const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = '', body = ''] of scripts) {
      expect(attributes).toMatch(/ src="\/assets\/[\w.-]+\.js"/);
      expect(body.trim()).toBe('');
    }
    expect(page).not.toMatch(/ on\w+=| style=|<style|javascript:|https?:\/\//);
  });

  it('holds no types, maps or tests of packages', () => {
    expect(files.filter((file) => /\.(?:map|[mc]?ts)$/.test(file))).toEqual([]);
    expect(files.filter((file) => /\/(?:__tests__|tests?)\//.test(file))).toEqual([]);
  });

  it('holds every package of `dependencies` and none of `devDependencies`', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const holds = (name: string) => files.includes(`node_modules/${name}/package.json`);
    expect(Object.keys(dependencies).filter((name) => !holds(name))).toEqual([]);
    // One that a dependency needs itself is here by its own right.
    const needed = new Set(
      files.filter((file) => file.endsWith('/package.json')).flatMap((file) => neededBy(join(root, file))),
    );
    expect(Object.keys(devDependencies).filter((name) => holds(name) && !needed.has(name))).toEqual([]);
    expect(
      files.filter((file) => /^node_modules\/(?:electron|vite|vitest|react|typescript)\//.test(file)),
    ).toEqual([]);
  });

  it('keeps licences of what it ships', () => {
    expect(
      files.filter((file) => /^node_modules\/.*\/licen[cs]e(?:\.\w+)?$/i.test(file)).length,
    ).toBeGreaterThan(20);
    expect(readdirSync(join(unpacked, 'resources/fonts'))).toContain('OFL.txt');
  });

  it('keeps native code, templates and fonts outside the archive, as plain files', () => {
    const native = files.filter((file) => file.endsWith('.node'));
    expect(native.length).toBeGreaterThan(0);
    for (const file of native) expect(existsSync(join(`${archive}.unpacked`, file)), file).toBe(true);
    const resources = (name: string) => readdirSync(join(unpacked, 'resources', name)).sort();
    expect(resources('templates')).toEqual(readdirSync(join(root, 'electron/reports/templates')).sort());
    const fonts = readdirSync(join(root, 'build/fonts')).filter((name) => name.endsWith('.ttf'));
    expect(fonts.length).toBeGreaterThan(0);
    expect(resources('fonts')).toEqual(expect.arrayContaining(fonts));
    expect(resources('documents')).toEqual(['cmaps', 'iccs', 'standard_fonts', 'wasm', 'zxing_reader.wasm']);
  });

  it('has every fuse set as wanted, read back from the program', async () => {
    const { wrongFuses } = await loadFuseCheck();
    expect(await wrongFuses(join(unpacked, 'waymark'))).toEqual([]);
    // The same check finds the fuses wrong as Electron ships them.
    expect((await wrongFuses(join(scratch, 'electron', 'electron'))).length).toBeGreaterThan(4);
  });

  it('has a preload that runs with nothing but Electron’s bridge to require', () => {
    const exposed: unknown[] = [];
    const sandboxed = (name: string) => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return {
        contextBridge: { exposeInMainWorld: (...args: unknown[]) => exposed.push(args) },
        ipcRenderer: { on: () => undefined, removeListener: () => undefined },
      };
    };
    const code = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8');
    runInNewContext(code, { require: sandboxed, exports: {}, module: { exports: {} } });
    expect(exposed).toHaveLength(1);
  });

  it('opens its app from the archive’s own files and serves the page', async () => {
    // The archive as a folder of the same name, with a stand-in for the one module Electron brings itself.
    const resources = join(scratch, 'run', 'resources');
    const extracted = join(resources, 'app.asar');
    await mkdir(extracted, { recursive: true });
    asar.extractAll(archive, extracted);
    const electron = join(extracted, 'node_modules', 'electron');
    await mkdir(electron, { recursive: true });
    await writeFile(join(electron, 'package.json'), '{"name":"electron","type":"module","main":"index.js"}');
    await writeFile(join(electron, 'index.js'), standInModule);
    const { stdout, stderr } = spawnSync(process.execPath, [join(extracted, 'out/main/main.js')], {
      encoding: 'utf8',
      timeout: 30_000,
      cwd: scratch,
      env: {
        ...process.env,
        XDG_DATA_HOME: join(scratch, 'data'),
        LOCALAPPDATA: join(scratch, 'data'),
        HOME: scratch,
        WAYMARK_VAULT: '',
        STAND_IN_RESOURCES: resources,
      },
    });
    expect(stderr).toBe('');
    const answers = JSON.parse(stdout) as { page: string; policy: string; absent: number; closed: boolean };
    expect(answers.page).toContain('<!doctype html>');
    expect(answers.page).toMatch(/<script type="module"[^>]* src="\/assets\//);
    expect(answers.policy).toContain("default-src 'none'");
    expect(answers.absent).toBe(404);
    expect(answers.closed).toBe(true);
  });
});

function neededBy(packageFile: string): readonly string[] {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
    readonly dependencies?: Record<string, string>;
    readonly peerDependencies?: Record<string, string>;
  };
  return [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
}

/** Just enough of Electron to be ready, be asked for pages, and quit. Prints what the app answered. */
const standInModule = `
import { EventEmitter } from 'node:events';
process.resourcesPath = process.env.STAND_IN_RESOURCES;
let handle;
const emitter = (members) => Object.assign(new EventEmitter(), members);
const answers = {};
export const app = emitter({
  isPackaged: true, enableSandbox() {}, setPath() {}, getPath: () => '/', quit() {},
  commandLine: { appendSwitch() {}, hasSwitch: () => false },
  requestSingleInstanceLock: () => true, whenReady: async () => undefined,
  exit(code) { answers.closed = code === 0; console.log(JSON.stringify(answers)); process.exit(code); },
});
export const protocol = { registerSchemesAsPrivileged() {} };
export const session = { fromPartition: () => ({ protocol: { handle: (_scheme, handler) => { handle = handler; } } }) };
export const nativeTheme = { shouldUseDarkColors: false };
export const powerMonitor = emitter({});
export const safeStorage = { isAsyncEncryptionAvailable: async () => false };
export const Menu = { buildFromTemplate: () => ({}), setApplicationMenu() {} };
export const dialog = { showErrorBox(title) { console.error(title); } };
export const shell = {};
export function BrowserWindow() {
  return emitter({
    webContents: emitter({}), show() {}, isDestroyed: () => false,
    async loadURL(address) {
      const page = await handle(new Request(address));
      answers.page = await page.text();
      answers.policy = page.headers.get('content-security-policy');
      answers.absent = (await handle(new Request('app://bundle/assets/absent.js'))).status;
      app.emit('will-quit', { preventDefault() {} });
    },
  });
}
`;
