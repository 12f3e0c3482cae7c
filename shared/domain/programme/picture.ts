import { z } from 'zod';

/** What a picture's own bytes say it is. */
export const pictureFactsSchema = z.strictObject({
  mediaType: z.enum(['image/png', 'image/jpeg']),
  /** Pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type PictureFacts = Readonly<z.output<typeof pictureFactsSchema>>;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Its header comes first, and holds both lengths. */
function pngFacts(bytes: Uint8Array, view: DataView): PictureFacts | undefined {
  if (bytes.length < 33 || pngStart.some((byte, at) => bytes[at] !== byte)) return undefined;
  if (view.getUint32(12) !== 0x49484452) return undefined; // IHDR
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frames that hold lengths: all but those of tables (C4, C8, CC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegFacts(bytes: Uint8Array, view: DataView): PictureFacts | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
    } else if (isFrame(marker)) {
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return undefined;
}

/** What the bytes of a PNG or JPEG say of themselves; undefined for anything else, whatever it is called. */
export function pictureFactsOf(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = pngFacts(bytes, view) ?? jpegFacts(bytes, view);
  return facts !== undefined && facts.width > 0 && facts.height > 0 ? facts : undefined;
}
