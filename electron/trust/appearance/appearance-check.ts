import type { PdfDocument } from '../pdf/document.ts';
import type { IndirectObject } from '../pdf/parse-indirect.ts';
import { rectOf, type SignatureWidget } from '../pdf/signature-form.ts';
import { isKind } from '../pdf/values.ts';
import {
  blankAppearance,
  type ShownFacts,
  signedAppearance,
  unsignedAppearance,
} from './field-appearance.ts';

/** Whether an object stands in the file spelt exactly like this, from its number to its end. */
export function isObject(bytes: Uint8Array, object: IndirectObject, source: string): boolean {
  const written = `${object.number} ${object.generation} obj\n${source}\nendobj`;
  const length = object.end - object.start;
  return (
    length === written.length &&
    Buffer.from(written, 'latin1').equals(bytes.subarray(object.start, object.end))
  );
}

/**
 * Whether a signature field shows exactly what Waymark draws there: that it is not signed yet, or what the signature
 * says of itself. Reports of Waymark 0.1.0 show nothing, signed or not.
 * @param facts of the field's signature; null where it is empty.
 */
export function showsOnlyItself(
  document: PdfDocument,
  { dict }: SignatureWidget,
  facts: ShownFacts | null,
): boolean {
  const rect = rectOf(dict);
  const appearances = dict.entries.get('AP');
  const normal = isKind(appearances, 'dict') ? appearances.entries.get('N') : undefined;
  if (rect === undefined || !isKind(appearances, 'dict') || appearances.entries.size !== 1) return false;
  const drawn = isKind(normal, 'ref') ? document.placed(normal) : undefined;
  if (drawn === undefined) return false;
  const expected = facts === null ? unsignedAppearance(rect) : signedAppearance(rect, facts);
  return [expected, blankAppearance(rect)].some((source) => isObject(document.bytes, drawn, source));
}
