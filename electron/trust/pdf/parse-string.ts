import { type Cursor, isRegular, isSpace, peek, spend } from './cursor.ts';
import { pdfFault } from './fault.ts';
import type { PdfName, PdfString } from './values.ts';

const hexValue = (byte: number): number => {
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return -1;
};

export function parseName(cursor: Cursor): PdfName {
  const from = cursor.at;
  cursor.at += 1;
  let name = '';
  while (isRegular(peek(cursor))) {
    let byte = peek(cursor);
    if (byte === 35) {
      const high = hexValue(peek(cursor, 1));
      const low = hexValue(peek(cursor, 2));
      if (high < 0 || low < 0) pdfFault('name escape');
      byte = high * 16 + low;
      cursor.at += 2;
    }
    name += String.fromCharCode(byte);
    cursor.at += 1;
    if (name.length > 1024) pdfFault('name too long');
  }
  spend(cursor.budget, cursor.at - from);
  return { kind: 'name', name };
}

export function parseHexString(cursor: Cursor): PdfString {
  const start = cursor.at;
  cursor.at += 1;
  const digits: number[] = [];
  for (;;) {
    const byte = peek(cursor);
    cursor.at += 1;
    if (byte === 62) break;
    if (isSpace(byte)) continue;
    const value = hexValue(byte);
    if (value < 0) pdfFault('hex string');
    digits.push(value);
    if (digits.length > 2 ** 22) pdfFault('string too long');
  }
  spend(cursor.budget, cursor.at - start);
  if (digits.length % 2 === 1) digits.push(0);
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = (digits[2 * index] ?? 0) * 16 + (digits[2 * index + 1] ?? 0);
  return { kind: 'string', bytes, hex: true, start, end: cursor.at };
}

const escapes: ReadonlyMap<number, number> = new Map(
  Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }).map(([letter, byte]) => [letter.charCodeAt(0), byte]),
);

/** After a backslash: the byte meant, or undefined for a line continuation. */
function parseEscape(cursor: Cursor): number | undefined {
  const byte = peek(cursor);
  cursor.at += 1;
  if (byte === 13 && peek(cursor) === 10) cursor.at += 1;
  if (byte === 13 || byte === 10) return undefined;
  if (byte < 48 || byte > 55) return escapes.get(byte) ?? byte;
  let value = byte - 48;
  for (let digits = 1; digits < 3 && peek(cursor) >= 48 && peek(cursor) <= 55; digits += 1) {
    value = value * 8 + peek(cursor) - 48;
    cursor.at += 1;
  }
  return value & 255;
}

export function parseLiteralString(cursor: Cursor): PdfString {
  const start = cursor.at;
  cursor.at += 1;
  const bytes: number[] = [];
  for (let depth = 1; ; ) {
    const byte = peek(cursor);
    if (byte === -1) pdfFault('string without an end');
    cursor.at += 1;
    if (byte === 92) {
      const meant = parseEscape(cursor);
      if (meant !== undefined) bytes.push(meant);
      continue;
    }
    if (byte === 40) depth += 1;
    if (byte === 41) depth -= 1;
    if (depth === 0) break;
    if (byte === 13) {
      if (peek(cursor) === 10) cursor.at += 1;
      bytes.push(10);
    } else bytes.push(byte);
    if (bytes.length > 2 ** 22) pdfFault('string too long');
  }
  spend(cursor.budget, cursor.at - start);
  return { kind: 'string', bytes: Uint8Array.from(bytes), hex: false, start, end: cursor.at };
}
