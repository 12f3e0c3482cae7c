import { randomBytes } from 'node:crypto';
import type { Keychain } from '#electron/services/ports/keychain.ts';
import { openMessage, sealMessage } from '#electron/storage/seal.ts';

const bound = Buffer.from('fake keychain');

/** A keychain of one computer. `lose` forgets its key, as a reinstalled system does; `rotate` wants secrets protected anew. */
export function fakeKeychain() {
  let key = randomBytes(32);
  let renew = false;
  let present = true;
  const keychain: Keychain = {
    available: async () => present,
    protect: async (bytes) => {
      renew = false;
      return sealMessage(key, bytes, bound).toString('base64');
    },
    unprotect: async (text) => {
      const bytes = openMessage(key, Buffer.from(text, 'base64'), bound);
      return bytes === undefined ? undefined : { bytes, renew };
    },
  };
  return {
    keychain,
    lose: () => {
      key = randomBytes(32);
    },
    remove: () => {
      present = false;
    },
    rotate: () => {
      renew = true;
    },
  };
}
