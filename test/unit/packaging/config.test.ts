import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPackagingConfig } from '#test/support/build-scripts.ts';

const config = await loadPackagingConfig();
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);
const builder = createRequire(require.resolve('electron-builder/package.json'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js') as {
  readonly validateConfiguration: (config: unknown, log: object) => Promise<void>;
};
const { DebugLogger } = builder('builder-util') as { readonly DebugLogger: new (on: boolean) => object };
const validate = (given: unknown) => validateConfiguration(given, new DebugLogger(false));

describe('the packaging configuration', () => {
  it('is valid by electron-builder’s own schema', async () => {
    await expect(validate(structuredClone(config))).resolves.toBeUndefined();
  });

  it('would be refused with a misspelt word', async () => {
    await expect(validate({ ...structuredClone(config), asarUnpak: [] })).rejects.toThrow(/asarUnpak/);
    await expect(validate({ ...config, electronFuses: { runAsNod: false } })).rejects.toThrow(
      /electronFuses/,
    );
  });

  it('installs for one person without an administrator and leaves vaults alone', () => {
    expect(config.win?.requestedExecutionLevel).toBe('asInvoker');
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
    });
  });

  it('publishes nowhere and compiles nothing', () => {
    expect(config.publish).toBeNull();
    expect(config.npmRebuild).toBe(false);
  });

  it('gives up of the Mac’s hardened runtime only what the engine needs', () => {
    const entitlements = readFileSync(join(root, String(config.mac?.entitlements)), 'utf8');
    expect([...entitlements.matchAll(/<key>(.*?)<\/key>/g)].map((match) => match[1])).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(config.mac?.entitlementsInherit).toBe(config.mac?.entitlements);
  });

  it('has an icon large enough for every platform', () => {
    const icon = readFileSync(join(root, 'build/icons', String(config.icon)));
    expect(icon.subarray(1, 4).toString()).toBe('PNG');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([1024, 1024]);
    expect(existsSync(join(root, 'build/icons/icon.svg'))).toBe(true);
  });
});
