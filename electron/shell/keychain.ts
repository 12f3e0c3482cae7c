import type { SafeStorage } from 'electron';

type Safe = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** Linux without a keychain of its own has text encrypted under a password that every copy of Electron knows. */
const noProtection = new Set(['basic_text', 'unknown']);

/**
 * The system's own keychain (Keychain, Credential Manager, libsecret or KWallet) as the app asks for one. To be made once
 * Electron is ready. What it protects stays readable to any program this person runs: it is for stolen disks alone.
 */
export function createKeychain(safe: Safe, platform: NodeJS.Platform) {
  const available = async (): Promise<boolean> => {
    try {
      if (!(await safe.isAsyncEncryptionAvailable())) return false;
      return platform !== 'linux' || !noProtection.has(safe.getSelectedStorageBackend());
    } catch {
      return false;
    }
  };
  return {
    available,
    /** The secret travels as base64, for the keychain takes text only. */
    protect: async (bytes: Uint8Array): Promise<string> => {
      if (!(await available())) throw new Error('there is no keychain here');
      const guarded = await safe.encryptStringAsync(Buffer.from(bytes).toString('base64'));
      return guarded.toString('base64');
    },
    unprotect: async (text: string): Promise<{ bytes: Uint8Array; renew: boolean } | undefined> => {
      try {
        const { result, shouldReEncrypt } = await safe.decryptStringAsync(Buffer.from(text, 'base64'));
        return { bytes: Buffer.from(result, 'base64'), renew: shouldReEncrypt };
      } catch {
        // Another computer, another account, or a keychain that was reset: the other ways in are for that.
        return undefined;
      }
    },
  };
}
