import { randomBytes } from 'node:crypto';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasNativeCipher } from '#electron/exchange/age/chunk-cipher.ts';
import { chunkBytes } from '#electron/exchange/age/payload.ts';
import { newIdentity } from '#electron/exchange/identity.ts';
import { openedAge, sealedAge } from '#test/support/age-files.ts';
import { ageDecrypt, ageEncrypt } from '#test/support/age-tool.ts';
import { sized } from '#test/support/prove.ts';
import { failureOf } from '#test/support/storage-stores.ts';

type Keys = Awaited<ReturnType<typeof newIdentity>>;
let one: Keys;
let other: Keys;
beforeAll(async () => {
  [one, other] = await Promise.all([newIdentity(), newIdentity()]);
});
const passphrase = 'four plain unrelated words';
const with_ = (...keys: readonly Keys[]) => ({
  identities: keys.map(({ secret }) => secret),
  passphrase: null,
});
const ciphers = [
  ['Node’s cipher', true],
  ['the cipher for Electron', false],
] as const;
const sizes = [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 16 * chunkBytes, 17 * chunkBytes, 3_000_001];

it('Node has the cipher itself, so that both ways are really two', () => expect(hasNativeCipher).toBe(true));

describe.each(ciphers)('the age format, by %s', (_, inNode) => {
  it.each(sizes)('%i bytes for two people are opened by the age tool, by each of them', async (size) => {
    const plain = randomBytes(size);
    const sealed = await sealedAge(plain, { recipients: [one.recipient, other.recipient] }, inNode);
    for (const { secret } of [one, other])
      expect((await ageDecrypt(sealed, { secret })).equals(plain)).toBe(true);
    expect((await openedAge(sealed, with_(other), inNode)).equals(plain)).toBe(true);
  });

  it.each(sizes)('%i bytes from the age tool are opened', async (size) => {
    const plain = randomBytes(size);
    const sealed = await ageEncrypt(plain, { recipients: [other.recipient, one.recipient] });
    expect((await openedAge(sealed, with_(one), inNode)).equals(plain)).toBe(true);
  });
});

describe('a passphrase', () => {
  it('locks for the age tool and is opened as it locks', async () => {
    const plain = randomBytes(70_000);
    const ours = await sealedAge(plain, { passphrase }, true);
    expect((await ageDecrypt(ours, { passphrase })).equals(plain)).toBe(true);
    const theirs = await ageEncrypt(plain, { passphrase });
    expect((await openedAge(theirs, { identities: [], passphrase }, true)).equals(plain)).toBe(true);
    const wrong = openedAge(theirs, { identities: [one.secret], passphrase: 'another one' }, true);
    expect(await failureOf(wrong)).toEqual({ code: 'NOT_FOR_YOU', data: {} });
  }, 60_000);
});

describe('what was not meant for us, or was changed', () => {
  it('is not for us', async () => {
    const sealed = await sealedAge(Buffer.from('x'), { recipients: [other.recipient] }, true);
    expect(await failureOf(openedAge(sealed, with_(one), true))).toEqual({ code: 'NOT_FOR_YOU', data: {} });
    const none = openedAge(sealed, { identities: [], passphrase }, true);
    expect(await failureOf(none)).toEqual({ code: 'NOT_FOR_YOU', data: {} });
  });

  it('is found at every flipped bit of the header and at many of the rest', async () => {
    const plain = randomBytes(200_000);
    const sealed = await sealedAge(plain, { recipients: [one.recipient] }, true);
    const header = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1;
    const inHeader = Array.from({ length: header + 16 }, (_, at) => at);
    const flips = sized(200, 5000);
    const inBody = Array.from(
      { length: flips },
      () => header + 16 + Math.floor(Math.random() * (sealed.length - header - 16)),
    );
    let accepted = 0;
    for (const at of [...inHeader, ...inBody]) {
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const { code } = await failureOf(openedAge(flipped, with_(one), at % 2 === 0)).catch(() => ({
        code: '',
      }));
      if (code !== 'PACKAGE_REFUSED' && code !== 'NOT_FOR_YOU') accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  it('is found when it was cut off, at the edge of a chunk too', async () => {
    const sealed = await sealedAge(randomBytes(4 * chunkBytes), { recipients: [one.recipient] }, true);
    const payload = sealed.length - 4 * (chunkBytes + 16);
    const cuts = [1, 2, 3].flatMap((chunks) =>
      [-1, 0, 1, 16, 17].map((by) => payload + chunks * (chunkBytes + 16) + by),
    );
    for (const cut of [10, payload - 16, payload, payload + 15, ...cuts, sealed.length - 1]) {
      const opening = openedAge(sealed.subarray(0, cut), with_(one), true);
      expect(await failureOf(opening), `cut at ${cut}`).toMatchObject({ code: 'PACKAGE_REFUSED' });
    }
    const longer = openedAge(Buffer.concat([sealed, Buffer.alloc(100)]), with_(one), true);
    expect(await failureOf(longer)).toMatchObject({ code: 'PACKAGE_REFUSED' });
  });

  it('does not get to choose how long we work for it', async () => {
    const sealed = await sealedAge(Buffer.from('x'), { passphrase }, true);
    const text = sealed.toString('latin1');
    for (const factor of ['21', '30', '63', '999']) {
      const greedy = Buffer.from(text.replace(/(-> scrypt \S+) 18\n/, `$1 ${factor}\n`), 'latin1');
      const opening = openedAge(greedy, { identities: [], passphrase }, true);
      expect(await failureOf(opening)).toEqual({
        code: 'PACKAGE_REFUSED',
        data: { why: 'work-factor', entry: '' },
      });
    }
    for (const factor of ['0', '-1', '018', '1e1', '9999']) {
      const odd = Buffer.from(text.replace(/(-> scrypt \S+) 18\n/, `$1 ${factor}\n`), 'latin1');
      expect(await failureOf(openedAge(odd, { identities: [], passphrase }, true))).toMatchObject({
        code: 'PACKAGE_REFUSED',
      });
    }
  });
});

it('the library’s default kind of identity could become one that the age tool does not know', async () => {
  // What newIdentity must not do: the tool people have refuses it.
  const recipient = await identityToRecipient(await generateHybridIdentity());
  await expect(ageEncrypt(Buffer.from('x'), { recipients: [recipient] })).rejects.toThrow();
  expect(one.recipient.length).toBe(62);
});
