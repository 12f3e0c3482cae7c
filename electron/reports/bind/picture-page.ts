import { degrees, type PDFDocument, type PDFImage } from '@cantoo/pdf-lib';
import { plainJpeg } from './jpeg.ts';

const a4 = { width: 595.28, height: 841.89 }; // points
const margin = 28;
const foot = 36; // for the page's mark
const mostPixels = 120_000_000;

/** A PNG's size, from its first chunk: read before it is unpacked, for a small file may unpack to anything. */
function isReasonablePng(bytes: Uint8Array): boolean {
  if (bytes.length < 33) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = view.getUint32(16) * view.getUint32(20);
  return view.getUint32(12) === 0x49484452 && pixels > 0 && pixels <= mostPixels;
}

/** How far a picture is turned, and the corner it is then drawn from; mirrored turns are drawn unmirrored. */
function drawTurned(pdf: PDFDocument, image: PDFImage, turn: number): void {
  const sideways = turn >= 5;
  const [wide, high] = sideways ? [image.height, image.width] : [image.width, image.height];
  const landscape = wide > high;
  const size: [number, number] = landscape ? [a4.height, a4.width] : [a4.width, a4.height];
  const page = pdf.addPage(size);
  const room = { width: size[0] - 2 * margin, height: size[1] - margin - foot };
  // Never larger than at 72 dots an inch would make it: a small picture is not blown up.
  const scale = Math.min(room.width / wide, room.height / high, 1);
  const [shownWide, shownHigh] = [wide * scale, high * scale];
  const x = (size[0] - shownWide) / 2;
  const y = foot + (room.height - shownHigh) / 2;
  const drawn = { width: image.width * scale, height: image.height * scale };
  const corners: Readonly<
    Record<number, { readonly x: number; readonly y: number; readonly turned: number }>
  > = {
    3: { x: x + shownWide, y: y + shownHigh, turned: 180 },
    4: { x: x + shownWide, y: y + shownHigh, turned: 180 },
    5: { x, y: y + shownHigh, turned: -90 },
    6: { x, y: y + shownHigh, turned: -90 },
    7: { x: x + shownWide, y, turned: 90 },
    8: { x: x + shownWide, y, turned: 90 },
  };
  const corner = corners[turn] ?? { x, y, turned: 0 };
  page.drawImage(image, { x: corner.x, y: corner.y, ...drawn, rotate: degrees(corner.turned) });
}

/** Adds a page with a picture, fitted on A4. @returns false when it is no picture that can be drawn. */
export async function addPicturePage(
  pdf: PDFDocument,
  mediaType: string,
  bytes: Uint8Array,
): Promise<boolean> {
  if (mediaType === 'image/png') {
    if (!isReasonablePng(bytes)) return false;
    drawTurned(pdf, await pdf.embedPng(bytes), 1);
    return true;
  }
  const plain = plainJpeg(bytes);
  if (plain === undefined) return false;
  drawTurned(pdf, await pdf.embedJpg(plain.bytes), plain.turn);
  return true;
}
