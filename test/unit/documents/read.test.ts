import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf, startDocuments } from '#test/support/documents/reader.ts';

const documents = startDocuments();
afterAll(() => documents.close());

async function letter(rotate = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const first = pdf.addPage([595, 842]);
  first.drawText('Clinic letter (invented)', { x: 72, y: 770, size: 12, font });
  first.drawText('NHS number 943 476 5919', { x: 72, y: 740, size: 12, font });
  first.setRotation(degrees(rotate));
  pdf.addPage([595, 842]).drawText('Second page', { x: 72, y: 400, size: 24, font });
  return pdf.save();
}

const refused = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (thrown) {
    const { failure, data } = thrown as { failure: string; data: unknown };
    return { failure, data };
  }
  throw new Error('expected to be refused');
};

describe('the words of a PDF', () => {
  it('come page by page with where they stand', async () => {
    const read = await documents.read(fileOf(await letter()), { depth: 'places' });
    expect(read).toMatchObject({ kind: 'pdf', pageCount: 2, cutShort: false });
    const [first, second] = read.pages;
    expect(first).toMatchObject({ page: 1, width: 595, height: 842 });
    expect(first?.text).toBe('Clinic letter (invented)\nNHS number 943 476 5919');
    expect(second?.text).toBe('Second page');
    const span = first?.spans.find(({ start, end }) => first.text.slice(start, end) === '943');
    // After 'NHS number ' at 12 points; baseline 740 above the bottom is 102 below the top.
    const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
    const before = font.widthOfTextAtSize('NHS number ', 12);
    expect(Math.abs((span?.x ?? 0) - (72 + before))).toBeLessThan(1.5);
    expect(span?.y).toBeLessThan(102);
    expect((span?.y ?? 0) + (span?.height ?? 0)).toBeGreaterThan(102);
  });

  it('stand where a turned page shows them', async () => {
    const { pages } = await documents.read(fileOf(await letter(90)), { depth: 'places', pages: [1] });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ width: 842, height: 595 });
    const span = pages[0]?.spans[0];
    // Turned clockwise, what was 72 from the left is 72 from the top, and what stood high stands to the right.
    expect(span?.y).toBeGreaterThan(60);
    expect(span?.y).toBeLessThan(90);
    expect(span?.x).toBeGreaterThan(700);
    expect(span?.height).toBeGreaterThan(span?.width ?? 0);
  });

  it('come without places where only words are wanted', async () => {
    const { pages, hidden, codes } = await documents.read(fileOf(await letter()), { depth: 'text' });
    expect(pages.map(({ spans }) => spans.length)).toEqual([0, 0]);
    expect([hidden, codes]).toEqual([[], []]);
  });

  it('are drawn as they are shown', async () => {
    const png = Buffer.from(await documents.render(fileOf(await letter()), 1, 600));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 849]);
    expect(await refused(documents.render(fileOf(await letter()), 3, 600))).toEqual({
      failure: 'NOT_FOUND',
      data: { what: 'file' },
    });
  });
});

describe('files that cannot be read', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-documents-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are refused by what is the matter, and the next one is read', async () => {
    const plain = join(folder, 'plain.pdf');
    const locked = join(folder, 'locked.pdf');
    writeFileSync(plain, await letter());
    execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', plain, locked]);
    expect(await refused(documents.read(fileOf(readFileSync(locked))))).toEqual({
      failure: 'FILE_ENCRYPTED',
      data: {},
    });
    for (const broken of ['%PDF-1.7\nnothing of a file', 'PK\x03\x04 no archive'])
      expect(await refused(documents.read(fileOf(broken)))).toEqual({
        failure: 'FILE_MALFORMED',
        data: { why: 'damaged' },
      });
    expect((await documents.read(fileOf(await letter()), { depth: 'text' })).pageCount).toBe(2);
  });

  it('are given up when they take too long, stopped when told to, and others follow', async () => {
    const hasty = startDocuments(1);
    expect(await refused(hasty.read(fileOf(await letter()), { depth: 'text' }))).toEqual({
      failure: 'FILE_MALFORMED',
      data: { why: 'too-slow' },
    });
    await hasty.close();
    const stop = new AbortController();
    const stopped = refused(documents.read(fileOf(await letter()), { signal: stop.signal }));
    const next = documents.read(fileOf('plain words'));
    stop.abort();
    expect(await stopped).toEqual({ failure: 'CANCELLED', data: {} });
    expect((await next).pages[0]?.text).toBe('plain words');
  });
});

describe('other files', () => {
  it('are read as text in the alphabet they are written in', async () => {
    const words = async (bytes: Uint8Array | string) => {
      const { kind, pages } = await documents.read(fileOf(bytes));
      return [kind, pages[0]?.text];
    };
    expect(await words('name,date\nAudit,2026-01-02\n')).toEqual(['text', 'name,date\nAudit,2026-01-02\n']);
    expect(await words(Buffer.from('caf\xe9', 'latin1'))).toEqual(['text', 'café']);
    expect(await words(Buffer.from('\ufeffŁódź', 'utf16le'))).toEqual(['text', 'Łódź']);
    const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Riched;}\f0 Dear D\'e9sir\u233?e,\par NHS {\b 943} 476\tab 5919\par}`;
    expect(await words(rtf)).toEqual(['text', 'Dear Désirée,\nNHS 943 476\t5919\n']);
  });

  it('are no documents when nothing can be read in them', async () => {
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    expect((await documents.read(fileOf(Uint8Array.of(0, 1, 2, 3)))).kind).toBe('other');
    expect((await documents.read(fileOf(zip))).kind).toBe('other');
  });
});

describe('the words of a Word file', () => {
  it('hold headers, footers and the body', async () => {
    const file = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Ward 7 header')] }) },
          footers: { default: new Footer({ children: [new Paragraph('Hospital number 123')] }) },
          children: [
            new Paragraph({
              children: [new TextRun('Dear '), new TextRun({ text: 'colleague', bold: true })],
            }),
            new Paragraph('A & B <see>'),
          ],
        },
      ],
    });
    const read = await documents.read(fileOf(await Packer.toBuffer(file)));
    expect(read).toMatchObject({ kind: 'word', pageCount: 1 });
    expect(read.pages[0]?.text).toContain('Dear colleague');
    expect(read.pages[0]?.text).toContain('A & B <see>');
    expect(read.pages[0]?.text).toContain('Ward 7 header');
    expect(read.pages[0]?.text).toContain('Hospital number 123');
  });
});
