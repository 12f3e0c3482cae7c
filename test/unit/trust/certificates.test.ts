import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '#electron/trust/certificate-reader.ts';
import { newRootCertificate, newSignerCertificate } from '#electron/trust/certificates.ts';
import { checkChain } from '#electron/trust/chain-check.ts';
import { certificateDer, certificatePem } from '#electron/trust/pem.ts';
import { signers, testSigner } from '#test/support/trust-documents.ts';
import { opensslChain, opensslText } from '#test/support/trust-judges.ts';

const now = new Date('2026-06-01T12:00:00.123Z');
const root = newRootCertificate('Dr Sample Owner');
const commonName = (name: string) =>
  readCertificate(newSignerCertificate(name, root, now).certificate).soleCommonName;

describe('names in certificates', () => {
  it.each([
    'Ŵyn Łukasz Nguyễn',
    'محمد',
    '张伟',
    "O'Brien-Ağaoğlu",
    'Smith, Jane = "Dr" + CN=Other; O=Evil',
    '#04024869',
    ' leading and trailing ',
    'back\\slash, \\2C and \\"',
    '2.5.4.3=x',
    '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍⚕️',
    'x'.repeat(120),
  ])('%j survives', (name) => {
    expect(commonName(name)).toBe(name);
    const leaf = new X509Certificate(newSignerCertificate(name, root, now).certificate);
    expect(leaf.toLegacyObject().subject.CN).toBe(name);
  });

  it('survive whatever they are', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(names, (name) => commonName(name) === name),
      { numRuns: 100 },
    );
  });

  it('come out whole in openssl', async () => {
    const { record } = await testSigner('Ŵyn Łukasz, محمد');
    expect(opensslText(record.certificates[0] ?? '')).toMatch(/CN=Ŵyn Łukasz\\?, محمد/);
  });
});

describe('certificates', () => {
  it('are what a document signer and a root should be', async () => {
    const { record } = await testSigner('Dr Sample Chair');
    const [leaf = '', device = ''] = record.certificates;
    const text = opensslText(leaf);
    expect(text).toContain('CA:FALSE');
    expect(text).toContain('Digital Signature, Non Repudiation');
    expect(text).toContain('1.3.6.1.5.5.7.3.36');
    expect(text).toContain('ASN1 OID: prime256v1');
    const rootText = opensslText(device);
    expect(rootText).toContain('CA:TRUE, pathlen:0');
    expect(rootText).toContain('CN=Waymark device root of Dr Sample Owner');
    expect(opensslChain(leaf, device)).toMatchObject({ code: 0 });
  });

  it('do not chain to another root of the same name', async () => {
    const [one, two] = [await testSigner('Dr A'), await testSigner('Dr B')];
    expect(opensslChain(one.record.certificates[0] ?? '', two.root.certificate).code).not.toBe(0);
    const [leaf, own, other] = [one.record.certificates[0], one.root.certificate, two.root.certificate].map(
      (pem) => readCertificate(certificateDer(pem ?? '')),
    );
    if (leaf === undefined || own === undefined || other === undefined) return expect.fail();
    expect(checkChain([leaf, own])).toEqual([]);
    expect(checkChain([leaf, other])).toEqual(['certificate-chain']);
    expect(checkChain([own, own])).toEqual(['certificate-profile']);
    expect(checkChain([leaf, leaf])).toEqual(['certificate-chain']);
  });

  it('have a hash of the leaf’s DER, and PEM that reads back', async () => {
    const { record } = await testSigner('Dr Sample Chair');
    const leaf = new X509Certificate(record.certificates[0] ?? '');
    expect(signers.certificateHash(record)).toBe(leaf.fingerprint256.replaceAll(':', '').toLowerCase());
    expect(certificateDer(certificatePem(leaf.raw)).equals(leaf.raw)).toBe(true);
    expect(() => certificateDer('nonsense')).toThrow(TypeError);
  });
});
