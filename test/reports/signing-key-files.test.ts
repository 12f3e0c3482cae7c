import { describe, expect, it } from 'vitest';
import { readCertificate } from '#electron/trust/certificate-reader.ts';
import { importKey } from '#electron/trust/imported-key.ts';
import { certificateDer } from '#electron/trust/pem.ts';
import { readKeyFile } from '#electron/trust/pkcs12/read-key-file.ts';
import { signPdf } from '#electron/trust/sign-pdf.ts';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { withPbmac1 } from '#test/support/pbmac1.ts';
import { details, fieldsFor, signers, testSigner, typstPdf } from '#test/support/trust-documents.ts';
import { mutoolSignatures, opensslVerify, pdfsig, qpdfCheck, rangesOf } from '#test/support/trust-judges.ts';
import { type KeyKind, keyKinds, opensslKeyFile } from '#test/support/trust-key-files.ts';

const now = new Date();
/** After every certificate made here began. */
const later = new Date(now.getTime() + 10 * 60_000);
const password = 'file password';
const refusal = async (file: Uint8Array, given = password, at = now) => {
  try {
    await importKey(file, given, at);
  } catch (thrown) {
    return (thrown as { readonly data: unknown }).data;
  }
  return 'imported';
};
const usable = (Object.keys(keyKinds) as KeyKind[]).filter(
  (kind) => !['RSA 1024', 'EC secp256k1', 'RSA-PSS 2048'].includes(kind),
);
const opened = async (file: Uint8Array) => {
  const key = await importKey(file, password, now);
  return signers.open(
    {
      ...key,
      id: '00000000-0000-4000-8000-00000000000a',
      name: 'Dr Sample Organisation (invented)',
      gmcNumber: null,
      owner: true,
      createdAt: now.toISOString(),
      source: 'organisation',
    },
    null,
  );
};

describe.each(usable)('a key file with %s', (kind) => {
  it('signs beside a device’s key, valid for every judge and sealed for nobody else', async () => {
    const { file, root } = opensslKeyFile({ kind });
    const signer = await opened(file);
    const chair = await testSigner('Dr Sample Chair');
    const text = 'a seal';
    const [leaf = ''] = signer.record.certificates;
    expect(signers.verifySeal(text, await signer.seal(text), leaf)).toBe(true);
    expect(signers.verifySeal(`${text}.`, await signer.seal(text), leaf)).toBe(false);

    const blank = await addSignatureFields(typstPdf('{}'), fieldsFor(['A', 'B']));
    const certified = await chair.open.signPdf(blank, { ...details, fieldName: 'signature-1' }, null);
    const pdf = await signer.signPdf(certified, { ...details, at: later, fieldName: 'signature-2' }, null);
    // The report of this file names nobody, so only its signatures are judged.
    expect(verifyPdf(pdf, new Set()).signatures).toMatchObject([
      { kind: 'device', valid: true },
      {
        signer: 'Dr Sample Organisation (invented)',
        issuer: 'Sample Root',
        kind: 'organisation',
        valid: true,
        remarks: [],
      },
    ]);
    const judged = pdfsig(pdf);
    expect(judged.match(/Signature is Valid/g), judged).toHaveLength(2);
    const { text: said, code } = opensslVerify(pdf, 1, root);
    expect(said).toContain('CAdES Verification successful');
    expect(code).toBe(0);
    expect(mutoolSignatures(pdf)).toContain('The document is unchanged since signing.');
    expect(qpdfCheck(pdf)).toMatchObject({ code: 0 });
    const { gapStart, gapEnd } = rangesOf(pdf)[1] ?? expect.fail();
    const copy = Buffer.from(pdf);
    for (let at = gapStart + 1; at < gapEnd; at += 61) {
      const old = copy[at] ?? 0;
      copy[at] = old ^ (1 << (at % 8));
      const { signatures } = verifyPdf(copy, new Set());
      const holds = signatures.length === 2 && signatures.every(({ valid }) => valid);
      expect(holds, String(at)).toBe(false);
      copy[at] = old;
    }
  });
});

describe('an RSA-PSS signature', () => {
  it('is verified, though none is made with imported keys', async () => {
    const { file, root } = opensslKeyFile({ kind: 'RSA-PSS 2048' });
    const { keys, certificates } = await readKeyFile(file, password);
    const [key] = keys;
    const leaf = certificates.find(({ name }) => name === 'Dr Sample Organisation (invented)');
    if (key === undefined || leaf === undefined) return expect.fail();
    const issuers = certificates
      .filter((each) => each !== leaf)
      .toSorted((a) => (a.name === 'Sample Root' ? 1 : -1));
    const identity = { name: leaf.name, chain: [leaf, ...issuers], key, scheme: 'rsa-pss' } as const;
    const blank = await addSignatureFields(typstPdf('{}'), fieldsFor(['A']));
    const pdf = await signPdf(blank, identity, { ...details, at: later });
    expect(verifyPdf(pdf, new Set()).signatures).toMatchObject([{ kind: 'organisation', valid: true }]);
    expect(opensslVerify(pdf, 0, root)).toMatchObject({ code: 0 });
  });
});

describe('the encryption of key files', () => {
  it.each([
    ['today’s', []],
    ['AES-128 and SHA-1', ['-keypbe', 'aes-128-cbc', '-certpbe', 'aes-128-cbc', '-macalg', 'sha1']],
    ['SHA-512', ['-macalg', 'sha512']],
    ['triple DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['certificates in the clear', ['-certpbe', 'NONE']],
    ['no mark over it', ['-nomac']],
  ])('%s is read', async (_name, encryption) => {
    const { file } = opensslKeyFile({ kind: 'EC P-256', encryption });
    const { certificates } = await importKey(file, password, now);
    const names = certificates.map((pem) => readCertificate(certificateDer(pem)).name);
    expect(names).toEqual(['Dr Sample Organisation (invented)', 'Sample Issuer', 'Sample Root']);
    expect(await refusal(file, 'another password')).toEqual({ why: 'password' });
  });

  it.each([
    ['SHA-256', {}],
    ['SHA-256 with HMAC of SHA-512', { mac: 'sha512' }],
    ['SHA-512', { mac: 'sha512', prf: 'sha512', keyLength: 64 }],
    ['SHA-384', { mac: 'sha384', prf: 'sha384', keyLength: 48 }],
  ] as const)('a mark of PBMAC1 (RFC 9579), %s, is read and holds', async (_name, options) => {
    const odd = 'Pässwörd ŵ 张';
    const { file } = opensslKeyFile({ kind: 'EC P-256', password: odd, encryption: ['-nomac'] });
    const marked = withPbmac1(file, odd, options);
    const { certificates } = await importKey(marked, odd, now);
    expect(certificates).toHaveLength(3);
    expect(await refusal(marked, 'another password')).toEqual({ why: 'password' });
    // The mark is over every byte of the content: one other byte in it and nothing is opened.
    const changed = Buffer.from(marked);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(await refusal(changed, odd)).toEqual({ why: 'password' });
  });

  it('a mark of PBMAC1 that does not say all it must is refused', async () => {
    const { file } = opensslKeyFile({ kind: 'EC P-256', encryption: ['-nomac'] });
    expect(await refusal(withPbmac1(file, password, { keyLength: null }))).toEqual({ why: 'unsupported' });
    expect(await refusal(withPbmac1(file, password, { keyLength: 1000 }))).toEqual({ why: 'unsupported' });
    expect(await refusal(withPbmac1(file, password, { prf: null }))).toEqual({ why: 'unsupported' });
  });

  it('RC2 of old is not supported, and told as such', async () => {
    const { file } = opensslKeyFile({ kind: 'EC P-256', encryption: ['-legacy'] });
    expect(await refusal(file)).toEqual({ why: 'unsupported' });
  });

  it('takes passwords of any letters', async () => {
    const odd = 'Pässwörd ŵ 张';
    const { file } = opensslKeyFile({ kind: 'EC P-256', password: odd });
    await expect(importKey(file, odd, now)).resolves.toBeDefined();
  });
});

describe('a key file that cannot be used', () => {
  it.each([
    ['RSA 1024', 'unsupported'],
    ['EC secp256k1', 'unsupported'],
    ['RSA-PSS 2048', 'rsa-pss'],
  ] as const)('for its key, %s', async (kind, why) => {
    expect(await refusal(opensslKeyFile({ kind }).file)).toEqual({ why });
  });

  it('for what its certificate may be used for', async () => {
    const { file } = opensslKeyFile({ kind: 'EC P-256', usage: 'keyAgreement' });
    expect(await refusal(file)).toEqual({ why: 'unsupported' });
  });

  it('without a key, expired, or no key file at all', async () => {
    expect(await refusal(opensslKeyFile({ withoutKey: true }).file)).toEqual({ why: 'no-key' });
    const { file } = opensslKeyFile({ kind: 'EC P-256' });
    expect(await refusal(file, password, new Date('2060-01-01'))).toEqual({ why: 'expired' });
    expect(await refusal(file, password, new Date('2020-01-01'))).toEqual({ why: 'expired' });
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('no key'),
      Buffer.alloc(2 * 1024 * 1024),
      file.subarray(0, 99),
    ])
      expect(await refusal(bytes)).toEqual({ why: 'unreadable' });
  });

  it('is refused, never thrown over, when bytes of it are changed', async () => {
    const { file } = opensslKeyFile({ kind: 'EC P-256', encryption: ['-iter', '1'] });
    for (let at = 0; at < file.length; at += 17) {
      const copy = Buffer.from(file);
      copy[at] = (copy[at] ?? 0) ^ 1;
      // Most are refused; a few bytes of the wrapping itself mean nothing. None throws anything else.
      expect(await refusal(copy)).toBeDefined();
    }
  });
});
