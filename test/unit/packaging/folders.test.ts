import { describe, expect, it } from 'vitest';
import { defaultVaultFolder, engineFolder, type Machine } from '#electron/default-folder.ts';
import { resourceFolders } from '#electron/resource-folders.ts';

const linux: Machine = { platform: 'linux', env: {}, home: '/home/sample' };
const windows: Machine = { platform: 'win32', env: {}, home: 'C:\\Users\\sample' };
const mac: Machine = { platform: 'darwin', env: {}, home: '/Users/sample' };

describe('the default vault', () => {
  it.each<[string, Machine, string]>([
    ['Linux', linux, '/home/sample/.local/share/waymark/vault'],
    ['Linux with XDG', { ...linux, env: { XDG_DATA_HOME: '/data' } }, '/data/waymark/vault'],
    [
      'Linux with a relative XDG',
      { ...linux, env: { XDG_DATA_HOME: 'data' } },
      '/home/sample/.local/share/waymark/vault',
    ],
    ['Windows', windows, 'C:\\Users\\sample\\AppData\\Local\\Waymark\\vault'],
    [
      'Windows with LOCALAPPDATA',
      { ...windows, env: { LOCALAPPDATA: 'D:\\Local' } },
      'D:\\Local\\Waymark\\vault',
    ],
    [
      'Windows, never roaming',
      { ...windows, env: { APPDATA: 'D:\\Roaming' } },
      'C:\\Users\\sample\\AppData\\Local\\Waymark\\vault',
    ],
    ['a Mac', mac, '/Users/sample/Library/Application Support/Waymark/vault'],
    ['one named', { ...mac, env: { WAYMARK_VAULT: '/Volumes/x/v' } }, '/Volumes/x/v'],
    [
      'one named by nothing',
      { ...linux, env: { WAYMARK_VAULT: '' } },
      '/home/sample/.local/share/waymark/vault',
    ],
  ])('is local to the machine: %s', (_name, machine, folder) => {
    expect(defaultVaultFolder(machine)).toBe(folder);
  });

  it('holds nothing of the browser engine', () => {
    for (const machine of [linux, windows, mac]) {
      expect(engineFolder(machine).startsWith(defaultVaultFolder(machine))).toBe(false);
      expect(defaultVaultFolder(machine).startsWith(engineFolder(machine))).toBe(false);
    }
  });

  it('has an engine folder for each named vault, always the same one', () => {
    const named = (vault: string) => engineFolder({ ...linux, env: { WAYMARK_VAULT: vault } });
    expect(named('/a')).not.toBe(named('/b'));
    expect(named('/a')).toBe(named('/a/../a'));
    expect(named('/a')).not.toBe(engineFolder(linux));
    expect(named('/a')).toMatch(/^\/home\/sample\/\.local\/share\/waymark\/engine-[0-9a-f]{16}$/);
  });
});

describe('resources', () => {
  it('are beside the code when built', () => {
    expect(resourceFolders('/repo/out/main', undefined)).toEqual({
      templates: '/repo/out/templates',
      fonts: '/repo/out/fonts',
      renderer: '/repo/out/renderer',
      documentWorker: '/repo/out/main/document-worker.js',
      reportWorker: '/repo/out/main/report-worker.js',
      intakeWorker: '/repo/out/main/intake-worker.js',
      pdfData: '/repo/out/documents',
      codesProgram: '/repo/out/documents/zxing_reader.wasm',
    });
  });
  it('are still beside the code in Electron that is not packaged', () => {
    expect(resourceFolders('/repo/out/main', '/repo/node_modules/electron/dist/resources').fonts).toBe(
      '/repo/out/fonts',
    );
  });
  it('are plain files beside the archive when packaged', () => {
    expect(resourceFolders('/opt/Waymark/resources/app.asar/out/main', '/opt/Waymark/resources')).toEqual({
      templates: '/opt/Waymark/resources/templates',
      fonts: '/opt/Waymark/resources/fonts',
      renderer: '/opt/Waymark/resources/app.asar/out/renderer',
      documentWorker: '/opt/Waymark/resources/app.asar/out/main/document-worker.js',
      reportWorker: '/opt/Waymark/resources/app.asar/out/main/report-worker.js',
      intakeWorker: '/opt/Waymark/resources/app.asar/out/main/intake-worker.js',
      pdfData: '/opt/Waymark/resources/documents',
      codesProgram: '/opt/Waymark/resources/documents/zxing_reader.wasm',
    });
    expect(resourceFolders('C:\\W\\resources\\app.asar\\out\\main', 'C:\\W\\resources').fonts).toBe(
      'C:\\W\\resources\\fonts',
    );
  });
  it('are those of the sources when run from them', () => {
    expect(resourceFolders('/repo/electron', undefined)).toEqual({
      templates: '/repo/electron/reports/templates',
      fonts: '/repo/build/fonts',
      renderer: '/repo/out/renderer',
      documentWorker: '/repo/.cache/documents/document-worker.mjs',
      reportWorker: '/repo/.cache/documents/report-worker.mjs',
      intakeWorker: '/repo/.cache/documents/intake-worker.mjs',
      pdfData: '/repo/node_modules/pdfjs-dist',
      codesProgram: '/repo/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
    });
  });
});
