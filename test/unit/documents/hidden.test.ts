import { PDFDocument, PDFString, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { afterAll, describe, expect, it } from 'vitest';
import type { HiddenFinding } from '#shared/domain/documents/text.ts';
import { nastyPdfs, secret } from '#test/support/documents/nasty-pdfs.ts';
import { photograph, plainPng, qrPicture } from '#test/support/documents/pictures.ts';
import { fileOf, startDocuments } from '#test/support/documents/reader.ts';

const documents = startDocuments();
afterAll(() => documents.close());

const kinds = (found: readonly HiddenFinding[]) => [...new Set(found.map(({ what }) => what))].sort();

describe('what a PDF hides', () => {
  it('is told by kind, with the words and where they stand', async () => {
    const files = new Map((await nastyPdfs()).map((file) => [file.name, file]));
    const hidden = async (name: string) => {
      const { hidden: found } = await documents.read(fileOf(files.get(name)?.bytes ?? ''));
      return found.filter(
        ({ what, label }) => what !== 'metadata' || !/Producer|Creator|pdf:|xmp/i.test(label),
      );
    };
    expect(await hidden('plain line')).toEqual([]);
    expect(kinds(await hidden('earlier version in the file'))).toEqual(['earlier-version']);
    const carried = await hidden('attachment, metadata, script');
    expect(kinds(carried)).toEqual(['embedded-file', 'metadata', 'script']);
    expect(carried).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'metadata', label: 'Title', text: secret }),
        expect.objectContaining({ what: 'embedded-file', label: 'attached.txt' }),
        expect.objectContaining({ what: 'script', text: expect.stringContaining(secret) }),
      ]),
    );
    const noted = await hidden('note over the mark, field in a form');
    expect(kinds(noted)).toEqual(['comment', 'form-value']);
    expect(noted.map(({ text }) => text)).toEqual([secret, secret]);
    expect(noted.every(({ page, area }) => page === 1 && (area?.width ?? 0) > 0)).toBe(true);
    const layered = await hidden('layer that is off');
    expect(kinds(layered)).toEqual(['invisible-text', 'layer-off']);
    expect(layered.find(({ what }) => what === 'layer-off')?.label).toBe(secret);
    const unseen = await hidden('in no ink, in white, off the page, beneath a box and a picture');
    expect(unseen.map(({ what, text }) => [what, text])).toEqual(
      expect.arrayContaining([
        ['invisible-text', expect.stringContaining(secret)],
        ['covered-text', secret],
      ]),
    );
    // Five in all: no ink, white, off the page, beneath a box, beneath a picture.
    expect(
      unseen
        .map(({ text }) => text)
        .join(' ')
        .split(secret).length - 1,
    ).toBe(5);
    const boxed = unseen.find(({ what }) => what === 'covered-text')?.area;
    expect(Math.abs((boxed?.x ?? 0) - 40)).toBeLessThan(2);
    expect(Math.abs((boxed?.y ?? 0) + (boxed?.height ?? 0) - 142)).toBeLessThan(4);
  }, 60_000);

  it('is also a picture beneath a box, and a mark that was never applied', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 300]);
    page.drawImage(await pdf.embedPng(plainPng()), { x: 50, y: 50, width: 300, height: 200 });
    page.drawRectangle({ x: 100, y: 100, width: 120, height: 20, color: rgb(0, 0, 0) });
    const mark = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Redact',
      Rect: [60, 60, 90, 80],
      Contents: PDFString.of('name'),
    });
    page.node.addAnnot(pdf.context.register(mark));
    const { hidden } = await documents.read(fileOf(await pdf.save()));
    expect(
      hidden
        .filter(({ what }) => what !== 'metadata')
        .map(({ what, area }) => [what, area && { ...area, x: Math.round(area.x), y: Math.round(area.y) }]),
    ).toEqual([
      ['unapplied-redaction', { page: 1, x: 60, y: 220, width: 30, height: 20 }],
      ['covered-picture', { page: 1, x: 100, y: 180, width: 120, height: 20 }],
    ]);
    // Neither a picture nor a box alone is anything.
    const plain = await PDFDocument.create();
    const other = plain.addPage([400, 300]);
    other.drawRectangle({ x: 0, y: 0, width: 400, height: 300, color: rgb(0.9, 0.9, 1) });
    other.drawImage(await plain.embedPng(plainPng()), { x: 50, y: 50, width: 300, height: 200 });
    const { hidden: nothing } = await documents.read(fileOf(await plain.save()));
    expect(kinds(nothing.filter(({ what }) => what !== 'metadata'))).toEqual([]);
  });

  it('is gone from a redacted copy', async () => {
    for (const { name, bytes, mark } of await nastyPdfs()) {
      const { bytes: made } = await documents.redact(fileOf(bytes), [mark]);
      const { hidden } = await documents.read(fileOf(made));
      // The searchable words lie unseen over their picture, and nothing else is hidden.
      expect(kinds(hidden), name).toEqual(['invisible-text']);
      expect(hidden.map(({ text }) => text).join(), name).not.toContain(secret);
      expect(
        hidden.every(({ area }) => area !== null),
        name,
      ).toBe(true);
    }
  }, 120_000);
});

describe('codes in pictures', () => {
  it('are found on the page of a PDF and in a photograph, with what they say', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    pdf.addPage([400, 300]).drawText('no code here', { x: 20, y: 20, size: 12, font });
    const picture = await pdf.embedPng(qrPicture('https://example.org/patient/123'));
    pdf.addPage([400, 300]).drawImage(picture, { x: 200, y: 100, width: 90, height: 90 });
    const { codes } = await documents.read(fileOf(await pdf.save()));
    expect(codes.map(({ page, text }) => [page, text])).toEqual([[2, 'https://example.org/patient/123']]);
    const [{ area } = { area: undefined }] = codes;
    expect(area?.x).toBeGreaterThan(195);
    expect((area?.x ?? 0) + (area?.width ?? 0)).toBeLessThan(295);
    expect(area?.y).toBeGreaterThan(105);
    const photo = await documents.read(fileOf(qrPicture('NHS 943 476 5919')));
    expect(photo.codes.map(({ text }) => text)).toEqual(['NHS 943 476 5919']);
  }, 30_000);
});

describe('what a picture says beyond what it shows', () => {
  const photo = photograph({
    owner: 'Dr Camera Owner (invented)',
    comment: 'ward 7',
    after: 'after the end QXSECRETZ',
  });

  it('is told: who, where, a comment, and what stands after its end', async () => {
    const { kind, hidden, pages } = await documents.read(fileOf(photo));
    expect([kind, pages[0]?.width, pages[0]?.height]).toEqual(['image', 64, 48]);
    const says = new Map(hidden.map(({ what, label, text }) => [`${what} ${label}`, text]));
    expect(says.get('metadata Artist')).toBe('Dr Camera Owner (invented)');
    expect(says.get('metadata note')).toBe('ward 7');
    expect(says.get('location latitude')).toBe('51.5');
    expect(says.get('trailing-data 23')).toContain('QXSECRETZ');
    expect((await documents.read(fileOf(plainPng()))).hidden).toEqual([]);
  });

  it('is gone from a redacted copy, whose pixels are black under the mark alone', async () => {
    const marks = [{ page: 1, x: 30, y: 20, width: 20, height: 10 }];
    for (const [file, type] of [
      [photo, 'image/jpeg'],
      [plainPng(), 'image/png'],
    ] as const) {
      const { bytes, mediaType } = await documents.redact(fileOf(file), marks);
      expect(mediaType).toBe(type);
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Camera|ward 7|QXSECRETZ|Exif/);
      const image = await loadImage(bytes);
      const canvas = createCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const at = (x: number, y: number) => [...canvas.getContext('2d').getImageData(x, y, 1, 1).data];
      expect([image.width, image.height]).toEqual([64, 48]);
      expect(
        at(40, 25)
          .slice(0, 3)
          .every((value) => value < 30),
      ).toBe(true);
      expect(at(60, 40)[0]).toBeGreaterThan(220);
      expect(at(4, 4)[2]).toBeGreaterThan(220);
      expect((await documents.read(fileOf(bytes))).hidden).toEqual([]);
    }
  });
});

describe('what a Word file hides', () => {
  it('is told: comments, changes, words set not to show, and who wrote it', async () => {
    const date = new Date('2026-01-02T00:00:00Z');
    const author = 'Dr Reviewer (invented)';
    const file = new Document({
      title: 'Letter about QXSECRETZ',
      creator: 'Dr Writer (invented)',
      customProperties: [{ name: 'Hospital number', value: '123456' }],
      comments: { children: [{ id: 0, author, date, children: [new Paragraph('Is this Mrs Example?')] }] },
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new CommentRangeStart(0),
                new TextRun('Seen in clinic'),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new DeletedTextRun({ id: 1, author, date: date.toISOString(), text: 'with her sister' }),
                new InsertedTextRun({ id: 2, author, date: date.toISOString(), text: 'alone' }),
                new TextRun({ text: 'not to be shown', vanish: true }),
              ],
            }),
          ],
        },
      ],
    });
    const { hidden, pages } = await documents.read(fileOf(await Packer.toBuffer(file)));
    const says = hidden.map(({ what, label, text }) => [what, label, text]);
    expect(says).toEqual(
      expect.arrayContaining([
        ['comment', author, 'Is this Mrs Example?'],
        ['tracked-change', author, 'with her sister'],
        ['tracked-change', author, 'alone'],
        ['hidden-text', '', 'not to be shown'],
        ['metadata', 'title', 'Letter about QXSECRETZ'],
        ['metadata', 'creator', 'Dr Writer (invented)'],
        ['metadata', 'Hospital number', '123456'],
      ]),
    );
    expect(pages[0]?.text).toContain('Seen in clinic');
    expect(pages[0]?.text).not.toContain('with her sister');
  });
});
