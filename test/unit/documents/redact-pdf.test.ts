import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kept, type NastyPdf, nastyPdfs, secret } from '#test/support/documents/nasty-pdfs.ts';
import { fileOf, startDocuments } from '#test/support/documents/reader.ts';

const documents = startDocuments();
let folder: string;
let files: readonly NastyPdf[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-redact-'));
  files = await nastyPdfs();
});
afterAll(async () => {
  await documents.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (tool: string, ...args: readonly string[]) =>
  execFileSync(tool, args, {
    cwd: folder,
    encoding: 'latin1',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Everything other people's tools get out of a file, letters only. */
function broughtOut(bytes: Uint8Array): string {
  writeFileSync(join(folder, 'a.pdf'), bytes);
  run('qpdf', '--qdf', '--object-streams=disable', 'a.pdf', 'a.qdf');
  rmSync(join(folder, 'kept'), { recursive: true, force: true });
  const all = [
    run('pdftotext', '-layout', 'a.pdf', '-'),
    run('pdftotext', '-raw', 'a.pdf', '-'),
    run('mutool', 'draw', '-F', 'text', 'a.pdf'),
    run('strings', '-n', '4', 'a.pdf'),
    run('strings', '-n', '4', 'a.qdf'),
    run('pdfinfo', '-meta', 'a.pdf'),
    run('pdfinfo', '-js', 'a.pdf'),
    run('pdfinfo', '-custom', 'a.pdf'),
    run('pdfdetach', '-list', 'a.pdf'),
  ].join('\n');
  // Texts in hexadecimal and in UTF-16 are brought to plain letters too.
  const hex = [...all.matchAll(/<([0-9a-f\s]{6,})>/gi)].map(([, digits = '']) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1').replaceAll('\0', ''),
  );
  const pieces = [...all.matchAll(/\(((?:[^()\\]|\\.)*)\)/g)].map(([, text = '']) => text);
  return [all, ...hex, pieces.join('')].join('\n').replace(/[\s\0]/g, '');
}

async function shown(bytes: Uint8Array, page: number, perPoint = 1) {
  writeFileSync(join(folder, 'p.pdf'), bytes);
  run(
    'pdftoppm',
    '-png',
    '-r',
    String(72 * perPoint),
    '-cropbox',
    '-f',
    String(page),
    '-l',
    String(page),
    'p.pdf',
    'p',
  );
  const name = readdirSync(folder).find((file) => /^p-\d+\.png$/.test(file)) ?? '';
  const image = await loadImage(readFileSync(join(folder, name)));
  rmSync(join(folder, name));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.getContext('2d');
}

const lightest = (pixels: Uint8ClampedArray) =>
  pixels.reduce((most, value, at) => (at % 4 === 3 ? most : Math.max(most, value)), 0);

describe('a PDF with a mark burnt into it', () => {
  it('has nothing of the secret, whatever way it was in the file, and keeps what was not marked', async () => {
    for (const { name, bytes, mark } of files) {
      const { bytes: made, mediaType } = await documents.redact(fileOf(bytes), [mark]);
      expect(mediaType, name).toBe('application/pdf');
      const out = broughtOut(made);
      expect(out.includes(secret), name).toBe(false);
      // Letter by letter in the wrong order is found as well.
      expect(out.includes([...secret].toReversed().join('')), name).toBe(false);
      expect(run('pdftotext', 'a.pdf', '-'), name).toContain(kept);
      expect(run('qpdf', '--check', 'a.pdf'), name).toContain('No syntax or stream encoding errors');
      const before = await PDFDocument.load(bytes);
      expect((await PDFDocument.load(made)).getPageCount(), name).toBe(before.getPageCount());
    }
  }, 120_000);

  it('is black where the mark was in every picture of it, and as before elsewhere', async () => {
    for (const { name, bytes, mark } of files) {
      const { bytes: made } = await documents.redact(fileOf(bytes), [mark]);
      const before = await shown(bytes, 1);
      const after = await shown(made, 1);
      expect([after.canvas.width, after.canvas.height], name).toEqual([
        before.canvas.width,
        before.canvas.height,
      ]);
      const under = after.getImageData(mark.x + 2, mark.y + 2, mark.width - 4, mark.height - 4).data;
      expect(lightest(under), name).toBeLessThan(40);
      const lower = (context: typeof before) =>
        context.getImageData(0, context.canvas.height - 30, 20, 20).data;
      expect(
        [...lower(after)].every((value, at) => Math.abs(value - (lower(before)[at] ?? 0)) < 20),
        name,
      ).toBe(true);
      // The pictures themselves, taken out of the file: black in the same place.
      writeFileSync(join(folder, 'i.pdf'), made);
      run('pdfimages', '-j', 'i.pdf', 'i');
      const pictures = readdirSync(folder).filter((file) => file.startsWith('i-'));
      expect(pictures.length, name).toBe((await PDFDocument.load(made)).getPageCount());
      const picture = await loadImage(readFileSync(join(folder, 'i-000.jpg')));
      const canvas = createCanvas(picture.width, picture.height);
      canvas.getContext('2d').drawImage(picture, 0, 0);
      const scale = picture.width / after.canvas.width;
      const [x, y, width, height] = [mark.x, mark.y, mark.width, mark.height].map((value) =>
        Math.round(value * scale),
      ) as [number, number, number, number];
      const inside = canvas.getContext('2d').getImageData(x, y, width, height).data;
      expect(lightest(inside), name).toBeLessThan(40);
      for (const file of pictures) rmSync(join(folder, file));
    }
  }, 120_000);

  it('is what a box drawn on top is not: the same tools find the secret there', async () => {
    const found: string[] = [];
    for (const { name, bytes, mark } of files) {
      const pdf = await PDFDocument.load(bytes);
      const page = pdf.getPage(0);
      page.drawRectangle({
        x: mark.x,
        y: page.getHeight() - mark.y - mark.height,
        width: mark.width,
        height: mark.height,
        color: rgb(0, 0, 0),
      });
      if (broughtOut(await pdf.save({ useObjectStreams: false })).includes(secret)) found.push(name);
    }
    // All but the one that holds it in pixels alone, the one whose letters come backwards, and the earlier version.
    expect(found.length).toBeGreaterThanOrEqual(files.length - 3);
  }, 120_000);
});
