import type { Keychain } from '../services/ports/keychain.ts';

/** For hosts without one. */
export const noKeychain: Keychain = {
  available: async () => false,
  protect: async () => {
    throw new Error('there is no keychain here');
  },
  unprotect: async () => undefined,
};
