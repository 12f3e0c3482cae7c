import { isObject } from './appearance/appearance-check.ts';
import { type ShownFacts, signedAppearance } from './appearance/field-appearance.ts';
import { type Budget, cursorAt, peek } from './pdf/cursor.ts';
import { openPdf, type PdfDocument } from './pdf/document.ts';
import { type IndirectObject, parseIndirect } from './pdf/parse-indirect.ts';
import { rectOf, signatureWidgets } from './pdf/signature-form.ts';
import { isKind, type PdfRef, refTo } from './pdf/values.ts';
import { writeValue } from './pdf/write-value.ts';
import { signedWidget } from './sign-pdf.ts';

/** The bytes a later signature added to a file that was signed already. */
export type Revision = {
  readonly from: number;
  readonly to: number;
  readonly signature: PdfRef;
  /** What the signature says of itself, which its field must show. */
  readonly facts: ShownFacts;
};

/** Reads the revision from its first byte to its cross-references: whole objects, one line end between them. */
function readObjects(
  bytes: Uint8Array,
  { from }: Revision,
  stop: number,
  budget: Budget,
): readonly IndirectObject[] {
  const objects: IndirectObject[] = [];
  const cursor = cursorAt(bytes, from, budget);
  while (cursor.at < stop) {
    const object = parseIndirect(cursor, (value) => value);
    // Comments and literal strings could hold text that other readers, repairing a file, take for objects.
    const source = bytes.subarray(object.start, object.end);
    if (source.includes(37) || source.includes(40)) return [];
    objects.push(object);
    if (peek(cursor) !== 10) return [];
    cursor.at += 1;
  }
  return cursor.at === stop ? objects : [];
}

const trailerKeys = {
  table: ['Size', 'Prev', 'Root', 'Info', 'ID'],
  stream: ['Size', 'Prev', 'Root', 'Info', 'ID', 'Type', 'W', 'Index', 'Length'],
};

/** The new trailer says the same of the document and points back to the old one, and says nothing else. */
function continues(before: PdfDocument, after: PdfDocument): boolean {
  const old = before.newest.trailer.entries;
  const { form } = after.newest;
  const fresh = after.newest.trailer.entries;
  const same = (key: string) => writeValue(old.get(key) ?? null) === writeValue(fresh.get(key) ?? null);
  return (
    form === before.newest.form &&
    fresh.get('Prev') === before.startXref &&
    [...fresh.keys()].every((key) => trailerKeys[form].includes(key)) &&
    ['Root', 'Info', 'ID'].every(same)
  );
}

/** The cross-references list exactly these objects, each where it stands. */
function lists(after: PdfDocument, objects: readonly IndirectObject[]): boolean {
  const { entries, self } = after.newest;
  const listed = [...entries].filter(([number]) => number !== self);
  const own = self === null ? undefined : entries.get(self);
  return (
    (self === null || (own?.kind === 'plain' && own.offset === after.startXref)) &&
    listed.length === objects.length &&
    objects.every(({ number, generation, start }) => {
      const entry = entries.get(number);
      return entry?.kind === 'plain' && entry.offset === start && entry.generation === generation;
    })
  );
}

/**
 * One new signature, what its field now shows, drawn exactly as the signature's own facts say, and one empty field of
 * before that now holds both and is otherwise the same.
 */
function onlySigns(
  bytes: Uint8Array,
  before: PdfDocument,
  objects: readonly IndirectObject[],
  { signature, facts }: Revision,
): boolean {
  const [first, second, third, ...others] = objects;
  if (first === undefined || second === undefined || third === undefined || others.length > 0) return false;
  if (first.number !== signature.number || first.generation !== 0 || first.number !== before.size)
    return false;
  const appearance = refTo(before.size + 1);
  if (second.number !== appearance.number || second.generation !== 0) return false;
  const widget = signatureWidgets(before).find(
    ({ ref }) => ref.number === third.number && ref.generation === third.generation,
  );
  if (widget === undefined || widget.dict.entries.has('V') || !isKind(third.value, 'dict')) return false;
  const rect = rectOf(widget.dict);
  return (
    rect !== undefined &&
    isObject(bytes, second, signedAppearance(rect, facts)) &&
    writeValue(third.value) === writeValue(signedWidget(widget, signature, appearance))
  );
}

/**
 * Whether a revision made after a signature did nothing but sign: it adds one signature and its appearance, sets both
 * in one field that was there and empty, and carries nothing else at all, reachable or not.
 */
export function isOnlySigning(bytes: Uint8Array, revision: Revision, budget: Budget): boolean {
  const before = openPdf(bytes.subarray(0, revision.from), budget);
  const after = openPdf(bytes.subarray(0, revision.to), budget);
  const { end, self } = after.newest;
  const tail = Buffer.from(bytes.subarray(end, revision.to)).toString('latin1');
  if (tail !== `\nstartxref\n${after.startXref}\n%%EOF\n`) return false;
  if (self !== null && self < before.size) return false;
  const objects = readObjects(bytes, revision, after.startXref, budget);
  return continues(before, after) && lists(after, objects) && onlySigns(bytes, before, objects, revision);
}
