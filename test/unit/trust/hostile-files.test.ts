import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPdf } from '#electron/trust/pdf/document.ts';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { verdictSchema } from '#shared/domain/verdict.ts';
import { pdfLibPdf, typstPdf } from '#test/support/trust-documents.ts';

const judge = (bytes: Uint8Array | string) => {
  const verdict = verifyPdf(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, new Set());
  return verdictSchema.parse(verdict);
};

/** A PDF of these objects (number to source), with a true cross-reference table; `SELF` is where that stands. */
function pdfOf(objects: Readonly<Record<number, string>>, trailer = '/Root 1 0 R'): Buffer {
  let text = '%PDF-1.7\n';
  const lines = Object.entries(objects).map(([number, source]) => {
    const line = `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${source}\nendobj\n`;
    return line;
  });
  const at = text.length;
  return Buffer.from(
    `${text}xref\n${lines.join('')}trailer\n<<${trailer.replace('SELF', String(at))}>>\nstartxref\n${at}\n%%EOF\n`,
    'latin1',
  );
}
const form = (fields: string) => `<</AcroForm <</Fields ${fields}>>>>`;

describe('files that are no PDF', () => {
  it.each([
    ['empty', ''],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['text', 'Dear doctor'],
    ['nearly a header', '%PDF-'],
    ['a header elsewhere', ' %PDF-1.7\n'],
  ])('%s is unreadable', (_name, bytes) => {
    expect(judge(bytes)).toMatchObject({ status: 'unreadable', findings: ['not-a-pdf'], report: null });
  });
});

describe('unsigned files', () => {
  it('are not valid, whoever made them', async () => {
    for (const pdf of [
      typstPdf('{}'),
      await pdfLibPdf({ objectStreams: true }),
      await pdfLibPdf({ objectStreams: false }),
      pdfOf({ 1: form('[]') }),
    ])
      expect(judge(pdf)).toMatchObject({ status: 'not-valid', findings: ['no-signature'], signatures: [] });
  });
});

const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024)).toString('latin1');
const many = (source: string, count: number) => source.repeat(count);

describe('password-protected files', () => {
  it('are told as such, and never valid', () => {
    const verdict = judge(pdfOf({ 1: form('[]') }, '/Root 1 0 R /Encrypt 1 0 R'));
    expect(verdict).toMatchObject({ status: 'unreadable', findings: ['encrypted'], signatures: [] });
  });
});

describe('hostile files', () => {
  it.each([
    ['only a header', '%PDF-1.7\n'],
    ['a wild startxref', '%PDF-1.7\nstartxref\n999999999999\n%%EOF'],
    ['cross-references that point to themselves', pdfOf({ 1: form('[]') }, '/Root 1 0 R /Prev SELF')],
    ['deep nesting', pdfOf({ 1: form(nested) })],
    ['deep dictionaries', pdfOf({ 1: many('<</A ', 50_000) })],
    ['a root that is itself', pdfOf({ 1: '1 0 R' })],
    ['references in a circle', pdfOf({ 1: '2 0 R', 2: '3 0 R', 3: '2 0 R' })],
    ['fields that are their own kids', pdfOf({ 1: form('[2 0 R]'), 2: '<</FT /Sig /Kids [2 0 R]>>' })],
    [
      'fields in a long circle',
      pdfOf({ 1: form('[2 0 R]'), 2: '<</Kids [3 0 R]>>', 3: '<</Kids [2 0 R 2 0 R]>>' }),
    ],
    ['a stream whose length is itself', pdfOf({ 1: '2 0 R', 2: '<</Length 2 0 R>>\nstream\nx\nendstream' })],
    ['a key given twice', pdfOf({ 1: '<</AcroForm 2 0 R /AcroForm null>>', 2: '<<>>' })],
    ['a signature that is a number', pdfOf({ 1: form('[2 0 R]'), 2: '<</FT /Sig /V 3 0 R>>', 3: '7' })],
    ['a signature that is missing', pdfOf({ 1: form('[2 0 R]'), 2: '<</FT /Sig /V 9 0 R>>' })],
    [
      'a signature without anything',
      pdfOf({ 1: form('[2 0 R]'), 2: '<</FT /Sig /V 3 0 R>>', 3: '<</Type /Sig>>' }),
    ],
    ['a string without an end', pdfOf({ 1: many('(', 1_000_000) })],
    ['a million objects of one number', pdfOf({ 1: form(`[${many('null ', 1_000_000)}]`) })],
    ['endless comments', pdfOf({ 1: many('%x\n', 1_000_000) })],
    [
      'a decompression bomb as an object stream',
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<</Type /XRef /W [1 2 2] /Size 9 /Root 2 0 R /Filter /FlateDecode /Length ${bomb.length}>>\nstream\n${bomb}\nendstream\nendobj\nstartxref\n9\n%%EOF\n`,
        'latin1',
      ),
    ],
    [
      'a cross-reference table that claims a billion lines',
      '%PDF-1.7\nxref\n0 999999999\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n',
    ],
  ])('%s is answered quickly and never valid', (_name, bytes) => {
    const started = performance.now();
    const verdict = judge(bytes as Uint8Array | string);
    expect(verdict.status).toBe('not-valid');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('of random bytes behind a header are answered', () => {
    let state = 42;
    const next = () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state;
    };
    const base = Buffer.from(typstPdf('{}'));
    for (let round = 0; round < 200; round += 1) {
      const copy = Buffer.from(base);
      for (let count = 0; count < 20; count += 1) copy[9 + (next() % (copy.length - 9))] = next() % 256;
      expect(judge(copy).status).toBe('not-valid');
    }
  });
});

describe('the reader', () => {
  it('reads strings, names, numbers and references as PDF means them', () => {
    const source = '<</A (a\\(b\\)\\101\\\n(c)) /B <4 1 42> /C#20D -1.5 /E [1 0 R 1 0 true] /F .5 /G null>>';
    const { dict, rootRef } = openPdf(pdfOf({ 1: source }));
    const entries = dict(rootRef)?.entries;
    expect(entries?.get('A')).toMatchObject({ bytes: Uint8Array.from(Buffer.from('a(b)A(c)')) });
    expect(entries?.get('B')).toMatchObject({ bytes: Uint8Array.from(Buffer.from('AB')) });
    expect(entries?.get('C D')).toBe(-1.5);
    expect(entries?.get('E')).toEqual({
      kind: 'array',
      items: [{ kind: 'ref', number: 1, generation: 0 }, 1, 0, true],
    });
    expect([entries?.get('F'), entries?.get('G')]).toEqual([0.5, null]);
  });
});
