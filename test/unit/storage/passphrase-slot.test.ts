import { createDecipheriv, scryptSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { unwrapDataKey, wrapDataKey } from '#electron/storage/passphrase-slot.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';

const vaultId = '7e0c4a0e-4f0c-4d5e-9a52-0f7f2f3a9b11';
const dataKey = Buffer.alloc(32, 7);

/** The tests of vaults have a quick stand-in for scrypt; what a slot really is, is proved here. */
it('wraps the data key under scrypt (2^17, 8, 1), by the book, and opens with that passphrase only', async () => {
  const slot = await wrapDataKey(dataKey, vaultId, 'pa\u00DFphrase caf\u00E9');
  const { N, r, p, salt } = slot.kdf;
  expect([N, r, p]).toEqual([131_072, 8, 1]);
  expect(Buffer.from(salt, 'base64')).toHaveLength(32);

  const secret = 'pa\u00DFphrase cafe\u0301'.normalize('NFKC');
  const key = scryptSync(secret, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * 1024 ** 2 });
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const opener = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12));
  const { wrapped: _, ...about } = slot;
  opener.setAAD(Buffer.from(canonicalJson({ purpose: 'waymark/2/data-key', vaultId, slot: about })));
  opener.setAuthTag(wrapped.subarray(-16));
  expect(Buffer.concat([opener.update(wrapped.subarray(12, -16)), opener.final()])).toEqual(dataKey);

  expect(await unwrapDataKey(slot, vaultId, 'pa\u00DFphrase cafe\u0301')).toEqual(dataKey);
  expect(await unwrapDataKey(slot, vaultId, 'pa\u00DFphrase cafe')).toBeUndefined();
});
