import { randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { refused } from '../refused.ts';
import { chunkCipher } from './chunk-cipher.ts';

const workFactor = 18; // what the age tool uses
const label = 'age-encryption.org/v1/scrypt';
const saltBytes = 16;
const noNonce = new Uint8Array(12);
const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Off the main thread, unlike the library's own, which holds the window still for most of a second. */
function keyFrom(passphrase: string, salt: Uint8Array, factor: number): Promise<Buffer> {
  const cost = 2 ** factor;
  const options = { N: cost, r: 8, p: 1, maxmem: 128 * cost * 8 + 1024 ** 2 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, options, (fault, key) =>
      fault === null ? resolve(key) : reject(fault),
    );
  });
}

/** Wraps a file's key under a passphrase. age allows nothing else beside it. */
export const passphraseRecipient = (passphrase: string): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = randomBytes(saltBytes);
    const cipher = chunkCipher(await keyFrom(passphrase, salt, workFactor));
    const body = Buffer.concat(cipher.seal(noNonce, fileKey));
    return [new Stanza(['scrypt', unpadded(salt), String(workFactor)], body)];
  },
});

/** Unwraps it. Fails with PACKAGE_REFUSED when a file asks for more work than an honest one would. */
export const passphraseIdentity = (passphrase: string): Identity => ({
  unwrapFileKey: async (stanzas) => {
    const [stanza] = stanzas;
    if (stanza?.args[0] !== 'scrypt') return null;
    const [, saltText = '', factorText = '', ...more] = stanza.args;
    const salt = Buffer.from(saltText, 'base64');
    const sound =
      stanzas.length === 1 &&
      more.length === 0 &&
      salt.length === saltBytes &&
      unpadded(salt) === saltText &&
      /^[1-9][0-9]{0,2}$/.test(factorText) &&
      stanza.body.length === 32;
    if (!sound) throw refused('damaged');
    const factor = Number(factorText);
    if (factor > packageLimits.workFactor) throw refused('work-factor');
    const key = await keyFrom(passphrase, salt, factor);
    return chunkCipher(key).open(noNonce, stanza.body) ?? null;
  },
});
