import type { PdfDocument } from './document.ts';
import { pdfFault } from './fault.ts';
import { textOf } from './text.ts';
import { isKind, isNamed, type PdfDict, type PdfRef, type PdfValue } from './values.ts';

/** One terminal signature field that is its own widget, as Waymark makes them. */
export type SignatureWidget = { readonly ref: PdfRef; readonly dict: PdfDict; readonly name: string };

const maxFields = 10_000;
const maxDepth = 16;

/**
 * Finds every signature field by walking the form, never by searching bytes. Kinds of field are inherited from
 * parents; a signature field that is not an object of its own is refused.
 */
export function signatureWidgets(document: PdfDocument): readonly SignatureWidget[] {
  const catalog = document.dict(document.rootRef);
  const form = document.dict(catalog?.entries.get('AcroForm'));
  const found: SignatureWidget[] = [];
  const seen = new Set<number>();
  const walk = (value: PdfValue, inherited: PdfValue, depth: number): void => {
    const dict = document.dict(value);
    if (dict === null || !isKind(value, 'ref')) {
      pdfFault('form field');
      return;
    }
    if (depth > maxDepth || seen.has(value.number) || seen.size >= maxFields) pdfFault('form tree');
    seen.add(value.number);
    const type = dict.entries.get('FT') ?? inherited;
    const kids = document.resolve(dict.entries.get('Kids'));
    if (isKind(kids, 'array')) for (const kid of kids.items) walk(kid, type, depth + 1);
    else if (isNamed(document.resolve(type), 'Sig'))
      found.push({ ref: value, dict, name: textOf(document.resolve(dict.entries.get('T'))) });
  };
  const fields = document.resolve(form?.entries.get('Fields'));
  if (isKind(fields, 'array')) for (const field of fields.items) walk(field, null, 0);
  // Two places of one name: nobody could say in which of them somebody signed.
  if (new Set(found.map(({ name }) => name)).size !== found.length) pdfFault('field name twice');
  return found;
}

/** Where a widget stands on its page: left, bottom, right and top in points; undefined where that is not plain numbers. */
export function rectOf({ entries }: PdfDict): readonly [number, number, number, number] | undefined {
  const rect = entries.get('Rect');
  if (!isKind(rect, 'array') || rect.items.length !== 4) return undefined;
  const [left, bottom, right, top] = rect.items;
  if ([left, bottom, right, top].some((edge) => typeof edge !== 'number')) return undefined;
  return [Number(left), Number(bottom), Number(right), Number(top)];
}
