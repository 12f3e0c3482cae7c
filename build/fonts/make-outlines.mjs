// Writes electron/trust/appearance/outlines.ts: the shapes of printable ASCII from the report's own font, for drawing
// inside signature fields, where no font may be missing. Run it again only when the font changes:
//   node build/fonts/make-outlines.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** @param {Buffer} file a whole TrueType font */
export function outlinesOf(file) {
  const tables = new Map();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    tables.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8));
  }
  const table = (name) => tables.get(name) ?? 0;
  const perEm = file.readUInt16BE(table('head') + 18);
  const longOffsets = file.readInt16BE(table('head') + 50) === 1;
  const metrics = file.readUInt16BE(table('hhea') + 34);
  const scaled = (value) => Math.round((value * 1000) / perEm);
  const glyphAt = (glyph) => {
    const at = table('loca');
    const offset = (index) =>
      longOffsets ? file.readUInt32BE(at + 4 * index) : 2 * file.readUInt16BE(at + 2 * index);
    return offset(glyph) === offset(glyph + 1) ? null : table('glyf') + offset(glyph);
  };
  const advanceOf = (glyph) => scaled(file.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1)));

  const format4 = () => {
    const cmap = table('cmap');
    for (let index = 0; index < file.readUInt16BE(cmap + 2); index += 1) {
      const at = cmap + file.readUInt32BE(cmap + 4 + 8 * index + 4);
      if (file.readUInt16BE(at) === 4) return at;
    }
    throw new Error('no character map of format 4');
  };
  const glyphOf = (code) => {
    const at = format4();
    const count = file.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < count; segment += 1) {
      const end = at + 14 + 2 * segment;
      const start = end + 2 * count + 2;
      if (file.readUInt16BE(end) < code) continue;
      if (file.readUInt16BE(start) > code) break;
      const delta = file.readUInt16BE(start + 2 * count);
      const rangeAt = start + 4 * count;
      const range = file.readUInt16BE(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      return (file.readUInt16BE(rangeAt + range + 2 * (code - file.readUInt16BE(start))) + delta) & 0xffff;
    }
    throw new Error(`no glyph for ${code}`);
  };

  /** Contours as lists of points, in font units. */
  const contoursOf = (glyph) => {
    const at = glyphAt(glyph);
    if (at === null) return [];
    const count = file.readInt16BE(at);
    if (count < 0) return partsOf(at + 10);
    const ends = Array.from({ length: count }, (_, index) => file.readUInt16BE(at + 10 + 2 * index));
    let cursor = at + 10 + 2 * count;
    cursor += 2 + file.readUInt16BE(cursor);
    const flags = [];
    while (flags.length <= ends.at(-1)) {
      const flag = file[cursor++];
      flags.push(flag);
      if (flag & 8) for (let repeat = file[cursor++]; repeat > 0; repeat -= 1) flags.push(flag);
    }
    const read = (short, same) => {
      let value = 0;
      return flags.map((flag) => {
        if (flag & short) value += (flag & same ? 1 : -1) * file[cursor++];
        else if (!(flag & same)) {
          value += file.readInt16BE(cursor);
          cursor += 2;
        }
        return value;
      });
    };
    const xs = read(2, 16);
    const ys = read(4, 32);
    return ends.map((end, index) => {
      const from = index === 0 ? 0 : ends[index - 1] + 1;
      return flags
        .slice(from, end + 1)
        .map((flag, place) => ({ x: xs[from + place], y: ys[from + place], on: (flag & 1) === 1 }));
    });
  };
  const partsOf = (at) => {
    const contours = [];
    for (let more = true, cursor = at; more; ) {
      const flags = file.readUInt16BE(cursor);
      if (!(flags & 2) || flags & 0xc8) throw new Error('composite glyph with a scale');
      const words = (flags & 1) === 1;
      const dx = words ? file.readInt16BE(cursor + 4) : file.readInt8(cursor + 4);
      const dy = words ? file.readInt16BE(cursor + 6) : file.readInt8(cursor + 5);
      for (const contour of contoursOf(file.readUInt16BE(cursor + 2)))
        contours.push(contour.map((point) => ({ ...point, x: point.x + dx, y: point.y + dy })));
      more = (flags & 32) !== 0;
      cursor += words ? 8 : 6;
    }
    return contours;
  };

  const middle = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });
  /** A closed contour in PDF operators: quadratic curves become cubic ones. */
  const drawn = (contour) => {
    const first = contour.findIndex((point) => point.on);
    const points =
      first === -1
        ? [middle(contour.at(-1), contour[0]), ...contour]
        : [...contour.slice(first), ...contour.slice(0, first)];
    const [start] = points;
    const say = (...all) => all.map((point) => `${scaled(point.x)} ${scaled(point.y)}`).join(' ');
    let operators = `${say(start)} m`;
    let pen = start;
    for (let index = 1; index <= points.length; index += 1) {
      const point = points[index % points.length];
      if (point.on) {
        if (index < points.length) operators += ` ${say(point)} l`;
        pen = point;
        continue;
      }
      const following = points[(index + 1) % points.length];
      const end = following.on ? following : middle(point, following);
      const toward = (from) => ({
        x: from.x + (2 / 3) * (point.x - from.x),
        y: from.y + (2 / 3) * (point.y - from.y),
      });
      operators += ` ${say(toward(pen), toward(end), end)} c`;
      pen = end;
      if (following.on) index += 1;
    }
    return `${operators} h`;
  };

  const codes = Array.from({ length: 95 }, (_, index) => 32 + index);
  return codes.map((code) => {
    const glyph = glyphOf(code);
    const path = contoursOf(glyph).map(drawn).join(' ');
    return { character: String.fromCharCode(code), advance: advanceOf(glyph), path };
  });
}

export function outlinesSource() {
  const outlines = outlinesOf(readFileSync(join(here, 'WaymarkSans-Regular.ttf')));
  const quoted = (text) => (text.includes("'") ? JSON.stringify(text) : `'${text.replace('\\', '\\\\')}'`);
  const key = (text) => (/^[A-Za-z$_0-9]$/.test(text) ? text : quoted(text));
  // Whole numbers come first in an object's own order, so they are written first too.
  const sorted = [...outlines].sort(
    (a, b) => Number(/\d/.test(b.character)) - Number(/\d/.test(a.character)),
  );
  const lines = sorted.map(
    ({ character, advance, path }) => `  ${key(character)}: '${`${advance} ${path}`.trim()}',\n`,
  );
  return `// Made by build/fonts/make-outlines.mjs from WaymarkSans-Regular.ttf. Not edited by hand.

/**
 * Printable ASCII: for each character the width it takes, in thousandths of the size, and its shape as PDF path
 * operators in the same measure.
 */
export const outlines: Readonly<Record<string, string>> = {
${lines.join('')}};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(here, '../../electron/trust/appearance/outlines.ts'), outlinesSource());
