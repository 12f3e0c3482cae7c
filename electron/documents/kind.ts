import type { DocumentKind } from '#shared/domain/documents/text.ts';

const starts = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

/** Readers take a PDF whose header stands within the first KiB. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp' | 'avif' | 'heic' | 'tiff';

/** The format of a picture, from its bytes; undefined when they are not one. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'webp';
  if (starts(bytes, 'GIF8')) return 'gif';
  if (starts(bytes, 'BM')) return 'bmp';
  if (starts(bytes, 'II*\0') || starts(bytes, 'MM\0*')) return 'tiff';
  if (!starts(bytes, 'ftyp', 4)) return undefined;
  if (starts(bytes, 'avif', 8)) return 'avif';
  return ['heic', 'heix', 'mif1', 'msf1', 'hevc'].some((brand) => starts(bytes, brand, 8))
    ? 'heic'
    : undefined;
}

const sample = 64 * 1024;

/** Text holds no zero bytes and next to no control characters, in UTF-8, UTF-16 with its mark, or an 8-bit alphabet. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, sample);
  if (starts(head, '\xff\xfe') || starts(head, '\xfe\xff')) return true;
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control += 1;
  }
  return control * 200 <= head.length;
}

/** What a file is, by its bytes: names and declared types are only what somebody said. */
export function kindOf(bytes: Uint8Array): DocumentKind {
  if (pictureFormat(bytes) !== undefined) return 'image';
  if (isPdf(bytes)) return 'pdf';
  // Word files are archives; whether this one is, its contents say.
  if (starts(bytes, 'PK\x03\x04')) return 'word';
  return bytes.length > 0 && isText(bytes) ? 'text' : 'other';
}
