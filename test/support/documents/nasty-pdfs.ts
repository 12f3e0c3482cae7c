import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  degrees,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';

/** What must be gone, and what must stay. The first stands under the mark of each file, or where nobody sees it. */
export const secret = 'QXSECRETZ';
export const kept = 'KEEPTHIS';

/** Points from the top left corner of the page as it is shown. */
export type Mark = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type NastyPdf = { readonly name: string; readonly bytes: Uint8Array; readonly mark: Mark };

const size = [400, 300] as const;
// Around text that begins 40 from the left on a line 200 above the bottom.
const usual: Mark = { page: 1, x: 35, y: 82, width: 200, height: 26 };

async function base(pages = 1) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const all = Array.from({ length: pages }, () => pdf.addPage([...size]));
  for (const page of all) page.drawText(kept, { x: 40, y: 60, size: 18, font });
  const [first] = all;
  if (first === undefined) throw new Error('no page');
  return { pdf, font, page: first, all };
}

type Built = Awaited<ReturnType<typeof base>>;
const say = ({ page, font }: Built, text = secret) => page.drawText(text, { x: 40, y: 200, size: 18, font });

async function made(
  name: string,
  build: (built: Built) => Promise<void> | void,
  mark = usual,
  pages = 1,
): Promise<NastyPdf> {
  const built = await base(pages);
  await build(built);
  return { name, bytes: await built.pdf.save(), mark };
}

/** A drawn line of letters as a picture. */
function written(text: string): Buffer {
  const canvas = createCanvas(400, 60);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 400, 60);
  context.fillStyle = '#c00000';
  context.fillRect(0, 0, 200, 60);
  context.fillStyle = '#000000';
  context.font = '30px sans-serif';
  context.fillText(text, 10, 40);
  return canvas.toBuffer('image/png');
}

function raw(page: Built['page'], content: string): void {
  const stream = page.doc.context.flateStream(content);
  const before = page.node.Contents();
  const ref = page.doc.context.register(stream);
  if (before instanceof PDFArray) before.push(ref);
  else
    page.node.set(
      PDFName.of('Contents'),
      page.doc.context.obj([...(before === undefined ? [] : [page.doc.context.register(before)]), ref]),
    );
}

function fontName({ page, font }: Built): string {
  return page.node.newFontDictionary('S', font.ref).asString();
}

function withQpdf(bytes: Uint8Array, ...args: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-nasty-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes);
    execFileSync('qpdf', [...args, 'in.pdf', 'out.pdf'], { cwd: folder });
    return readFileSync(join(folder, 'out.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function oldRevision(): Promise<NastyPdf> {
  const built = await base();
  say(built);
  const first = await built.pdf.save({ useObjectStreams: false });
  const again = await PDFDocument.load(first, { forIncrementalUpdate: true });
  again.getPage(0).node.set(PDFName.of('Contents'), again.context.register(again.context.flateStream('')));
  again
    .getPage(0)
    .drawText(kept, { x: 40, y: 60, size: 18, font: await again.embedFont(StandardFonts.Helvetica) });
  const bytes = await again.commit({ useObjectStreams: false });
  return { name: 'earlier version in the file', bytes, mark: usual };
}

/** Files in which a secret is put where naive redaction leaves it. */
export async function nastyPdfs(): Promise<readonly NastyPdf[]> {
  const plain = await made('plain line', say);
  return [
    plain,
    await made('letter by letter', (built) => {
      const name = fontName(built);
      const letters = [...secret].map((letter, index) => `1 0 0 1 ${40 + index * 14} 200 Tm (${letter}) Tj`);
      raw(built.page, `BT ${name} 18 Tf ${letters.toReversed().join(' ')} ET`);
    }),
    await made('kerned pieces', (built) => {
      raw(built.page, `BT ${fontName(built)} 18 Tf 40 200 Td [(${[...secret].join(') -20 (')})] TJ ET`);
    }),
    await made('in a form within a form', async (built) => {
      const inner = await PDFDocument.create();
      const font = await inner.embedFont(StandardFonts.Helvetica);
      const page = inner.addPage([300, 60]);
      page.drawText(secret, { x: 0, y: 20, size: 18, font });
      const once = await PDFDocument.create();
      once.addPage([300, 60]).drawPage(await once.embedPage(page), { x: 0, y: 0 });
      const [form] = await built.pdf.embedPdf(await once.save());
      if (form !== undefined) built.page.drawPage(form, { x: 40, y: 180 });
    }),
    await made(
      'in a picture that two pages share',
      async ({ pdf, all }) => {
        const picture = await pdf.embedPng(written(secret));
        for (const page of all.slice(0, 1))
          page.drawImage(picture, { x: 40, y: 180, width: 200, height: 30 });
        all[1]?.node.Resources()?.set(PDFName.of('XObject'), pdf.context.obj({ Left: picture.ref }));
      },
      { page: 1, x: 35, y: 85, width: 210, height: 40 },
      2,
    ),
    await oldRevision(),
    { ...plain, name: 'object streams', bytes: withQpdf(plain.bytes, '--object-streams=generate') },
    await made('attachment, metadata, script', async (built) => {
      const { pdf } = built;
      say(built);
      await pdf.attach(Buffer.from(`an attached ${secret}`), 'attached.txt', { mimeType: 'text/plain' });
      pdf.setTitle(secret);
      pdf.setAuthor(secret);
      pdf.addJavaScript('main', `app.alert("${secret}")`);
      const xmp = pdf.context.stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`, {
        Type: 'Metadata',
        Subtype: 'XML',
      });
      pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp));
    }),
    await made('note over the mark, field in a form', (built) => {
      const { page, pdf } = built;
      say(built);
      const note = pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [40, 190, 60, 210],
        Contents: PDFHexString.fromText(secret),
      });
      page.node.addAnnot(pdf.context.register(note));
      const field = pdf.getForm().createTextField('name');
      field.setText(secret);
      field.addToPage(page, { x: 40, y: 190, width: 180, height: 24 });
      page.node.set(PDFName.of('PieceInfo'), pdf.context.obj({ Waymark: { Private: PDFString.of(secret) } }));
    }),
    await made('layer that is off', (built) => {
      const { pdf, page } = built;
      const layer = pdf.context.register(pdf.context.obj({ Type: 'OCG', Name: PDFString.of(secret) }));
      pdf.catalog.set(
        PDFName.of('OCProperties'),
        pdf.context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } }),
      );
      page.node.Resources()?.set(PDFName.of('Properties'), pdf.context.obj({ L0: layer }));
      raw(page, `/OC /L0 BDC BT ${fontName(built)} 18 Tf 40 130 Td (${secret}) Tj ET EMC`);
      say(built);
    }),
    await made('in no ink, in white, off the page, beneath a box and a picture', async (built) => {
      const { page, font, pdf } = built;
      raw(page, `BT 3 Tr ${fontName(built)} 18 Tf 40 130 Td (${secret}) Tj ET`);
      page.drawText(secret, { x: 40, y: 110, size: 12, font, color: rgb(1, 1, 1) });
      page.drawText(secret, { x: 900, y: 110, size: 12, font });
      page.drawText(secret, { x: 40, y: 160, size: 12, font });
      page.drawRectangle({ x: 35, y: 155, width: 120, height: 20, color: rgb(0, 0, 0) });
      page.drawText(secret, { x: 240, y: 240, size: 12, font });
      page.drawImage(await pdf.embedPng(written('photo')), { x: 235, y: 230, width: 150, height: 30 });
      say(built);
    }),
    await made(
      'turned page',
      (built) => {
        say(built);
        built.page.setRotation(degrees(90));
      },
      // Shown turned clockwise: 40 from the left is 40 from the top, 200 above the bottom is 200 from the left.
      { page: 1, x: 190, y: 35, width: 30, height: 200 },
    ),
    await made(
      'cropped page',
      (built) => {
        say(built);
        built.page.drawText(secret, { x: 5, y: 290, size: 8, font: built.font });
        built.page.setCropBox(20, 40, 360, 240);
      },
      { page: 1, x: 15, y: 62, width: 210, height: 26 },
    ),
  ];
}
