import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { pdfsig } from '#test/support/trust-judges.ts';

const released = (version: string) =>
  readFileSync(new URL(`../fixtures/reports/waymark-${version}.pdf`, import.meta.url));

// Made by the code of that release, and never again: what was signed then has to hold for good.
describe('a report that Waymark 0.1.0 signed', () => {
  it('holds, with its places that nobody has signed in', () => {
    const pdf = released('0.1.0');
    expect(verifyPdf(pdf, new Set())).toMatchObject({
      status: 'valid',
      findings: [],
      signatures: [
        { signer: 'Dr Test Chair (invented)', kind: 'device', valid: true, remarks: [], findings: [] },
      ],
      report: { doctor: 'Dr Test Doctor (invented)', sample: false },
    });
    expect(pdfsig(pdf)).toContain('Signature is Valid');
  });

  it('does not hold with one bit of it changed', () => {
    const pdf = released('0.1.0');
    for (let at = 7; at < pdf.length; at += 20_011) {
      const copy = Buffer.from(pdf);
      copy[at] = (copy[at] ?? 0) ^ 1;
      expect(verifyPdf(copy, new Set()).status, String(at)).not.toBe('valid');
    }
  });
});
