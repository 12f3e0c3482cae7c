import { unsignedAppearance } from './appearance/field-appearance.ts';
import { appendRevision, type RevisedObject } from './pdf/append-revision.ts';
import { openPdf, type PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { pageRefs } from './pdf/pages.ts';
import { pdfText } from './pdf/text.ts';
import {
  arrayOf,
  dictOf,
  isKind,
  nameOf,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  refTo,
  withEntries,
} from './pdf/values.ts';
import { tagForms } from './structure-forms.ts';

/** An empty signature field to be made, and where it goes. */
export type PlacedSignatureField = {
  /** Unique in the file; no full stop, which would mean a field within a field. */
  readonly fieldName: string;
  readonly signer: string;
  readonly role: string;
  /** Counted from 0, or the last one. */
  readonly page: number | 'last';
  /** Left, bottom, right and top in points, from the page's lower left corner. */
  readonly rect: readonly [number, number, number, number];
};

/** What a screen reader, and a pointer resting on the field, are told. */
export const tooltipOf = ({ signer, role }: Pick<PlacedSignatureField, 'signer' | 'role'>): string =>
  `Signature of ${signer} (${role})`;

// Print, as PDF/A demands of every annotation that shows, and locked.
const widgetFlags = 4 | 128;

function widgetDict(
  field: PlacedSignatureField,
  page: PdfRef,
  appearance: PdfRef,
  key: number | undefined,
): PdfDict {
  return dictOf({
    Type: nameOf('Annot'),
    Subtype: nameOf('Widget'),
    FT: nameOf('Sig'),
    T: pdfText(field.fieldName),
    TU: pdfText(tooltipOf(field)),
    F: widgetFlags,
    P: page,
    Rect: arrayOf([...field.rect]),
    AP: dictOf({ N: appearance }),
    ...(key === undefined ? {} : { StructParent: key }),
  });
}

function catalogWithForm(document: PdfDocument, widgets: readonly PdfRef[]): RevisedObject {
  const catalog = document.dict(document.rootRef) ?? pdfFault('no catalog');
  const form = document.dict(catalog.entries.get('AcroForm')) ?? dictOf({});
  const fields = document.resolve(form.entries.get('Fields'));
  const old = isKind(fields, 'array') ? fields.items : [];
  // PDF 1 does not know the CAdES form of signatures: its developer prefix announces it.
  const old1 = document.bytes[5] === 49 && !catalog.entries.has('Extensions');
  const extension = dictOf({ ESIC: dictOf({ BaseVersion: nameOf('1.7'), ExtensionLevel: 2 }) });
  return {
    ref: document.rootRef,
    body: withEntries(catalog, {
      // 3: signatures exist, and the file must only be appended to.
      AcroForm: withEntries(form, { Fields: arrayOf([...old, ...widgets]), SigFlags: 3 }),
      ...(old1 ? { Extensions: extension } : {}),
    }),
  };
}

function pagesWithWidgets(
  document: PdfDocument,
  placed: readonly { readonly widget: PdfRef; readonly page: PdfRef }[],
): readonly RevisedObject[] {
  const byPage = new Map<number, { readonly page: PdfRef; readonly widgets: PdfRef[] }>();
  for (const { page, widget } of placed) {
    const known = byPage.get(page.number);
    if (known === undefined) byPage.set(page.number, { page, widgets: [widget] });
    else known.widgets.push(widget);
  }
  return [...byPage.values()].map(({ page, widgets }) => {
    const dict = document.dict(page) ?? pdfFault('page');
    const annotations = document.resolve(dict.entries.get('Annots'));
    const old: readonly PdfValue[] = isKind(annotations, 'array') ? annotations.items : [];
    return {
      ref: page,
      body: withEntries(dict, { Annots: arrayOf([...old, ...widgets]), Tabs: nameOf('S') }),
    };
  });
}

/**
 * Adds empty signature fields as one appended revision: all of them before anyone signs, so that signing later
 * changes nothing but each field's own value. Tags them where the document is tagged, and keeps PDF/A.
 * @throws PdfFault where the PDF cannot be read, a page does not exist, or a name is not usable.
 */
export async function addSignatureFields(
  pdf: Uint8Array,
  fields: readonly PlacedSignatureField[],
): Promise<Uint8Array> {
  const document = openPdf(pdf);
  if (new Set(fields.map((field) => field.fieldName)).size !== fields.length)
    pdfFault('field name given twice');
  if (fields.some((field) => field.fieldName === '' || field.fieldName.includes('.'))) pdfFault('field name');
  const pages = pageRefs(document);
  const placed = fields.map((field, index) => ({
    field,
    page: pages.at(field.page === 'last' ? -1 : field.page) ?? pdfFault('no such page'),
    widget: refTo(document.size + 2 * index),
    appearance: refTo(document.size + 2 * index + 1),
  }));
  const described = placed.map((each) => ({ ...each, alt: tooltipOf(each.field) }));
  const tags = tagForms(document, described, document.size + 2 * fields.length);
  const widgets = placed.flatMap(({ field, page, widget, appearance }, index) => [
    { ref: widget, body: widgetDict(field, page, appearance, tags?.keys[index]) },
    { ref: appearance, body: { source: unsignedAppearance(field.rect) } },
  ]);
  const form = catalogWithForm(
    document,
    placed.map(({ widget }) => widget),
  );
  const objects = [form, ...pagesWithWidgets(document, placed), ...widgets, ...(tags?.objects ?? [])];
  return appendRevision(document, objects).bytes;
}
