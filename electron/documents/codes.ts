import { readFile } from 'node:fs/promises';
import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { FoundCode } from '#shared/domain/documents/text.ts';
import type { DocumentData } from './tasks.ts';

let ready: Promise<unknown> | undefined;

/** Its program comes from the build; without being told so it would ask the network for it. */
function prepared({ codes }: DocumentData): Promise<unknown> {
  ready ??= readFile(codes).then((program) =>
    prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(program).buffer },
      fireImmediately: true,
    }),
  );
  return ready;
}

const mostPixels = 12_000_000;

/**
 * QR and bar codes in a picture.
 * @param scale pixels of the picture per unit of the page
 */
export async function codesIn(
  picture: Canvas | Image,
  page: number,
  scale: number,
  data: DocumentData,
): Promise<readonly FoundCode[]> {
  await prepared(data);
  const shrink = Math.min(1, Math.sqrt(mostPixels / (picture.width * picture.height)));
  const canvas = createCanvas(
    Math.max(1, Math.round(picture.width * shrink)),
    Math.max(1, Math.round(picture.height * shrink)),
  );
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data: pixels, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = await readBarcodes(
    { data: pixels, width, height, colorSpace: 'srgb' },
    {
      tryHarder: true,
      maxNumberOfSymbols: 20,
    },
  );
  return found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text, position }) => {
      const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
      const xs = corners.map(({ x }) => x / shrink / scale);
      const ys = corners.map(({ y }) => y / shrink / scale);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      const area = { page, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
      return { page, area, text: text.slice(0, 2000) };
    });
}
