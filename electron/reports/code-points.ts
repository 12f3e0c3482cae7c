/** Which characters a TrueType font has a glyph for, read from its `cmap` table (formats 4 and 12). */
export type CodePoints = { readonly has: (codePoint: number) => boolean };

/** Sorted, non-overlapping, inclusive. */
type Ranges = readonly (readonly [first: number, last: number])[];

function tableAt(font: DataView, tag: string): number {
  const wanted = [...tag].reduce((word, letter) => word * 256 + letter.charCodeAt(0), 0);
  for (let index = 0; index < font.getUint16(4); index++) {
    const at = 12 + index * 16;
    if (font.getUint32(at) === wanted) return font.getUint32(at + 8);
  }
  throw new Error(`font has no ${tag} table`);
}

/** Segments of single glyphs; a segment may map some of its characters to glyph 0, which means "none". */
function format4(font: DataView, at: number): Ranges {
  const count = font.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  const ranges: [number, number][] = [];
  for (let segment = 0; segment < count; segment++) {
    const first = font.getUint16(starts + segment * 2);
    const last = Math.min(font.getUint16(ends + segment * 2), 0xfffe);
    const delta = font.getUint16(deltas + segment * 2);
    const offsetAt = offsets + segment * 2;
    const offset = font.getUint16(offsetAt);
    for (let code = first; code <= last; code++) {
      const raw = offset === 0 ? code : font.getUint16(offsetAt + offset + (code - first) * 2);
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

function format12(font: DataView, at: number): Ranges {
  const ranges: [number, number][] = [];
  for (let group = 0; group < font.getUint32(at + 12); group++) {
    const groupAt = at + 16 + group * 12;
    const first = font.getUint32(groupAt);
    const skip = font.getUint32(groupAt + 8) === 0 ? 1 : 0;
    ranges.push([first + skip, font.getUint32(groupAt + 4)]);
  }
  return ranges;
}

function merged(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else result.push([first, last]);
  }
  return result;
}

/** @param bytes a whole TrueType font file. Throws when it has no Unicode `cmap`. */
export function codePointsOf(bytes: Uint8Array): CodePoints {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableAt(font, 'cmap');
  const found: (readonly [number, number])[] = [];
  for (let index = 0; index < font.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8;
    const platform = font.getUint16(record);
    if (platform !== 0 && platform !== 3) continue;
    const at = cmap + font.getUint32(record + 4);
    const format = font.getUint16(at);
    if (format === 4) found.push(...format4(font, at));
    if (format === 12) found.push(...format12(font, at));
  }
  if (found.length === 0) throw new Error('font has no Unicode cmap');
  const ranges = merged(found);
  return {
    has: (codePoint) => {
      let low = 0;
      let high = ranges.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = ranges[middle] ?? [0, -1];
        if (codePoint < first) high = middle - 1;
        else if (codePoint > last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}
