import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

export type Bookmark = { readonly title: string; readonly page: PDFRef };

/** Gives a PDF one bookmark after the other, and has viewers show them. */
export function addOutline(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = pdf;
  const refs = bookmarks.map(() => context.nextRef());
  const [first] = refs;
  const last = refs.at(-1);
  if (first === undefined || last === undefined) return;
  const root = context.nextRef();
  bookmarks.forEach(({ title, page }, at) => {
    const entry = PDFDict.withContext(context);
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
    entry.set(PDFName.of('Parent'), root);
    entry.set(PDFName.of('Dest'), context.obj([page, PDFName.of('Fit')]));
    const before = refs[at - 1];
    const after = refs[at + 1];
    if (before !== undefined) entry.set(PDFName.of('Prev'), before);
    if (after !== undefined) entry.set(PDFName.of('Next'), after);
    const ref = refs[at];
    if (ref !== undefined) context.assign(ref, entry);
  });
  const outlines = PDFDict.withContext(context);
  outlines.set(PDFName.of('Type'), PDFName.of('Outlines'));
  outlines.set(PDFName.of('First'), first);
  outlines.set(PDFName.of('Last'), last);
  outlines.set(PDFName.of('Count'), PDFNumber.of(refs.length));
  context.assign(root, outlines);
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
