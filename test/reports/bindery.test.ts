import { join, resolve } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBindery } from '#electron/reports/bind/bindery.ts';
import { resourceFolders } from '#electron/resource-folders.ts';
import type { Bindery, BindPart } from '#electron/services/ports/bindery.ts';
import { checkedByQpdf, infoOf, openedByQpdf, textOf } from '#test/support/report-judges.ts';

const folders = resourceFolders(join(resolve(import.meta.dirname, '../..'), 'electron'));
const about = { title: 'Evidence (invented)', on: '2026-11-21' };

async function pdfOf(lines: readonly string[], turned = 0): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const line of lines) {
    const page = pdf.addPage([595, 842]);
    page.drawText(line, { x: 72, y: 700, size: 12, font });
    page.setRotation(degrees(turned));
  }
  return new Uint8Array(await pdf.save());
}
async function formPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const field = pdf.getForm().createTextField('assessor');
  field.setText('Dr Ivy Chen (invented)');
  field.addToPage(pdf.addPage([595, 842]), { x: 72, y: 600, width: 300, height: 24 });
  return new Uint8Array(await pdf.save());
}
// One pixel.
const png = () =>
  new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
const part = (
  title: string,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  mediaType = 'application/pdf',
): BindPart => ({
  title,
  mark: `IM1, document ${title.split('.')[0]}`,
  mediaType,
  bytes: async () => bytes?.slice(),
});

describe('the bindery', () => {
  let bindery: Bindery;
  beforeAll(() => {
    bindery = createBindery({
      worker: folders.reportWorker,
      folders: { fontFolder: folders.fonts, templateFolder: folders.templates },
    });
  });
  afterAll(() => bindery.close());

  test('makes one sound PDF of many files, with bookmarks and numbers, and tells where each begins', async () => {
    const parts = [
      part('1. Łódź audit “first”', await pdfOf(['Audit one', 'Audit two'])),
      part('2. Turned', await pdfOf(['Turned page'], 90)),
      part('3. Photograph', png(), 'image/png'),
      part('4. Form', await formPdf()),
    ];
    const bound = await bindery.bind(parts, about);
    expect(bound.parts).toEqual([
      { from: 1, pages: 2 },
      { from: 3, pages: 1 },
      { from: 4, pages: 1 },
      { from: 5, pages: 1 },
    ]);
    const pdf = bound.pdf ?? expect.fail();
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors');
    const info = await infoOf(pdf);
    expect([info.get('Pages'), info.get('Title')]).toEqual(['5', about.title]);
    const text = await textOf(pdf);
    for (const said of ['Audit one', 'Audit two', 'Turned page', 'Dr Ivy Chen (invented)'])
      expect(text).toContain(said);
    expect(text).toContain('IM1, document 1, page 2 of 2    |    2 of 5'.replace(/ +/g, ' ').slice(0, 20));
    expect(text.replace(/\s+/g, ' ')).toContain('IM1, document 4, page 1 of 1 | 5 of 5');
    const open = await openedByQpdf(pdf);
    expect(open).toContain('/UseOutlines');
    expect(open.match(/\/Dest \[/g)).toHaveLength(4);
    expect(open).not.toMatch(/\/AcroForm|\/JavaScript|\/Widget/);
  });

  test('gives the same bytes for the same input', async () => {
    const parts = [part('1. A', await pdfOf(['A'])), part('2. B', png(), 'image/png')];
    const [one, two] = [await bindery.bind(parts, about), await bindery.bind(parts, about)];
    expect(Buffer.compare(one.pdf ?? expect.fail(), two.pdf ?? expect.fail())).toBe(0);
  });

  test('leaves out what cannot be joined, says why, and leaves no trace of it', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    const bound = await bindery.bind(
      [
        part('1. Locked', new Uint8Array(await locked.save())),
        part('2. Broken', new Uint8Array(Buffer.from('%PDF-1.7\nnothing of the kind'))),
        part('3. No picture', new Uint8Array(Buffer.from('not a photograph')), 'image/jpeg'),
        part('4. Gone', undefined),
        part('5. Good', await pdfOf(['Good'])),
      ],
      about,
    );
    expect(bound.parts).toEqual([
      { why: 'encrypted' },
      { why: 'malformed' },
      { why: 'malformed' },
      { why: 'missing' },
      { from: 1, pages: 1 },
    ]);
    expect(bound.pages).toBe(1);
    await expect(checkedByQpdf(bound.pdf ?? expect.fail())).resolves.toContain('No syntax');
  });

  test('has no PDF where nothing became a page, and stops when told', async () => {
    expect(await bindery.bind([part('1. Gone', undefined)], about)).toMatchObject({ pdf: null, pages: 0 });
    const stop = new AbortController();
    const bytes = await pdfOf(['A']);
    const late: BindPart = {
      ...part('1. A', bytes),
      bytes: async () => {
        stop.abort();
        return bytes.slice();
      },
    };
    await expect(bindery.bind([late], about, { signal: stop.signal })).rejects.toMatchObject({
      failure: 'CANCELLED',
    });
    // And goes on for whoever comes next.
    expect((await bindery.bind([part('1. A', bytes)], about)).pages).toBe(1);
  });

  test('lays out lists as tagged PDF/A, hostile text as text', async () => {
    const pdf = await bindery.listing({
      title: 'Index of evidence',
      subtitle: 'Cardiology (invented)',
      person: 'Dr #eval("x") $y$ [Z] (invented)',
      employer: 'Trust',
      facts: [
        ['Doctor', '#panic()'],
        ['Pages', '12'],
      ],
      said: [['What this is.', 'A *list* _of_ `things`.']],
      parts: [
        {
          heading: 'IM1 #heading',
          intro: 'An intro',
          facts: [],
          table: {
            columns: [
              { title: 'No.', mm: 10 },
              { title: 'Document', mm: 0 },
            ],
            rows: [['1', 'Line\nbroken 💥 مرحبا']],
          },
          none: 'Nothing',
          ownPage: true,
        },
        {
          heading: 'Empty',
          intro: '',
          facts: [],
          table: { columns: [{ title: 'A', mm: 0 }], rows: [] },
          none: 'Nothing here',
          ownPage: false,
        },
      ],
      madeBy: 'Waymark',
      on: '2026-11-21',
      sample: false,
    });
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax');
    expect((await infoOf(pdf)).get('Tagged')).toBe('yes');
    const text = await textOf(pdf);
    for (const said of ['#panic()', 'A *list* _of_ `things`.', 'IM1 #heading', 'Nothing here', 'مرحبا'])
      expect(text).toContain(said);
  });
});
