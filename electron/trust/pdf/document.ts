import { type Budget, cursorAt, expectWhole, expectWord, looksAt, skipSpace } from './cursor.ts';
import { pdfFault } from './fault.ts';
import { openPackedObjects, type PackedObjects } from './object-stream.ts';
import { type IndirectObject, parseIndirect } from './parse-indirect.ts';
import { isKind, isWhole, type PdfDict, type PdfRef, type PdfValue } from './values.ts';
import { parseXrefSection, type XrefEntry, type XrefSection } from './xref-section.ts';

/** A PDF read strictly by its cross-references: nothing is repaired, scanned for or guessed. */
export type PdfDocument = {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  /** Where the newest cross-reference section begins, and the section. */
  readonly startXref: number;
  readonly newest: XrefSection;
  /** One more than the highest object number in use. */
  readonly size: number;
  readonly rootRef: PdfRef;
  /** The object behind a reference, or the value itself; null where there is none. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  /** As `resolve`, with null for anything but a dictionary. */
  readonly dict: (value: PdfValue | undefined) => PdfDict | null;
  /** Where an object stands as itself in the file; undefined for packed and missing ones. */
  readonly placed: (ref: PdfRef) => IndirectObject | undefined;
};

const maxSections = 256;

/** Work allowed for one file whatever its size: what we read of an honest one is small. About a second or two. */
export const newBudget = (): Budget => ({ left: 64 * 1024 * 1024 });

/** The number behind the last `startxref`, which must be within the last KiB. */
function findStartXref(bytes: Uint8Array, budget: Budget): number {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1024))).toString('latin1');
  const found = tail.lastIndexOf('startxref');
  if (found === -1) pdfFault('no startxref');
  const cursor = cursorAt(bytes, bytes.length - tail.length + found, budget);
  expectWord(cursor, 'startxref');
  skipSpace(cursor, false);
  const offset = expectWhole(cursor);
  skipSpace(cursor, false);
  if (!looksAt(cursor, '%%EOF')) pdfFault('no end of file mark');
  return offset;
}

function readChain(
  bytes: Uint8Array,
  start: number,
  budget: Budget,
): readonly [XrefSection, ...XrefSection[]] {
  const newest = parseXrefSection(bytes, start, budget);
  const sections: [XrefSection, ...XrefSection[]] = [newest];
  const seen = new Set([start]);
  let previous = newest.trailer.entries.get('Prev');
  while (previous !== undefined) {
    if (!isWhole(previous) || seen.has(previous)) return pdfFault('previous section');
    if (sections.length >= maxSections) pdfFault('too many sections');
    seen.add(previous);
    const section = parseXrefSection(bytes, previous, budget);
    sections.push(section);
    previous = section.trailer.entries.get('Prev');
  }
  return sections;
}

/**
 * Opens a PDF. Reads only the cross-references; objects are read when they are asked for.
 * @throws PdfFault where the file is damaged, encrypted, too costly or otherwise not read here.
 */
export function openPdf(bytes: Uint8Array, budget: Budget = newBudget()): PdfDocument {
  const startXref = findStartXref(bytes, budget);
  const sections = readChain(bytes, startXref, budget);
  const [newest] = sections;
  const index = new Map<number, XrefEntry>();
  for (const section of sections)
    for (const [number, entry] of section.entries) if (!index.has(number)) index.set(number, entry);
  const rootRef = newest.trailer.entries.get('Root');
  if (newest.trailer.entries.has('Encrypt')) pdfFault('encrypted');
  if (!isKind(rootRef, 'ref')) return pdfFault('no root');

  const plain = new Map<number, IndirectObject>();
  const packs = new Map<number, PackedObjects>();
  const loading = new Set<number>();
  const whileLoading = <T>(number: number, work: () => T): T => {
    if (loading.has(number)) pdfFault('objects in a circle');
    loading.add(number);
    try {
      return work();
    } finally {
      loading.delete(number);
    }
  };
  const placed = (ref: PdfRef): IndirectObject | undefined => {
    const entry = index.get(ref.number);
    if (entry?.kind !== 'plain' || entry.generation !== ref.generation) return undefined;
    const known = plain.get(ref.number);
    if (known !== undefined) return known;
    const object = whileLoading(ref.number, () =>
      parseIndirect(cursorAt(bytes, entry.offset, budget), (value) => resolve(value)),
    );
    if (object.number !== ref.number || object.generation !== ref.generation) pdfFault('object number');
    plain.set(ref.number, object);
    return object;
  };
  const packedValue = (number: number, stream: number, position: number): PdfValue => {
    let pack = packs.get(stream);
    if (pack === undefined) {
      const holder = placed({ kind: 'ref', number: stream, generation: 0 })?.value;
      pack = openPackedObjects(holder ?? null, budget);
      packs.set(stream, pack);
    }
    return pack(number, position);
  };
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let hops = 0; isKind(current, 'ref'); hops += 1) {
      if (hops > 16) pdfFault('references in a circle');
      const entry = index.get(current.number);
      if (entry?.kind === 'packed' && current.generation === 0)
        current = packedValue(current.number, entry.stream, entry.index);
      else current = placed(current)?.value ?? null;
    }
    return current;
  };
  const dict = (value: PdfValue | undefined): PdfDict | null => {
    const resolved = resolve(value);
    return isKind(resolved, 'dict') ? resolved : null;
  };
  const highest = [...index.keys()].reduce((most, number) => Math.max(most, number), 0);
  return { bytes, budget, startXref, newest, size: highest + 1, rootRef, resolve, dict, placed };
}
