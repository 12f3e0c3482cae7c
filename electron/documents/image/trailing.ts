import type { PictureFormat } from '../kind.ts';

/** What stands in a picture's own segments: notes that no decoder draws, and where the picture ends. */
type Anatomy = { readonly end: number | undefined; readonly notes: readonly string[] };

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function pngAnatomy(bytes: Uint8Array): Anatomy {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const notes: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = latin(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'tEXt') notes.push(latin(content).replace('\0', ': '));
    if (kind === 'iTXt') notes.push(Buffer.from(content).toString('utf8').replaceAll('\0', ' '));
    if (kind === 'zTXt') notes.push(latin(content).split('\0')[0] ?? '');
    at += 12 + length;
    if (kind === 'IEND') return { end: at, notes };
  }
  return { end: undefined, notes };
}

/** Where the picture data of a scan end: at the first marker that is neither a restart nor a stuffed zero. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function jpegAnatomy(bytes: Uint8Array): Anatomy {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const notes: string[] = [];
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return { end: undefined, notes };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return { end: at + 2, notes };
    if (marker === 0xff) at += 1;
    else if (at + 4 > bytes.length) break;
    else {
      const length = view.getUint16(at + 2);
      if (marker === 0xfe) notes.push(latin(bytes.subarray(at + 4, at + 2 + length)));
      at += 2 + length;
      if (marker === 0xda) at = afterScan(bytes, at);
    }
  }
  return { end: undefined, notes };
}

export function anatomyOf(bytes: Uint8Array, format: PictureFormat): Anatomy {
  if (format === 'png') return pngAnatomy(bytes);
  if (format === 'jpeg') return jpegAnatomy(bytes);
  if (format !== 'webp') return { end: undefined, notes: [] };
  const riff = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(4, true);
  return { end: 8 + riff + (riff % 2), notes: [] };
}
