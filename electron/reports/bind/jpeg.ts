/** Segments that say how a picture was taken, of what and where: everything but what is needed to draw it. */
const isAbout = (marker: number) => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

type Segment = { readonly marker: number; readonly from: number; readonly to: number };

/** The segments before the picture's own data; undefined when it is no JPEG that holds together. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return segments;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return undefined;
    segments.push({ marker, from: at, to: at + 2 + length });
    at += 2 + length;
  }
  return undefined;
}

/** The turn a camera noted, 1 to 8 as EXIF counts them; 1 where it noted none. */
function turnOf(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const start = 10; // marker, length, "Exif", two zeros
  if (exif.length < start + 8 || view.getUint32(4) !== 0x45786966) return 1;
  const little = view.getUint16(start) === 0x4949;
  const table = start + view.getUint32(start + 4, little);
  if (table + 2 > exif.length) return 1;
  const entries = view.getUint16(table, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = table + 2 + entry * 12;
    if (at + 12 > exif.length) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

/**
 * A photograph without what its camera wrote beside the picture (place, time, owner, a small copy of it), and the turn
 * it is to be shown at. Undefined when it is no JPEG that holds together.
 */
export function plainJpeg(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly turn: number } | undefined {
  const segments = segmentsOf(bytes);
  if (segments === undefined) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let turn = 1;
  let end = 2;
  for (const { marker, from, to } of segments) {
    const segment = bytes.subarray(from, to);
    if (marker === 0xe1 && turn === 1) turn = turnOf(segment);
    if (!isAbout(marker)) kept.push(segment);
    end = to;
  }
  // What comes after the picture's end is not part of it: some telephones put a film there.
  const finish = bytes.lastIndexOf(0xd9);
  kept.push(bytes.subarray(end, finish > end && bytes[finish - 1] === 0xff ? finish + 1 : bytes.length));
  const length = kept.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of kept) {
    all.set(part, at);
    at += part.length;
  }
  return { bytes: all, turn };
}
