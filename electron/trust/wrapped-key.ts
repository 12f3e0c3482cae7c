import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';

type Parameters = { readonly cost: number; readonly block: number; readonly parallel: number };
type Scrypt = (
  password: string,
  salt: Uint8Array,
  length: number,
  options: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
) => Promise<Buffer>;
const derive = promisify(scrypt) as Scrypt;

const today: Parameters = { cost: 2 ** 17, block: 8, parallel: 1 };

/** Told apart from a protected key by its first word. */
const bare = 'pkcs8';
const protectedForm = 'scrypt-aes256gcm-1';

const bytesOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });
const keyFrom = (bytes: Buffer): KeyObject => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });

function wrappingKey(
  passphrase: string,
  salt: Buffer,
  { cost, block, parallel }: Parameters,
): Promise<Buffer> {
  const maxmem = 129 * cost * block * parallel;
  return derive(passphrase.normalize('NFC'), salt, 32, { N: cost, r: block, p: parallel, maxmem });
}

/** Bound to the ciphertext: a changed parameter, or a key moved to another signer, does not open. */
const headOf = (owner: Id, { cost, block, parallel }: Parameters, salt: Buffer): string =>
  [protectedForm, owner, cost, block, parallel, salt.toString('base64')].join('|');

/** A private key for a record that the vault encrypts anyway and re-checks the passphrase for. */
export const wrapBare = (key: KeyObject): string => `${bare}|${bytesOf(key).toString('base64')}`;

/** A private key that only `passphrase` opens: scrypt (2^17, 8, 1), then AES-256-GCM. About a quarter of a second. */
export async function wrapWithPassphrase(key: KeyObject, owner: Id, passphrase: string): Promise<string> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = headOf(owner, today, salt);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(passphrase, salt, today), nonce);
  cipher.setAAD(Buffer.from(head, 'utf8'));
  const sealed = Buffer.concat([nonce, cipher.update(bytesOf(key)), cipher.final(), cipher.getAuthTag()]);
  return `${head}|${sealed.toString('base64')}`;
}

function readParameters(parts: readonly string[]): Parameters {
  const [cost = 0, block = 0, parallel = 0] = parts.map(Number);
  const powerOfTwo = Number.isInteger(Math.log2(cost));
  if (!powerOfTwo || cost < today.cost || cost > 2 ** 20 || block !== 8 || parallel !== 1)
    throw new TypeError('wrapped key parameters');
  return { cost, block, parallel };
}

async function unwrapWithPassphrase(wrapped: string, owner: Id, passphrase: string): Promise<KeyObject> {
  const [, , cost = '', block = '', parallel = '', saltText = '', sealedText = ''] = wrapped.split('|');
  const parameters = readParameters([cost, block, parallel]);
  const salt = Buffer.from(saltText, 'base64');
  const sealed = Buffer.from(sealedText, 'base64');
  const key = await wrappingKey(passphrase, salt, parameters);
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(headOf(owner, parameters, salt), 'utf8'));
  cipher.setAuthTag(sealed.subarray(-16));
  try {
    return keyFrom(Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]));
  } catch {
    // A wrong passphrase and altered bytes cannot be told apart.
    throw failure('WRONG_PASSPHRASE', {});
  }
}

/** Opens a wrapped key. @throws failure WRONG_PASSPHRASE where one is needed and this is not it. */
export async function unwrapKey(wrapped: string, owner: Id, passphrase: string | null): Promise<KeyObject> {
  const [form, body = ''] = wrapped.split('|');
  if (form === bare) return keyFrom(Buffer.from(body, 'base64'));
  if (form !== protectedForm) throw new TypeError('unknown form of wrapped key');
  if (passphrase === null) throw failure('WRONG_PASSPHRASE', {});
  return unwrapWithPassphrase(wrapped, owner, passphrase);
}
