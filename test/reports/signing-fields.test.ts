import { describe, expect, it } from 'vitest';
import { readEmbeddedReport } from '#electron/trust/embedded-report.ts';
import { PdfFault } from '#electron/trust/pdf/fault.ts';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { details, fieldsFor, pdfLibPdf, testSigner, typstPdf } from '#test/support/trust-documents.ts';
import { detached, pdfsig, qpdfCheck, qpdfJson, structure } from '#test/support/trust-judges.ts';

const text = '{"hello":"Ŵyn"}';

describe('empty signature fields', () => {
  it('leave the file’s own bytes, tags, attachment and soundness as they were', async () => {
    const base = typstPdf(text);
    const pdf = await addSignatureFields(base, fieldsFor(['محمد', '张伟']));
    expect(Buffer.from(pdf.subarray(0, base.length)).equals(base)).toBe(true);
    expect(qpdfCheck(pdf)).toMatchObject({ code: 0 });
    expect(detached(pdf).toString('utf8')).toBe(text);
    expect(Buffer.from(readEmbeddedReport(pdf) ?? []).toString('utf8')).toBe(text);
    const tree = structure(pdf);
    expect(tree.match(/^ {2,}Form$/gm)).toHaveLength(2);
    expect(tree.replaceAll(/^ +Form\n +Object \d+ \d+\n/gm, '')).toBe(structure(base));
  });

  it('have a tooltip, a print flag and an appearance, and no appearance is left to viewers', async () => {
    const json = qpdfJson(await addSignatureFields(typstPdf(text), fieldsFor(["O'Brien-Ağaoğlu"])));
    expect(json).toContain("u:Signature of O'Brien-Ağaoğlu (Panel member)");
    expect(json).toMatch(/"\/F": 132,/);
    expect(json).toMatch(/"\/AP": \{\s+"\/N": "\d+ 0 R"/);
    expect(json).toContain('"/SigFlags": 3');
    expect(json).not.toContain('NeedAppearances');
    expect(json).toMatch(/"\/ESIC": \{\s+"\/BaseVersion": "\/1.7"/);
  });

  it('are seen as unsigned by pdfsig, on pdf-lib’s files too', async () => {
    for (const base of [typstPdf(text), await pdfLibPdf({ objectStreams: true })]) {
      const pdf = await addSignatureFields(base, fieldsFor(['A', 'B']));
      expect(pdfsig(pdf).match(/The signature form field is not signed/g)).toHaveLength(2);
    }
  });

  it('can be added in two goes', async () => {
    const [first, second] = fieldsFor(['A', 'B']);
    if (first === undefined || second === undefined) return expect.fail();
    const pdf = await addSignatureFields(await addSignatureFields(typstPdf(text), [first]), [second]);
    expect(qpdfCheck(pdf)).toMatchObject({ code: 0 });
    expect(structure(pdf).match(/^ {2,}Form$/gm)).toHaveLength(2);
  });

  it('are refused with names twice, names of parts, and pages that do not exist', async () => {
    const [field] = fieldsFor(['A']);
    if (field === undefined) return expect.fail();
    const base = typstPdf(text);
    for (const fields of [[field, field], [{ ...field, fieldName: 'a.b' }], [{ ...field, page: 9 }]])
      await expect(addSignatureFields(base, fields)).rejects.toThrow(PdfFault);
  });

  it('are filled once, by name', async () => {
    const { open } = await testSigner('Dr A');
    const pdf = await addSignatureFields(typstPdf(text), fieldsFor(['A', 'B']));
    const signed = await open.signPdf(pdf, { ...details, fieldName: 'signature-2' }, null);
    await expect(open.signPdf(signed, { ...details, fieldName: 'signature-2' }, null)).rejects.toThrow(
      PdfFault,
    );
    await expect(open.signPdf(signed, { ...details, fieldName: 'other' }, null)).rejects.toThrow(PdfFault);
  });
});
