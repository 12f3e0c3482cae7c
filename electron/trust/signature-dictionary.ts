import type { PdfDocument } from './pdf/document.ts';
import type { SignatureWidget } from './pdf/signature-form.ts';
import { instantOf, textOf } from './pdf/text.ts';
import { isKind, isNamed, isWhole, type PdfDict, type PdfRef } from './pdf/values.ts';

/** A filled signature field, read and held against the shape we write. Positions are bytes of the file. */
export type SignatureEntry = {
  readonly ref: PdfRef;
  /** Where the signature's object begins. */
  readonly start: number;
  readonly name: string;
  readonly reason: string;
  readonly claimedAt: string | null;
  /** The first signature of a file certifies it. */
  readonly certifies: boolean;
  /** The hole in the signed bytes, and where they end. */
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
  /** The CMS with its padding. */
  readonly contents: Uint8Array;
};
export type SignatureFault = 'malformed-signature' | 'byte-range';

const keys = ['Type', 'Filter', 'SubFilter', 'Name', 'Reason', 'Location', 'M', 'ByteRange', 'Contents'];

function hasOurShape(dict: PdfDict): boolean {
  const { entries } = dict;
  const known = [...entries.keys()].filter((key) => key !== 'Reference').toSorted();
  return (
    known.join() === keys.toSorted().join() &&
    isNamed(entries.get('Type'), 'Sig') &&
    isNamed(entries.get('Filter'), 'Adobe.PPKLite') &&
    isNamed(entries.get('SubFilter'), 'ETSI.CAdES.detached') &&
    ['Name', 'Reason', 'Location', 'M', 'Contents'].every((key) => isKind(entries.get(key), 'string'))
  );
}

/** Lower-case hexadecimal without white space: one spelling only, so that no bit of it can change unnoticed. */
const isPlainHex = (source: Uint8Array): boolean =>
  /^<(?:[0-9a-f]{2})+>$/.test(Buffer.from(source).toString('latin1'));

/**
 * Reads the signature of a filled field. The hole in its byte range must be exactly its own `/Contents`, found by
 * walking the form: a byte range written anywhere else in the file plays no part.
 */
export function readSignature(
  document: PdfDocument,
  widget: SignatureWidget,
): SignatureEntry | SignatureFault {
  const ref = widget.dict.entries.get('V');
  const object = isKind(ref, 'ref') ? document.placed(ref) : undefined;
  if (!isKind(ref, 'ref') || !isKind(object?.value, 'dict') || !hasOurShape(object.value))
    return 'malformed-signature';
  const { entries } = object.value;
  const contents = entries.get('Contents');
  const range = entries.get('ByteRange');
  const claimedAt = instantOf(textOf(entries.get('M') ?? null));
  if (!isKind(contents, 'string') || !isKind(range, 'array') || claimedAt === null)
    return 'malformed-signature';
  const [from, gapStart, gapEnd, rest, ...more] = range.items;
  if (from !== 0 || more.length > 0 || !isWhole(gapStart) || !isWhole(gapEnd) || !isWhole(rest))
    return 'byte-range';
  const end = gapEnd + rest;
  if (gapStart !== contents.start || gapEnd !== contents.end) return 'byte-range';
  if (rest === 0 || end > document.bytes.length || object.end > end) return 'byte-range';
  if (!isPlainHex(document.bytes.subarray(gapStart, gapEnd))) return 'malformed-signature';
  return {
    ref,
    start: object.start,
    name: textOf(entries.get('Name') ?? null),
    reason: textOf(entries.get('Reason') ?? null),
    claimedAt,
    certifies: entries.has('Reference'),
    gapStart,
    gapEnd,
    end,
    contents: contents.bytes,
  };
}
