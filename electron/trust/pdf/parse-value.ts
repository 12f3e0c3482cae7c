import { type Cursor, expectWord, looksAt, peek, skipSpace, spend } from './cursor.ts';
import { pdfFault } from './fault.ts';
import { parseHexString, parseLiteralString, parseName } from './parse-string.ts';
import { isKind, type PdfArray, type PdfDict, type PdfValue } from './values.ts';

const maxDepth = 64;
// Counted as work for every object, so that a file full of tiny ones cannot fill the memory.
const valueCost = 16;

const reference = /^(\d{1,10})[\0\t\n\f\r ]{1,8}(\d{1,5})[\0\t\n\f\r ]{1,8}R(?![^\0\t\n\f\r ()<>[\]{}/%])/;
const numeral = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?![^\0\t\n\f\r ()<>[\]{}/%])/;

/** A number, or `n g R`, which starts like one. */
function parseNumberOrRef(cursor: Cursor): PdfValue {
  const { at, end, bytes } = cursor;
  const text = Buffer.from(bytes.subarray(at, Math.min(end, at + 40))).toString('latin1');
  const match = reference.exec(text) ?? numeral.exec(text) ?? pdfFault('not an object');
  const [whole, number, generation] = match;
  cursor.at += whole.length;
  spend(cursor.budget, whole.length);
  if (generation === undefined) return Number(whole);
  return { kind: 'ref', number: Number(number), generation: Number(generation) };
}

function parseArray(cursor: Cursor, depth: number): PdfArray {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (;;) {
    skipSpace(cursor);
    if (peek(cursor) === 93) break;
    items.push(parseValue(cursor, depth + 1));
  }
  cursor.at += 1;
  return { kind: 'array', items };
}

/** Refuses a key given twice: readers disagree on which one counts. */
function parseDict(cursor: Cursor, depth: number): PdfDict {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipSpace(cursor);
    if (peek(cursor) === 62 && peek(cursor, 1) === 62) break;
    if (peek(cursor) !== 47) pdfFault('dictionary key');
    const { name } = parseName(cursor);
    skipSpace(cursor);
    const value = parseValue(cursor, depth + 1);
    if (entries.has(name)) pdfFault('key given twice');
    entries.set(name, value);
  }
  cursor.at += 2;
  return { kind: 'dict', entries };
}

/** Reads one direct object at the cursor, which must stand on its first byte. Bounded in depth and by the budget. */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > maxDepth) pdfFault('nested too deeply');
  spend(cursor.budget, valueCost);
  const byte = peek(cursor);
  if (byte === 47) return parseName(cursor);
  if (byte === 40) return parseLiteralString(cursor);
  if (byte === 91) return parseArray(cursor, depth);
  if (byte === 60) return peek(cursor, 1) === 60 ? parseDict(cursor, depth) : parseHexString(cursor);
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const)
    if (looksAt(cursor, word)) {
      expectWord(cursor, word);
      return value;
    }
  return parseNumberOrRef(cursor);
}

export function parseDictAt(cursor: Cursor): PdfDict {
  const value = parseValue(cursor);
  return isKind(value, 'dict') ? value : pdfFault('expected a dictionary');
}
