import { describe, expect, it } from 'vitest';
import type { Keychain } from '#electron/services/ports/keychain.ts';
import { createKeychain } from '#electron/shell/keychain.ts';
import { fakeSafeStorage } from '#test/support/fake-electron.ts';

const secret = Uint8Array.from({ length: 32 }, (_, at) => at * 7);

describe('the system’s keychain', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('gives back what it protected, on %s', async (platform) => {
    const { safe } = fakeSafeStorage();
    // The type is the one the app asks for.
    const keychain: Keychain = createKeychain(safe, platform);
    expect(await keychain.available()).toBe(true);
    const guarded = await keychain.protect(secret);
    expect(Buffer.from(guarded, 'base64').toString('base64')).toBe(guarded);
    expect(guarded).not.toContain(Buffer.from(secret).toString('base64'));
    const found = await keychain.unprotect(guarded);
    expect(Buffer.from(found?.bytes ?? [])).toEqual(Buffer.from(secret));
    expect(found?.renew).toBe(false);
  });

  it.each(['basic_text', 'unknown'] as const)('counts as none on Linux when it is %s', async (backend) => {
    const { safe, state } = fakeSafeStorage();
    state.backend = backend;
    const keychain = createKeychain(safe, 'linux');
    expect(await keychain.available()).toBe(false);
    await expect(keychain.protect(secret)).rejects.toThrow('no keychain');
    // Elsewhere there is no such function to ask.
    expect(await createKeychain(safe, 'win32').available()).toBe(true);
  });

  it('is none when the system says so, or cannot be asked', async () => {
    const { safe, state } = fakeSafeStorage();
    state.available = false;
    expect(await createKeychain(safe, 'darwin').available()).toBe(false);
    const broken = { ...safe, isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) };
    expect(await createKeychain(broken, 'linux').available()).toBe(false);
  });

  it('gives nothing back on another computer, for another person, or of damaged bytes', async () => {
    const { safe, state } = fakeSafeStorage();
    const keychain = createKeychain(safe, 'darwin');
    const guarded = await keychain.protect(secret);
    state.key = 'another computer';
    expect(await keychain.unprotect(guarded)).toBeUndefined();
    expect(await keychain.unprotect('AAAA')).toBeUndefined();
  });

  it('says when its secret should be protected anew', async () => {
    const { safe, state } = fakeSafeStorage();
    const keychain = createKeychain(safe, 'linux');
    const guarded = await keychain.protect(secret);
    state.rotated = true;
    expect((await keychain.unprotect(guarded))?.renew).toBe(true);
  });
});
