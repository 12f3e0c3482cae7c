import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { askTimestamp } from '#electron/trust/timestamp-client.ts';
import { readTimestamp } from '#electron/trust/timestamp-token.ts';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { sized } from '#test/support/prove.ts';
import { startTimestampAuthority, type TimestampAuthority } from '#test/support/timestamp-authority.ts';
import { details, fieldsFor, type TestSigner, testSigner, typstPdf } from '#test/support/trust-documents.ts';
import { opensslVerify, pdfsig, rangesOf } from '#test/support/trust-judges.ts';

let authority: TimestampAuthority;
let chair: TestSigner;
let pdf: Uint8Array;
beforeAll(async () => {
  authority = await startTimestampAuthority();
  chair = await testSigner('Dr Sample Chair');
  const blank = await addSignatureFields(typstPdf('{}'), fieldsFor(['A']));
  pdf = await chair.open.signPdf(blank, details, (signature) => askTimestamp(authority.address, signature));
});
afterAll(() => authority.close());

describe('a signature with a timestamp', () => {
  it('says when a service saw it, and stays valid for others', () => {
    const [signature] = verifyPdf(pdf, new Set()).signatures;
    expect(signature).toMatchObject({ valid: true, timestamp: { authority: 'Sample Timestamp Service' } });
    const at = Date.parse(signature?.timestamp?.at ?? '');
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    expect(pdfsig(pdf)).toContain('Signature is Valid.');
    expect(opensslVerify(pdf, 0, chair.root.certificate)).toMatchObject({ code: 0 });
  });

  it('is found out when any part of it that counts was changed', () => {
    const { gapStart, gapEnd } = rangesOf(pdf)[0] ?? expect.fail();
    const copy = Buffer.from(pdf);
    const accepted: number[] = [];
    for (let at = gapStart; at < gapEnd; at += sized(97, 1)) {
      const old = copy[at] ?? 0;
      copy[at] = old ^ (1 << (at % 8));
      if (verifyPdf(copy, new Set()).signatures.some(({ valid }) => valid)) accepted.push(at);
      copy[at] = old;
    }
    // The service's own root comes along unbound: nothing is believed of it, so nothing of it can mislead.
    expect(accepted.length).toBeLessThan((gapEnd - gapStart) / 20);
  });
});

describe('a token', () => {
  it('is not believed for other bytes', async () => {
    const token = await askTimestamp(authority.address, Buffer.from('one'));
    expect(readTimestamp(token, Buffer.from('one'))).toMatchObject({ authority: 'Sample Timestamp Service' });
    expect(readTimestamp(token, Buffer.from('two'))).toBe('invalid');
    expect(readTimestamp(Buffer.from('no token'), Buffer.from('one'))).toBe('invalid');
  });
});
