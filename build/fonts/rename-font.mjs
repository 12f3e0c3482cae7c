// Gives a TrueType font a family name of our own, so that a font of the same name installed on a machine can never be
// taken for the one we ship. Only the `name` table is rewritten; every glyph stays byte for byte as it was.

const tagOf = (font, at) => font.toString('latin1', at, at + 4);

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const left = bytes.length - at;
    const word =
      left >= 4
        ? bytes.readUInt32BE(at)
        : Buffer.concat([bytes.subarray(at), Buffer.alloc(4 - left)]).readUInt32BE(0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}

const utf16be = (text) => Buffer.from(text, 'utf16le').swap16();

/** English names of the Windows platform in an existing `name` table, by name id. */
function windowsNames(table) {
  const names = new Map();
  const strings = table.readUInt16BE(4);
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 6 + index * 12;
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 4) !== 0x409) continue;
    const start = strings + table.readUInt16BE(at + 10);
    const raw = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    names.set(table.readUInt16BE(at + 6), raw.swap16().toString('utf16le'));
  }
  return names;
}

/** A `name` table of English Windows names only. */
function nameTable(names) {
  const entries = [...names].sort(([a], [b]) => a - b);
  const head = Buffer.alloc(6 + entries.length * 12);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts = [];
  let offset = 0;
  entries.forEach(([id, text], index) => {
    const bytes = utf16be(text);
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, field) => {
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    });
    texts.push(bytes);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...texts]);
}

/** Reassembles a font from its tables, with fresh checksums. */
function assemble(version, tables) {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + sorted.length * 16);
  head.writeUInt32BE(version, 0);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((value, index) => {
    head.writeUInt16BE(value, 4 + index * 2);
  });
  const parts = [];
  let offset = head.length;
  sorted.forEach(([tag, bytes], index) => {
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum(bytes), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([head, ...parts]);
}

/**
 * @param {Buffer} font a TrueType font
 * @param {string} family the family it is to have, for example `Waymark Sans`
 * @param {string} style `Regular`, `Bold` or `Italic`
 * @returns {Buffer} the renamed font; copyright, licence and version names are kept
 */
export function renameFont(font, family, style) {
  const tables = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    const start = font.readUInt32BE(at + 8);
    tables.set(tagOf(font, at), Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12))));
  }
  const old = windowsNames(tables.get('name'));
  const original = old.get(4) ?? old.get(1) ?? '';
  const kept = [0, 5, 7, 8, 9, 11, 13, 14].filter((id) => old.has(id)).map((id) => [id, old.get(id)]);
  tables.set(
    'name',
    nameTable(
      new Map([
        ...kept,
        [1, family],
        [2, style],
        [3, `Waymark;${family};${style}`],
        [4, style === 'Regular' ? family : `${family} ${style}`],
        [6, `${family.replaceAll(' ', '')}-${style}`],
        [10, `${original}, unchanged but for its name.`],
      ]),
    ),
  );
  // A signature over the old bytes, and the font editor's own sources.
  for (const tag of ['DSIG', 'TSI0', 'TSI1', 'TSI2', 'TSI3', 'TSI5']) tables.delete(tag);
  const head = tables.get('head');
  head.writeUInt32BE(0, 8);
  const assembled = assemble(font.readUInt32BE(0), tables);
  head.writeUInt32BE((0xb1b0afba - checksum(assembled)) >>> 0, 8);
  return assemble(font.readUInt32BE(0), tables);
}
