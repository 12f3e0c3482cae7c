import type { RevisedObject } from '#electron/trust/pdf/append-revision.ts';
import type { PdfDocument } from '#electron/trust/pdf/document.ts';
import { pageRefs } from '#electron/trust/pdf/pages.ts';
import { type SignatureWidget, signatureWidgets } from '#electron/trust/pdf/signature-form.ts';
import { pdfText } from '#electron/trust/pdf/text.ts';
import {
  arrayOf,
  dictOf,
  isKind,
  nameOf,
  type PdfRef,
  refTo,
  withEntries,
} from '#electron/trust/pdf/values.ts';
import { filledField } from '#electron/trust/sign-pdf.ts';
import type { Attack } from './trust-attacks.ts';

const fresh = (document: PdfDocument, index = 0) => refTo(document.size + 10 + index);
const stream = (entries: string, data: string) =>
  `<<${entries} /Length ${data.length}>>\nstream\n${data}\nendstream`;
const catalogWith = (document: PdfDocument, entries: Parameters<typeof withEntries>[1]): RevisedObject => {
  const catalog = document.dict(document.rootRef);
  if (catalog === null) throw new Error('no catalog');
  return { ref: document.rootRef, body: withEntries(catalog, entries) };
};
const firstWidget = (document: PdfDocument): SignatureWidget => {
  const [widget] = signatureWidgets(document);
  if (widget === undefined) throw new Error('no widget');
  return widget;
};
const drawing = (text: string) =>
  stream('/Type /XObject /Subtype /Form /BBox [0 0 200 50] /Resources <<>>', text);

const swappedPages: Attack = (document) => {
  const ref = document.dict(document.rootRef)?.entries.get('Pages');
  const pages = document.dict(ref);
  if (!isKind(ref, 'ref') || pages === null) throw new Error('pages');
  return [{ ref, body: withEntries(pages, { Kids: arrayOf([...pageRefs(document)].reverse()) }) }];
};
const croppedPage: Attack = (document) => {
  const [ref] = pageRefs(document);
  const page = document.dict(ref);
  if (ref === undefined || page === null) throw new Error('page');
  return [{ ref, body: withEntries(page, { CropBox: arrayOf([0, 0, 100, 100]) }) }];
};
const changedFieldValue: Attack = (document) => {
  const { ref, dict } = firstWidget(document);
  return [
    { ref, body: withEntries(dict, { V: fresh(document) }) },
    { ref: fresh(document), body: dictOf({}) },
  ];
};
const othersAppearance: Attack = (document) => {
  const { ref, dict } = firstWidget(document);
  return [
    { ref: fresh(document), body: { source: drawing('0 0 200 50 re f') } },
    { ref, body: withEntries(dict, { AP: dictOf({ N: fresh(document) }) }) },
  ];
};
/** The drawing of somebody else's field itself is written anew, under its own number. */
const othersDrawing: Attack = (document) => {
  const appearances = firstWidget(document).dict.entries.get('AP');
  const drawn = isKind(appearances, 'dict') ? appearances.entries.get('N') : undefined;
  if (!isKind(drawn, 'ref')) throw new Error('appearance');
  return [{ ref: drawn, body: { source: drawing('0 0 200 50 re f') } }];
};
const renamedField: Attack = (document) => {
  const { ref, dict } = firstWidget(document);
  return [{ ref, body: withEntries(dict, { T: pdfText('another') }) }];
};
const otherTooltip: Attack = (document) => {
  const { ref, dict } = firstWidget(document);
  return [{ ref, body: withEntries(dict, { TU: pdfText('Signature of somebody else') }) }];
};
const fieldAction: Attack = (document) => {
  const { ref, dict } = firstWidget(document);
  const action = dictOf({ S: nameOf('URI') });
  return [{ ref, body: withEntries(dict, { AA: dictOf({ E: action }) }) }];
};
const otherMetadata: Attack = (document) => [
  { ref: fresh(document), body: { source: stream('/Type /Metadata /Subtype /XML', '<x/>') } },
  catalogWith(document, { Metadata: fresh(document) }),
];
const optionalContent: Attack = (document) => [
  catalogWith(document, { OCProperties: dictOf({ OCGs: arrayOf([]), D: dictOf({}) }) }),
];
const hiddenObjects: Attack = (document) => [
  {
    ref: fresh(document),
    body: { source: stream('/Type /ObjStm /N 1 /First 4', '9 0 <</Hidden true>>') },
  },
];
const decoyByteRange: Attack = (document) => [
  {
    ref: fresh(document),
    body: {
      source: '<</Type /Sig /ByteRange [0 10 20 30] /Contents <00>>>',
    },
  },
];

export const attacksOnLooks: Readonly<Record<string, Attack>> = {
  swappedPages,
  croppedPage,
  changedFieldValue,
  othersAppearance,
  othersDrawing,
  renamedField,
  otherTooltip,
  fieldAction,
  otherMetadata,
  optionalContent,
  hiddenObjects,
  decoyByteRange,
};

type Fill = typeof filledField;
/** A fill whose widget or drawing is not what the signature's own facts say. */
const altered =
  (
    edit: (parts: {
      readonly drawn: RevisedObject;
      readonly widget: RevisedObject;
      readonly signature: PdfRef;
    }) => readonly RevisedObject[],
  ): Fill =>
  (widget, signature, facts) => {
    const [drawn, filled] = filledField(widget, signature, facts);
    if (drawn === undefined || filled === undefined) throw new Error('fill');
    return edit({ drawn, widget: filled, signature });
  };
const edited = ({ ref, body }: RevisedObject, entries: Parameters<typeof withEntries>[1]): RevisedObject => {
  if (typeof body !== 'object' || body === null || 'source' in body || body.kind !== 'dict')
    throw new Error('widget');
  return { ref, body: withEntries(body, entries) };
};

/** Ways to sign honestly but for what one's own field shows. */
export const ownAppearances: Readonly<Record<string, Fill>> = {
  otherPicture: altered(({ drawn, widget }) => [
    { ref: drawn.ref, body: { source: drawing('0 0 200 50 re f') } },
    widget,
  ]),
  laterTime: (widget, signature, { certificate }) =>
    filledField(widget, signature, { at: new Date('2027-01-01T00:00:00Z'), certificate }),
  othersCertificate: (widget, signature, { at }) =>
    filledField(widget, signature, { at, certificate: 'f'.repeat(64) }),
  noPicture: altered(({ widget }) => [edited(widget, { AP: dictOf({}) })]),
  secondPicture: altered(({ drawn, widget }) => [
    drawn,
    edited(widget, { AP: dictOf({ N: drawn.ref, D: drawn.ref }) }),
  ]),
  wider: altered(({ drawn, widget }) => [drawn, edited(widget, { Rect: arrayOf([0, 0, 600, 800]) })]),
  hidden: altered(({ drawn, widget }) => [drawn, edited(widget, { F: 2 })]),
  unlocked: altered(({ drawn, widget }) => [drawn, edited(widget, { Lock: dictOf({}) })]),
  trailingComment: altered(({ drawn, widget }) => [
    {
      ref: drawn.ref,
      body: {
        source: `${'source' in (drawn.body as object) ? (drawn.body as { source: string }).source : ''}\n%x`,
      },
    },
    widget,
  ]),
};
