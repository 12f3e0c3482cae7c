import { Decrypter, Encrypter } from 'age-encryption';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import type { PackageKeys, PackageLock } from '../../services/ports/exchange.ts';
import type { ByteSource } from '../byte-source.ts';
import { refused } from '../refused.ts';
import { tagBytes } from './chunk-cipher.ts';
import { payloadNonceBytes } from './payload.ts';
import { passphraseIdentity, passphraseRecipient } from './scrypt-stanza.ts';

const versionLine = 'age-encryption.org/v1\n';
const passphraseStanza = '-> scrypt ';

/** A new header and the key it wraps; after it stands the payload's nonce. */
export async function newHeader(lock: PackageLock) {
  let fileKey: Uint8Array | undefined;
  const encrypter = new Encrypter();
  const lockers = 'passphrase' in lock ? [passphraseRecipient(lock.passphrase)] : lock.recipients;
  for (const locker of lockers) encrypter.addRecipient(locker);
  // Listens to the key the library makes, and adds nothing to the header.
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array(0));
  if (fileKey === undefined || lockers.length === 0) throw new TypeError('nobody to encrypt to');
  const start = empty.subarray(0, empty.length - tagBytes);
  return { start, nonce: start.subarray(start.length - payloadNonceBytes), fileKey };
}

async function headerOf(source: ByteSource): Promise<Buffer> {
  const start = Buffer.from(await source.read(0, Math.min(source.size, packageLimits.header)));
  if (!start.subarray(0, versionLine.length).equals(Buffer.from(versionLine))) throw refused('not-age');
  const mac = start.indexOf('\n--- ');
  const end = mac === -1 ? -1 : start.indexOf('\n', mac + 1);
  if (end === -1) throw refused('damaged');
  return start.subarray(0, end + 1);
}

/** Whether a passphrase opens it, or the keys of people. Fails with PACKAGE_REFUSED. */
export async function lockKind(source: ByteSource): Promise<'passphrase' | 'people'> {
  return (await headerOf(source)).includes(`\n${passphraseStanza}`) ? 'passphrase' : 'people';
}

/** The key of a file and where its payload begins. Fails with PACKAGE_REFUSED and NOT_FOR_YOU. */
export async function openHeader(source: ByteSource, keys: PackageKeys) {
  const header = await headerOf(source);
  const decrypter = new Decrypter();
  const byPassphrase = (await lockKind(source)) === 'passphrase';
  if (byPassphrase && keys.passphrase !== null) decrypter.addIdentity(passphraseIdentity(keys.passphrase));
  if (!byPassphrase) for (const identity of keys.identities) decrypter.addIdentity(identity);
  try {
    return { fileKey: await decrypter.decryptHeader(header), at: header.length };
  } catch (thrown) {
    if (isFailure(thrown)) throw thrown;
    const nobody = thrown instanceof Error && thrown.message.startsWith('no identity matched');
    throw nobody ? failure('NOT_FOR_YOU', {}) : refused('damaged');
  }
}
