import { beforeAll, describe, expect, it } from 'vitest';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { sha256 } from '#test/support/report-samples.ts';
import { appended, attacks, signedWith } from '#test/support/trust-attacks.ts';
import { attacksOnLooks, ownAppearances } from '#test/support/trust-attacks-on-looks.ts';
import {
  details,
  fieldsFor,
  pdfLibPdf,
  signedBy,
  signedReport,
  signers,
  type TestSigner,
  testSigner,
  typstPdf,
} from '#test/support/trust-documents.ts';
import { pdfsig, rangesOf } from '#test/support/trust-judges.ts';
import { tinyReport } from '#test/support/trust-report.ts';

const judge = (pdf: Uint8Array) => verifyPdf(pdf, new Set());
const edited = (pdf: Uint8Array, edit: (text: string) => string) =>
  Buffer.from(edit(Buffer.from(pdf).toString('latin1')), 'latin1');

const all = { ...attacks, ...attacksOnLooks };

let chair: TestSigner;
let member: TestSigner;
let stranger: TestSigner;
/** Signed by the chair; a second field is still open. */
let open: Uint8Array;
let packed: Uint8Array;
/** Files with an open field, by how many have signed; the last one keeps its objects in object streams. */
let files: readonly { readonly pdf: Uint8Array; readonly fieldName: string; readonly signed: number }[];
beforeAll(async () => {
  chair = await testSigner('Dr Sample Chair');
  member = await testSigner('Dr Sample Member', chair.root);
  stranger = await testSigner('Dr Stranger');
  open = await signedReport([chair], 1);
  packed = await signedBy(await pdfLibPdf({ objectStreams: true }), [chair], 1);
  const others = await Promise.all(
    Array.from({ length: 6 }, (_, index) => testSigner(`Dr Sample Panel ${index}`, chair.root)),
  );
  const people = [chair, ...others];
  files = await Promise.all(
    [1, 3, 7].map(async (signed) => ({
      pdf: await signedReport(people.slice(0, signed), 1),
      fieldName: `signature-${signed + 1}`,
      signed,
    })),
  );
  files = [...files, { pdf: packed, fieldName: 'signature-2', signed: 1 }];
});

describe('files of 1, 3 and 7 signers', () => {
  it('are valid as they are, whoever signs next', async () => {
    for (const { pdf, fieldName, signed } of files) {
      expect(judge(pdf)).toMatchObject({ status: 'valid', findings: [] });
      const next = judge(await signedWith(pdf, () => [], stranger, fieldName));
      expect(next).toMatchObject({ status: 'valid', findings: [] });
      expect(next.signatures).toHaveLength(signed + 1);
    }
  });

  it('are not valid after an update that changes nothing', () => {
    for (const { pdf } of files) expect(judge(appended(pdf, () => [])).status).toBe('not-valid');
  });
});

describe.each(Object.entries(all))('%s', (_name, attack) => {
  it('as an unsigned update is rejected', () => {
    for (const { pdf } of files) {
      const verdict = judge(appended(pdf, attack));
      expect(verdict.status).toBe('not-valid');
      expect(verdict.signatures.every((signature) => !signature.valid)).toBe(true);
      expect(verdict.fields).toEqual([]);
    }
  });

  it('as an update that a stranger then signs is rejected', async () => {
    for (const { pdf, fieldName } of files) {
      let signed: Uint8Array;
      try {
        signed = await stranger.open.signPdf(appended(pdf, attack), { ...details, fieldName }, null);
      } catch {
        // The update took the field away: then there is nothing to sign.
        continue;
      }
      expect(judge(signed).status).toBe('not-valid');
    }
  });

  it('inside the revision a stranger signs is rejected', async () => {
    for (const { pdf, fieldName, signed } of files) {
      const verdict = judge(await signedWith(pdf, attack, stranger, fieldName));
      expect(verdict.status).toBe('not-valid');
      // Where the attack hides a signature there is nobody left to say that somebody changed their file.
      if (verdict.signatures.filter(({ signer }) => signer !== '').length === signed + 1) {
        expect(verdict.findings).toContain('revision-not-allowed');
        expect(verdict.signatures[0]?.findings).toContain('changed-after-signing');
      }
    }
  });
});

describe.each(Object.entries(ownAppearances))('a signature whose own field shows %s', (_name, fill) => {
  it('is rejected', async () => {
    for (const { pdf, fieldName } of files) {
      const verdict = judge(await signedWith(pdf, () => [], stranger, fieldName, fill));
      expect(verdict.status).toBe('not-valid');
      expect(verdict.findings).toContain('revision-not-allowed');
    }
  });
});

describe('the attacks bite', () => {
  it('because the same revision without one is honest', async () => {
    for (const pdf of [open, packed]) {
      const verdict = judge(await signedWith(pdf, () => [], stranger, 'signature-2'));
      expect(verdict).toMatchObject({ status: 'valid', findings: [], signatures: [{}, { known: false }] });
    }
  });

  it('because pdfsig still calls both signatures valid over most of them', async () => {
    const accepted: string[] = [];
    for (const [name, attack] of Object.entries(all)) {
      const text = pdfsig(await signedWith(open, attack, stranger, 'signature-2'));
      if (text.match(/Signature is Valid/g)?.length === 2) accepted.push(name);
    }
    expect(accepted).toEqual(
      expect.arrayContaining([
        'overlay',
        'annotation',
        'removedPage',
        'swappedAttachment',
        'othersAppearance',
      ]),
    );
    expect(accepted.length).toBeGreaterThan(15);
  });

  it('because pdfsig believes a field that shows another time and certificate', async () => {
    for (const fill of Object.values(ownAppearances)) {
      const text = pdfsig(await signedWith(open, () => [], stranger, 'signature-2', fill));
      expect(text.match(/Signature is Valid/g)).toHaveLength(2);
    }
  });
});

describe('bytes after the last signature', () => {
  it.each(['\n', ' ', '%', '\0', '%%EOF\n', 'startxref\n0\n%%EOF\n'])('%j is rejected', (tail) => {
    const verdict = judge(Buffer.concat([open, Buffer.from(tail, 'latin1')]));
    expect(verdict.status).toBe('not-valid');
  });

  it('are named as a change', () => {
    expect(judge(Buffer.concat([open, Buffer.from('\n')])).findings).toEqual(['changed-after-signing']);
  });
});

describe('byte ranges', () => {
  it('a decoy in the text of an unsigned file does not make it signed', async () => {
    const decoy = '/ByteRange [0 10 20 30] /Contents <00> /Type /Sig';
    const base = await addSignatureFields(typstPdf(JSON.stringify({ decoy })), fieldsFor(['A']));
    const commented = Buffer.concat([base, Buffer.from(`% ${decoy}\n`)]);
    expect(judge(base).findings).toEqual(['no-signature']);
    expect(judge(commented).findings).toEqual(['no-signature']);
  });

  const [from, to] = [
    /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/,
    (a: number, b: number, c: number, width: number) => `/ByteRange [0 ${a} ${b} ${c}]`.padEnd(width),
  ] as const;
  const widened = (change: (a: number, b: number, c: number) => readonly [number, number, number]) =>
    edited(open, (text) =>
      text.replace(from, (whole, a, b, c) =>
        to(...change(Number(a), Number(b), Number(c)), whole.length).slice(0, whole.length),
      ),
    );
  it.each([
    ['a wider hole', (a: number, b: number, c: number) => [a - 9, b, c] as const],
    ['a later second part', (a: number, b: number, c: number) => [a, b + 9, c - 9] as const],
    ['an early end', (a: number, b: number, c: number) => [a, b, c - 1] as const],
    ['no second part', (a: number, b: number, _c: number) => [a, b, 0] as const],
    ['overlapping parts', (a: number, _b: number, c: number) => [a, a, c] as const],
  ])('%s is rejected', (_name, change) => {
    const verdict = judge(widened(change));
    expect(verdict.status).toBe('not-valid');
    expect(verdict.signatures[0]?.valid).toBe(false);
  });

  it('a file that lost its byte range, its contents or its field’s value is rejected', () => {
    for (const key of ['/ByteRange ', '/Contents <', '/V ', '/SubFilter ', '/FT ']) {
      const last = Buffer.from(open).lastIndexOf(key);
      expect(last, key).toBeGreaterThan(0);
      const broken = Buffer.from(open);
      broken[last + 1] = 88;
      expect(judge(broken).status, key).toBe('not-valid');
    }
  });
});

describe('the signature’s own bytes', () => {
  const hexOf = (pdf: Uint8Array) => {
    const { gapStart, gapEnd } = rangesOf(pdf)[0] ?? expect.fail();
    return { gapStart, gapEnd, hex: Buffer.from(pdf.subarray(gapStart + 1, gapEnd - 1)).toString('latin1') };
  };
  const withHex = (pdf: Uint8Array, hex: string) => {
    const { gapStart } = hexOf(pdf);
    const changed = Buffer.from(pdf);
    changed.write(hex, gapStart + 1, 'latin1');
    return changed;
  };

  it('may not be spelt in capitals, padded with anything, or shortened', () => {
    const { hex } = hexOf(open);
    expect(judge(withHex(open, hex)).status).toBe('valid');
    for (const other of [
      hex.toUpperCase(),
      `${hex.slice(0, -2)}01`,
      `${hex.slice(0, -2)}  `,
      `${hex.slice(0, -1)}>`,
    ])
      expect(judge(withHex(open, other)).status).toBe('not-valid');
  });

  it('may not use the other, equally good value of s', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    // The signature is the last value: r and s, of which s has 32 bytes in all but one of 256 signatures.
    const tail = /(?<=02(?:20|2100)[0-9a-f]{64}0220)[0-9a-f]{64}(?=0*$)/;
    let [pdf, s] = [open, tail.exec(hexOf(open).hex)?.[0]];
    for (let tries = 0; s === undefined && tries < 8; tries += 1) {
      pdf = await signedReport([chair], 1);
      s = tail.exec(hexOf(pdf).hex)?.[0];
    }
    const other = order - BigInt(`0x${s ?? expect.fail('no signature of the usual length')}`);
    const { hex } = hexOf(pdf);
    const respelt = hex.replace(tail, other.toString(16).padStart(64, '0'));
    expect(respelt).not.toBe(hex);
    expect(judge(withHex(pdf, respelt)).status).toBe('not-valid');
  });

  it('may not be another report’s', async () => {
    const other = await signedBy(typstPdf('{}'), [chair], 1);
    const { hex } = hexOf(other);
    const mine = hexOf(open);
    expect(judge(withHex(open, hex.padEnd(mine.hex.length, '0').slice(0, mine.hex.length))).status).toBe(
      'not-valid',
    );
  });

  it('may not carry a signature by another key under the chair’s certificate', async () => {
    const verdict = judge(
      await signedWith(
        open,
        () => [],
        { ...chair, record: { ...chair.record, wrappedKey: stranger.record.wrappedKey } },
        'signature-2',
      ),
    );
    expect(verdict.status).toBe('not-valid');
    expect(verdict.findings).toContain('signature-mismatch');
  });

  it('may not chain to a root that did not issue the certificate', async () => {
    const mixed = { ...stranger, root: chair.root };
    const verdict = judge(await signedWith(open, () => [], mixed, 'signature-2'));
    expect(verdict.findings).toContain('certificate-chain');
  });

  it('may not be made with a root as the signer', async () => {
    const asLeaf = { ...stranger, record: { ...stranger.record, certificates: [stranger.root.certificate] } };
    expect(judge(await signedWith(open, () => [], asLeaf, 'signature-2')).status).toBe('not-valid');
  });

  it('may not name somebody else than the certificate does', async () => {
    const posing = { ...stranger, record: { ...stranger.record, name: 'Dr Sample Chair' } };
    expect(judge(await signedWith(open, () => [], posing, 'signature-2')).findings).toContain(
      'malformed-signature',
    );
  });
});

describe('the embedded report', () => {
  const certificate = () => signers.certificateHash(chair.record);
  const signedText = (report: string) => signedBy(typstPdf(report), [chair]);

  it('is not believed when its fingerprint is not its content’s', async () => {
    const model = tinyReport('Dr Sample Chair', certificate());
    const changed = { ...model, outcomeReason: 'Something else' };
    const verdict = judge(await signedText(JSON.stringify(changed)));
    expect(verdict).toMatchObject({
      status: 'not-valid',
      findings: ['content-digest-mismatch'],
      report: null,
    });
  });

  it('is not believed when the signer it names did not sign', async () => {
    const model = tinyReport('Dr Sample Chair', certificate());
    const verdict = judge(await signedBy(typstPdf(JSON.stringify(model)), [stranger]));
    expect(verdict).toMatchObject({ status: 'not-valid', report: null });
  });

  it.each([' ', 'no json', '{}', '[]', 'null', '{"format":"waymark-report-1"}', '['.repeat(100_000)])(
    'is rejected when it is %.20j',
    async (text) => {
      expect(judge(await signedText(text))).toMatchObject({ status: 'not-valid', report: null });
    },
  );

  it('of a later format is left unread', async () => {
    const { fingerprint: _, ...model } = tinyReport('Dr Sample Chair', certificate());
    const later = { ...model, format: 'waymark-report-2', news: true };
    const text = JSON.stringify({ ...later, fingerprint: sha256(canonicalJson(later)) });
    expect(judge(await signedText(text))).toMatchObject({ status: 'valid', report: null });
  });

  it('is left out where there is none', async () => {
    const pdf = await signedBy(await pdfLibPdf({ objectStreams: false }), [member]);
    expect(judge(pdf)).toMatchObject({ status: 'valid', report: null });
  });

  it('is read out of pdf-lib’s object streams too', async () => {
    const model = tinyReport('Dr Sample Chair', certificate());
    const pdf = await pdfLibPdf({ objectStreams: true, report: JSON.stringify(model) });
    expect(judge(await signedBy(pdf, [chair])).report).toMatchObject({ fingerprint: model.fingerprint });
  });
});
