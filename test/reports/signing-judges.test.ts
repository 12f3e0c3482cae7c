import { beforeAll, describe, expect, it } from 'vitest';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { verifyPdf } from '#electron/trust/verifier.ts';
import {
  fieldsFor,
  pdfLibPdf,
  signedBy,
  signedReport,
  signers,
  type TestSigner,
  testSigner,
  typstPdf,
} from '#test/support/trust-documents.ts';
import {
  detached,
  mutoolSignatures,
  opensslVerify,
  pdfsig,
  qpdfCheck,
  qpdfJson,
  rangesOf,
  structure,
} from '#test/support/trust-judges.ts';
import { tinyReport } from '#test/support/trust-report.ts';

let people: readonly TestSigner[];
beforeAll(async () => {
  const chair = await testSigner('Ŵyn Łukasz Nguyễn');
  people = [
    chair,
    await testSigner('محمد', chair.root),
    await testSigner('张伟, "O\'Brien-Ağaoğlu" + CN=x'),
    ...(await Promise.all(['D', 'E', 'F', 'G'].map((name) => testSigner(`Dr ${name}`)))),
  ];
});

const validCount = (text: string) => text.split('Signature Validation: Signature is Valid.').length - 1;

describe.each([1, 3, 7])('a report signed by %i', (count) => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await signedReport(people.slice(0, count));
  });

  it('is valid for pdfsig, the last signature covering all of it', () => {
    const text = pdfsig(pdf);
    expect(validCount(text)).toBe(count);
    expect(text.match(/^ {2}- Total document signed$/gm)).toHaveLength(1);
    expect(text.match(/Signature Type: ETSI\.CAdES\.detached/g)).toHaveLength(count);
    expect(text).toContain('Signer Certificate Common Name: Ŵyn Łukasz Nguyễn');
  });

  it('is valid for openssl under CAdES rules, trusting only the signer’s own root', () => {
    for (const [index, person] of people.slice(0, count).entries()) {
      const { text, code } = opensslVerify(pdf, index, person.root.certificate);
      expect(text).toContain('CAdES Verification successful');
      expect(code).toBe(0);
    }
  });

  it('is not valid for openssl under a stranger’s root', async () => {
    const stranger = await testSigner('Dr Other');
    expect(opensslVerify(pdf, 0, stranger.root.certificate).code).not.toBe(0);
  });

  it('is unchanged for mutool and clean for qpdf', () => {
    expect(mutoolSignatures(pdf)).toContain('The document is unchanged since signing.');
    const { text, code } = qpdfCheck(pdf);
    expect(code, text).toBe(0);
    expect(text).not.toMatch(/WARNING/);
  });

  it('has no finding of ours, and its facts', () => {
    const known = new Set([signers.certificateHash(people[0]?.record ?? expect.fail())]);
    const verdict = verifyPdf(pdf, known);
    expect(verdict.findings).toEqual([]);
    expect(verdict.status).toBe('valid');
    expect(
      verdict.signatures.map(({ signer, known: isKnown, valid }) => ({ signer, isKnown, valid })),
    ).toEqual(
      people
        .slice(0, count)
        .map(({ record }, index) => ({ signer: record.name, isKnown: index === 0, valid: true })),
    );
    expect(verdict.signatures[0]).toMatchObject({
      issuer: 'Waymark device root of Dr Sample Owner',
      reason: 'Progress review',
      claimedAt: '2026-06-01T12:00:00.000Z',
    });
    const { doctor, outcome, fingerprint } = tinyReport('', '');
    expect(verdict.report).toMatchObject({ doctor: doctor.name, outcome: outcome.name });
    expect(verdict.report?.fingerprint).not.toBe(fingerprint);
  });

  it('keeps the tags, the PDF/A mark and the attachment', () => {
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(structure(pdf).match(/^ {2,}Form$/gm)).toHaveLength(count);
    expect(JSON.parse(detached(pdf).toString('utf8'))).toMatchObject({ format: 'waymark-report-1' });
  });
});

describe('the shape of a signature', () => {
  it('has no signing time, and certifies once', async () => {
    const pdf = await signedReport(people);
    const text = Buffer.from(pdf).toString('latin1');
    // OID 1.2.840.113549.1.9.5, signing time.
    expect(text).not.toContain('2a864886f70d010905');
    expect(text.match(/\/TransformMethod \/DocMDP/g)).toHaveLength(1);
    expect(text).toMatch(/\/Perms <<\/DocMDP \d+ 0 R>>/);
  });

  it('leaves the signed file’s bytes alone when the next person signs', async () => {
    const two = people.slice(0, 2);
    const pdf = await signedReport(two);
    const [first] = rangesOf(pdf);
    const before = verifyPdf(pdf.subarray(0, first?.end), new Set());
    expect(before).toMatchObject({ status: 'valid', signatures: [{ signer: 'Ŵyn Łukasz Nguyễn' }] });
  });

  it.each([true, false])('works on pdf-lib’s files, object streams %s', async (objectStreams) => {
    const pdf = await signedBy(await pdfLibPdf({ objectStreams }), people.slice(0, 3));
    expect(validCount(pdfsig(pdf))).toBe(3);
    expect(qpdfCheck(pdf).code).toBe(0);
    expect(mutoolSignatures(pdf)).toContain('The document is unchanged since signing.');
    expect(verifyPdf(pdf, new Set())).toMatchObject({ status: 'valid', findings: [], report: null });
  });

  it('holds texts that would break out of a PDF string', async () => {
    const evil = 'ok) /Injected (yes';
    const person = await testSigner(`${evil} >> \\ endobj`);
    const names = [person.record.name];
    const fields = fieldsFor(names).map((field) => ({ ...field, role: evil }));
    const empty = await addSignatureFields(typstPdf('{}'), fields);
    const pdf = await person.open.signPdf(
      empty,
      {
        fieldName: 'signature-1',
        reason: `${evil} \u0000 \ud800 %`,
        location: '<</Injected true>>',
        at: new Date('2026-06-01T12:00:00Z'),
      },
      null,
    );
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('Injected');
    const json = qpdfJson(pdf);
    expect(json).not.toContain('"/Injected"');
    expect(json).toContain(evil);
    expect(pdfsig(pdf)).toContain('Signature is Valid.');
    expect(verifyPdf(pdf, new Set()).signatures[0]).toMatchObject({
      signer: person.record.name,
      valid: true,
    });
  });
});
