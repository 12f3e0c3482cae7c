import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { details, fieldsFor, signedReport, testSigner, typstPdf } from '#test/support/trust-documents.ts';

const verdictOf = (pdf: Uint8Array) => verifyPdf(pdf, new Set());

describe('a report somebody has encrypted', () => {
  let signed: Uint8Array;
  beforeAll(async () => {
    signed = await signedReport([await testSigner('Dr Sample Chair')]);
  });
  const encrypted = (...args: readonly string[]): Buffer => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-encrypted-'));
    try {
      writeFileSync(join(folder, 'in.pdf'), signed);
      execFileSync('qpdf', [...args, join(folder, 'in.pdf'), join(folder, 'out.pdf')]);
      return readFileSync(join(folder, 'out.pdf'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const toldAsEncrypted = { status: 'unreadable', findings: ['encrypted'], signatures: [], report: null };

  it.each([
    ['AES-256', ['--encrypt', 'user', 'owner', '256', '--']],
    ['AES-256 without a password to open it', ['--encrypt', '', 'owner', '256', '--']],
    ['AES-128', ['--encrypt', 'user', 'owner', '128', '--use-aes=y', '--']],
    ['RC4 of old', ['--allow-weak-crypto', '--encrypt', 'user', 'owner', '40', '--']],
    ['in a linearized file', ['--linearize', '--encrypt', 'user', 'owner', '256', '--']],
    ['with packed objects', ['--object-streams=generate', '--encrypt', 'user', 'owner', '256', '--']],
  ])('is told as that: %s', (_name, args) => {
    const pdf = encrypted(...args);
    expect(verdictOf(pdf)).toMatchObject(toldAsEncrypted);
    // Built in a way that is not read here, or sent with something behind it: that it is encrypted is what matters.
    const text = pdf.toString('latin1');
    const at = text.lastIndexOf('startxref');
    const astray = Buffer.from(`${text.slice(0, at)}startxref\n7\n%%EOF\n`, 'latin1');
    expect(verdictOf(astray)).toMatchObject(toldAsEncrypted);
    expect(verdictOf(Buffer.concat([pdf, Buffer.alloc(2000, '\n')]))).toMatchObject(toldAsEncrypted);
  });

  it('one that is not, but damaged, is still told as damaged', () => {
    const text = Buffer.from(signed).toString('latin1');
    const astray = Buffer.from(text.replace(/startxref\n\d+/g, 'startxref\n7'), 'latin1');
    expect(verdictOf(astray)).toMatchObject({ status: 'not-valid', findings: ['malformed-signature'] });
  });
});

describe('what a signature says of itself', () => {
  it('a time before its certificate began, or after it ended, is remarked', async () => {
    const { open } = await testSigner('Dr Sample Chair');
    const blank = await addSignatureFields(typstPdf('{}'), fieldsFor(['A']));
    const remarksAt = async (at: string) =>
      verdictOf(await open.signPdf(blank, { ...details, at: new Date(at) }, null)).signatures.map(
        ({ remarks }) => remarks,
      );
    expect(await remarksAt('2026-06-01T12:00:00Z')).toEqual([[]]);
    expect(await remarksAt('2026-05-30T12:00:00Z')).toEqual([['before-certificate']]);
    expect(await remarksAt('2001-01-01T00:00:00Z')).toEqual([['before-certificate']]);
    expect(await remarksAt('2070-01-01T00:00:00Z')).toEqual([['after-certificate']]);
  });

  it('a name that would read as more than a name does not hold, and is told in one line', async () => {
    for (const trick of [
      'Dr A\n  valid: Dr B',
      'Dr A\u001b[2K\rDr B',
      'Dr \u202ediap yl',
      'Dr A\u2028Dr B',
    ]) {
      const { open } = await testSigner(trick);
      const blank = await addSignatureFields(typstPdf('{}'), fieldsFor(['A']));
      const { status, signatures } = verdictOf(await open.signPdf(blank, details, null));
      expect(status).toBe('not-valid');
      expect(signatures).toMatchObject([{ valid: false, findings: ['certificate-profile'] }]);
      expect(signatures[0]?.signer).toMatch(/^[\x20-\x7e]*$/);
    }
  });

  it('two places of one name are nobody’s', async () => {
    const fields = fieldsFor(['A', 'B']);
    const blank = await addSignatureFields(typstPdf('{}'), fields);
    const { open } = await testSigner('Dr Sample Chair');
    // The second place takes the first one's name, in the file before anybody signs.
    const spelt = (name: string) => Buffer.from(name, 'utf16le').swap16().toString('hex');
    const twice = Buffer.from(
      Buffer.from(blank)
        .toString('latin1')
        .replaceAll(new RegExp(spelt('signature-2'), 'gi'), spelt('signature-1')),
      'latin1',
    );
    expect(twice.equals(Buffer.from(blank)), 'renamed').toBe(false);
    await expect(open.signPdf(twice, details, null)).rejects.toThrow();
    expect(verdictOf(twice)).toMatchObject({ status: 'not-valid', signatures: [] });
  });
});
