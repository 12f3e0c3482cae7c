import type { PdfDocument } from './document.ts';
import { pdfFault } from './fault.ts';
import { isKind, isNamed, type PdfRef, type PdfValue } from './values.ts';

const maxPages = 10_000;

/** The pages in reading order, as references. */
export function pageRefs(document: PdfDocument): readonly PdfRef[] {
  const pages: PdfRef[] = [];
  const seen = new Set<number>();
  const walk = (value: PdfValue | undefined): void => {
    const dict = document.dict(value);
    if (dict === null || !isKind(value, 'ref') || seen.has(value.number)) {
      pdfFault('page tree');
      return;
    }
    seen.add(value.number);
    if (seen.size > 2 * maxPages || pages.length > maxPages) pdfFault('too many pages');
    const kids = document.resolve(dict.entries.get('Kids'));
    if (isNamed(dict.entries.get('Type'), 'Pages') && isKind(kids, 'array')) kids.items.forEach(walk);
    else pages.push(value);
  };
  walk(document.dict(document.rootRef)?.entries.get('Pages'));
  return pages;
}
