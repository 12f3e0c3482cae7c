import { beforeAll, describe, expect, it } from 'vitest';
import type { DeviceRoot, SignerRecord } from '#electron/services/ports.ts';
import { verifySeal } from '#electron/trust/seal.ts';
import { signers, testSigner } from '#test/support/trust-documents.ts';

const now = new Date('2026-06-01T12:00:00Z');
const wrong = expect.objectContaining({ failure: 'WRONG_PASSPHRASE', data: {} });

let root: DeviceRoot;
let member: SignerRecord;
beforeAll(async () => {
  root = await signers.newRoot('Dr Sample Owner');
  const id = '3f0f7a52-6e0b-4b7a-9d7e-1c2a3b4c5d6e';
  const person = { id, name: 'Dr Sample Chair', gmcNumber: '1234567', owner: false, root, now };
  member = await signers.newSigner({ ...person, passphrase: 'cafe\u0301 correct horse' });
});

const changed = (part: number, value: string): SignerRecord => {
  const parts = member.wrappedKey.split('|');
  parts[part] = value;
  return { ...member, wrappedKey: parts.join('|') };
};

describe('a wrapped key', () => {
  it('opens with its passphrase, however its accents were typed', async () => {
    const signer = await signers.open(member, 'caf\u00e9 correct horse');
    const [leaf = ''] = member.certificates;
    expect(verifySeal('text', await signer.seal('text'), leaf)).toBe(true);
  });

  it.each(['', 'cafe correct horse', null])('does not open with %j', async (passphrase) => {
    await expect(signers.open(member, passphrase)).rejects.toEqual(wrong);
  });

  it('is bound to its signer, its salt and its parameters', async () => {
    const other = { ...member, id: '00000000-0000-4000-8000-000000000000' };
    await expect(signers.open(other, 'café correct horse')).rejects.toEqual(wrong);
    await expect(
      signers.open(changed(5, Buffer.alloc(16).toString('base64')), 'café correct horse'),
    ).rejects.toEqual(wrong);
    for (const cost of ['1024', '131073', '2097152', 'NaN', ''])
      await expect(signers.open(changed(2, cost), 'café correct horse')).rejects.toThrow(TypeError);
  });

  it('does not hold the key in the clear, and says what it is', () => {
    expect(member.wrappedKey).toMatch(/^scrypt-aes256gcm-1\|3f0f7a52[^|]*\|131072\|8\|1\|[^|]+\|[^|]+$/);
    expect(member).toMatchObject({ name: 'Dr Sample Chair', gmcNumber: '1234567', owner: false });
    expect(Object.keys(member).sort()).toEqual(
      ['certificates', 'createdAt', 'gmcNumber', 'id', 'name', 'owner', 'wrappedKey'].sort(),
    );
  });

  it('of the owner needs no passphrase of its own', async () => {
    const { record, open } = await testSigner('Dr Sample Owner', root);
    expect(record.wrappedKey).toMatch(/^pkcs8\|/);
    expect(verifySeal('x', await open.seal('x'), record.certificates[0] ?? '')).toBe(true);
  });
});

describe('a seal', () => {
  it('holds for its text and its signer only', async () => {
    const [one, two] = [await testSigner('Dr A'), await testSigner('Dr B')];
    const seal = await one.open.seal('{"a":"Ŵyn"}');
    const [own = ''] = one.record.certificates;
    const [others = ''] = two.record.certificates;
    expect(verifySeal('{"a":"Ŵyn"}', seal, own)).toBe(true);
    expect(verifySeal('{"a":"Wyn"}', seal, own)).toBe(false);
    expect(verifySeal('{"a":"Ŵyn"}', seal, others)).toBe(false);
  });

  it('is refused, not thrown over, when it is nonsense', async () => {
    const { record, open } = await testSigner('Dr A');
    const [leaf = ''] = record.certificates;
    const seal = await open.seal('x');
    for (const bad of ['', '!', 'AAAA', `${seal}AA`, ` ${seal}`, seal.slice(4)])
      expect(verifySeal('x', bad, leaf)).toBe(false);
    expect(verifySeal('x', seal, 'no certificate')).toBe(false);
  });
});
