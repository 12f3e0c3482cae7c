import { type Cursor, expectWhole, expectWord, looksAt, peek, skipSpace } from './cursor.ts';
import { pdfFault } from './fault.ts';
import { parseValue } from './parse-value.ts';
import { isKind, isWhole, type PdfDict, type PdfStream, type PdfValue } from './values.ts';

export type IndirectObject = {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where it begins, and where the byte after `endobj` is. */
  readonly start: number;
  readonly end: number;
};
/** Looks up a stream's length where it is kept in another object. */
export type ResolveValue = (value: PdfValue) => PdfValue;

function parseStreamData(cursor: Cursor, dict: PdfDict, resolve: ResolveValue): PdfStream {
  expectWord(cursor, 'stream');
  if (peek(cursor) === 13) cursor.at += 1;
  if (peek(cursor) !== 10) pdfFault('line end after stream');
  cursor.at += 1;
  const length = resolve(dict.entries.get('Length') ?? null);
  if (!isWhole(length) || cursor.at + length > cursor.end) pdfFault('stream length');
  const data = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  if (peek(cursor) === 13) cursor.at += 1;
  if (peek(cursor) === 10) cursor.at += 1;
  expectWord(cursor, 'endstream');
  return { kind: 'stream', dict, data };
}

/** Reads `n g obj … endobj` at the cursor and leaves the cursor behind it. */
export function parseIndirect(cursor: Cursor, resolve: ResolveValue): IndirectObject {
  const start = cursor.at;
  const number = expectWhole(cursor);
  skipSpace(cursor, false);
  const generation = expectWhole(cursor);
  skipSpace(cursor, false);
  expectWord(cursor, 'obj');
  skipSpace(cursor);
  const direct = parseValue(cursor);
  skipSpace(cursor);
  const value =
    isKind(direct, 'dict') && looksAt(cursor, 'stream') ? parseStreamData(cursor, direct, resolve) : direct;
  skipSpace(cursor);
  expectWord(cursor, 'endobj');
  return { number, generation, value, start, end: cursor.at };
}
