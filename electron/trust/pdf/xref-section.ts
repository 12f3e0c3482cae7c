import {
  type Budget,
  type Cursor,
  cursorAt,
  expectWhole,
  expectWord,
  isDigit,
  looksAt,
  peek,
  skipSpace,
  spend,
} from './cursor.ts';
import { decodeStream } from './decode-stream.ts';
import { pdfFault } from './fault.ts';
import { parseIndirect } from './parse-indirect.ts';
import { parseDictAt } from './parse-value.ts';
import { isKind, isNamed, isWhole, type PdfDict, type PdfStream, type PdfValue } from './values.ts';

export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };
/** One cross-reference section, as a table or as a stream, with the trailer that belongs to it. */
export type XrefSection = {
  readonly form: 'table' | 'stream';
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
  /** The cross-reference stream's own object number. */
  readonly self: number | null;
  /** The byte after the trailer or the stream object. */
  readonly end: number;
};

const maxObjects = 500_000;

function addEntry(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry): void {
  if (number >= maxObjects) pdfFault('too many objects');
  if (entries.has(number)) pdfFault('object listed twice');
  entries.set(number, entry);
}

/** One 20-byte line of a table: `nnnnnnnnnn ggggg n` and a two-byte line end. */
function parseLine(cursor: Cursor): XrefEntry {
  const line = Buffer.from(cursor.bytes.subarray(cursor.at, cursor.at + 20)).toString('latin1');
  const match = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(line);
  if (match === null) pdfFault('cross-reference line');
  cursor.at += 20;
  spend(cursor.budget, 20);
  if (match[3] === 'f') return { kind: 'free' };
  return { kind: 'plain', offset: Number(match[1]), generation: Number(match[2]) };
}

function parseTable(cursor: Cursor): XrefSection {
  expectWord(cursor, 'xref');
  skipSpace(cursor, false);
  const entries = new Map<number, XrefEntry>();
  while (isDigit(peek(cursor))) {
    const first = expectWhole(cursor);
    skipSpace(cursor, false);
    const count = expectWhole(cursor);
    skipSpace(cursor, false);
    for (let index = 0; index < count; index += 1) addEntry(entries, first + index, parseLine(cursor));
    skipSpace(cursor, false);
  }
  expectWord(cursor, 'trailer');
  skipSpace(cursor);
  const trailer = parseDictAt(cursor);
  // Files with both forms show different things to old and new readers.
  if (trailer.entries.has('XRefStm')) pdfFault('hybrid cross-references');
  return { form: 'table', entries, trailer, self: null, end: cursor.at };
}

function wholeArray(value: PdfValue | undefined): readonly number[] {
  if (!isKind(value, 'array')) return pdfFault('expected an array of numbers');
  return value.items.map((item) => (isWhole(item) ? item : pdfFault('expected a whole number')));
}

function readEntries(stream: PdfStream, budget: Budget): ReadonlyMap<number, XrefEntry> {
  const { entries: dict } = stream.dict;
  const widths = wholeArray(dict.get('W'));
  const size = dict.get('Size');
  const index = dict.has('Index')
    ? wholeArray(dict.get('Index'))
    : [0, isWhole(size) ? size : pdfFault('size')];
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  if (widths.length !== 3 || widths.some((width) => width > 6)) pdfFault('entry widths');
  const data = decodeStream(stream, budget);
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const take = (width: number): number => {
    let value = 0;
    for (let count = 0; count < width; count += 1, at += 1)
      value = value * 256 + (data[at] ?? pdfFault('cross-reference stream too short'));
    return value;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0;
    const count = index[pair + 1] ?? 0;
    for (let offset = 0; offset < count; offset += 1) {
      if (typeWidth + secondWidth + thirdWidth === 0) pdfFault('entry widths');
      spend(budget, 20);
      const type = typeWidth === 0 ? 1 : take(typeWidth);
      const second = take(secondWidth);
      const third = take(thirdWidth);
      if (type > 2) pdfFault('entry type');
      const entry: XrefEntry =
        type === 0
          ? { kind: 'free' }
          : type === 1
            ? { kind: 'plain', offset: second, generation: third }
            : { kind: 'packed', stream: second, index: third };
      addEntry(entries, first + offset, entry);
    }
  }
  return entries;
}

/** Reads the cross-reference section whose first byte is at `offset`. */
export function parseXrefSection(bytes: Uint8Array, offset: number, budget: Budget): XrefSection {
  const cursor = cursorAt(bytes, offset, budget);
  if (looksAt(cursor, 'xref')) return parseTable(cursor);
  const object = parseIndirect(cursor, (value) => value);
  if (!isKind(object.value, 'stream') || !isNamed(object.value.dict.entries.get('Type'), 'XRef'))
    return pdfFault('no cross-references there');
  return {
    form: 'stream',
    entries: readEntries(object.value, budget),
    trailer: object.value.dict,
    self: object.number,
    end: object.end,
  };
}
