import { createCanvas } from '@napi-rs/canvas';
import { failure } from '#shared/domain/failure.ts';
import { loadPicture } from './image/load-picture.ts';
import { kindOf } from './kind.ts';
import { drawPage } from './pdf/draw-page.ts';
import { withPdf } from './pdf/open-pdf.ts';
import type { DocumentData } from './tasks.ts';

const widest = 4000;
const most = (width: number) => Math.min(widest, Math.max(16, Math.round(width)));

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

async function renderImage(bytes: Uint8Array, page: number, width: number): Promise<Uint8Array<ArrayBuffer>> {
  if (page !== 1) throw failure('NOT_FOUND', { what: 'file' });
  const image = await loadPicture(bytes);
  const scale = Math.min(1, most(width) / image.width);
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return owned(await canvas.encode('png'));
}

/** One page, or the picture, as a PNG of that width in pixels. Fails with NOT_FOUND, FILE_ENCRYPTED, FILE_MALFORMED. */
export async function renderDocument(
  bytes: Uint8Array,
  page: number,
  width: number,
  data: DocumentData,
): Promise<Uint8Array<ArrayBuffer>> {
  const kind = kindOf(bytes);
  if (kind === 'image') return renderImage(bytes, page, width);
  if (kind !== 'pdf') throw failure('FILE_MALFORMED', { why: 'not-supported' });
  return withPdf(bytes, data, async (pdf) => {
    if (page > pdf.numPages) throw failure('NOT_FOUND', { what: 'file' });
    const shown = await pdf.getPage(page);
    const { width: points } = shown.getViewport({ scale: 1 });
    const canvas = await drawPage(shown, most(width) / points);
    return owned(await canvas.encode('png'));
  });
}
