import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPrinting } from '#electron/reports/printing.ts';
import type { SignOffForm } from '#shared/domain/programme/papers.ts';
import { codeFrom, codeIn, printedCode } from '#shared/domain/supervision/request.ts';
import { startDocuments } from '#test/support/documents/reader.ts';
import { formSample } from '#test/support/form-sample.ts';
import { checkedByQpdf, openedByQpdf, textOf } from '#test/support/report-judges.ts';
import { reportFolders, sha256 } from '#test/support/report-samples.ts';

const run = promisify(execFile);
const printing = await createPrinting(reportFolders);
const printed = (form: SignOffForm) =>
  printing.paper(
    {
      kind: 'sign-off-form',
      programme: { name: 'CESR programme', trust: 'A Trust (invented)', logo: null },
      form,
    },
    undefined,
  );

test('codes are a hundred bits, spelt so that nobody misreads them, and read back from what is printed', () => {
  const codes = new Set(Array.from({ length: 200 }, (_, at) => codeFrom(sha256(`${at}`))));
  expect(codes.size).toBe(200);
  for (const code of codes) expect(codeIn(` ${printedCode(code)}\n`)).toBe(code);
  for (const other of ['', 'waymark:request:', 'waymark-card:1:x', 'waymark:request:OILU0000000000000000'])
    expect(codeIn(other)).toBeUndefined();
});

test('the form is PDF/A that names what is asked and whom, and has a page number and its code on every page', async () => {
  const pdf = printed(formSample(7));
  await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors');
  expect(await openedByQpdf(pdf)).toContain('<pdfaid:part>3</pdfaid:part>');
  const text = (await textOf(pdf)).replace(/\s+/g, ' ');
  for (const said of [
    'Request for sign-off',
    'Ward round 7',
    'Ŵyn Łukasz',
    'I cannot sign it off',
    'Signature',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/sufficient|ready to pass/);
  const pages = text.match(/Page (\d) of (\d)/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
});

describe('a scan of the form is found back by its code, as another reader reads it too', () => {
  let folder: string;
  const form = formSample(1);
  const said = printedCode(form.code);
  const documents = startDocuments();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-form-'));
    await writeFile(join(folder, 'form.pdf'), printed(form));
  });
  afterAll(async () => {
    await documents.close();
    await rm(folder, { recursive: true });
  });

  /** A page as a scanner gives it back: turned, skewed, grey, and saved as a poor JPEG. */
  async function scan(dpi: number, degrees: number, skew: number, quality: number): Promise<string> {
    const page = join(folder, `page-${dpi}`);
    await run('pdftoppm', [
      '-r',
      `${dpi}`,
      '-f',
      '1',
      '-l',
      '1',
      '-png',
      '-singlefile',
      join(folder, 'form.pdf'),
      page,
    ]);
    const picture = await loadImage(await readFile(`${page}.png`));
    const side = Math.ceil(Math.hypot(picture.width, picture.height));
    const canvas = createCanvas(side, side);
    const context = canvas.getContext('2d');
    context.fillStyle = '#e9e6df';
    context.fillRect(0, 0, side, side);
    context.translate(side / 2, side / 2);
    context.transform(1, Math.tan((skew * Math.PI) / 180), Math.tan((skew * Math.PI) / 360), 1, 0, 0);
    context.rotate((degrees * Math.PI) / 180);
    context.globalAlpha = 0.85;
    context.drawImage(picture, -picture.width / 2, -picture.height / 2);
    const file = join(folder, `scan-${dpi}-${degrees}-${skew}-${quality}.jpg`);
    await writeFile(file, canvas.toBuffer('image/jpeg', quality));
    return file;
  }

  test.each([
    [100, 0, 0, 80],
    [100, 3, 1, 30],
    [120, 90, 0, 40],
    [150, 180, 0, 20],
    [150, -7, 2, 25],
    [150, 271, 1, 15],
  ])('%i dpi, turned by %i°, skewed by %i°, JPEG of quality %i', async (dpi, degrees, skew, quality) => {
    const file = await scan(dpi, degrees, skew, quality);
    const bytes = Uint8Array.from(await readFile(file));
    const { codes } = await documents.read({ bytes, name: 'scan.jpg' }, { depth: 'all' });
    expect(codes.map(({ text }) => text)).toContain(said);
    // A reader that knows nothing of ours.
    expect((await run('zbarimg', ['-q', '--raw', file])).stdout).toContain(said);
  });
});
