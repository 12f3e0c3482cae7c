import { createPrivateKey } from 'node:crypto';
import { appendSignature, type SigningIdentity } from '#electron/trust/append-signature.ts';
import { readCertificate } from '#electron/trust/certificate-reader.ts';
import { appendRevision, type RevisedObject } from '#electron/trust/pdf/append-revision.ts';
import { openPdf, type PdfDocument } from '#electron/trust/pdf/document.ts';
import { pageRefs } from '#electron/trust/pdf/pages.ts';
import { signatureWidgets } from '#electron/trust/pdf/signature-form.ts';
import {
  arrayOf,
  dictOf,
  isKind,
  nameOf,
  type PdfDict,
  refTo,
  withEntries,
} from '#electron/trust/pdf/values.ts';
import { certificateDer } from '#electron/trust/pem.ts';
import { filledField, signatureDict } from '#electron/trust/sign-pdf.ts';
import { details, type TestSigner } from './trust-documents.ts';

/** What an attacker changes in a file, as objects of an appended revision. New numbers start at `document.size + 10`. */
export type Attack = (document: PdfDocument) => readonly RevisedObject[];

const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('the file under attack has an unexpected shape');
  return value;
};
const catalogOf = (document: PdfDocument): PdfDict => must(document.dict(document.rootRef));
const freshRef = (document: PdfDocument, index = 0) => refTo(document.size + 10 + index);
const firstPage = (document: PdfDocument) => {
  const ref = must(pageRefs(document)[0]);
  return { ref, dict: must(document.dict(ref)) };
};
const streamSource = (entries: string, data: string) =>
  `<<${entries} /Length ${data.length}>>\nstream\n${data}\nendstream`;

const overlay: Attack = (document) => {
  const { ref, dict } = firstPage(document);
  const drawing = freshRef(document);
  const old = must(dict.entries.get('Contents'));
  const contents = isKind(old, 'array') ? old.items : [old];
  return [
    { ref: drawing, body: { source: streamSource('', '0 0 300 300 re f') } },
    { ref, body: withEntries(dict, { Contents: arrayOf([...contents, drawing]) }) },
  ];
};

const annotation: Attack = (document) => {
  const { ref, dict } = firstPage(document);
  const note = freshRef(document);
  const rect = arrayOf([0, 0, 500, 500]);
  return [
    { ref: note, body: dictOf({ Type: nameOf('Annot'), Subtype: nameOf('Square'), Rect: rect, F: 4 }) },
    { ref, body: withEntries(dict, { Annots: arrayOf([note]) }) },
  ];
};

const removedPage: Attack = (document) => {
  const ref = must(catalogOf(document).entries.get('Pages'));
  if (!isKind(ref, 'ref')) throw new Error('pages');
  const pages = must(document.dict(ref));
  return [{ ref, body: withEntries(pages, { Kids: arrayOf([must(pageRefs(document)[0])]), Count: 1 }) }];
};

const swappedAttachment: Attack = (document) => {
  const file = freshRef(document);
  const specification = freshRef(document, 1);
  const name = { kind: 'string' as const, bytes: Buffer.from('report.json'), hex: true, start: 0, end: 0 };
  const entries = { Type: nameOf('Filespec'), F: name, UF: name, EF: dictOf({ F: file }) };
  const names = dictOf({ EmbeddedFiles: dictOf({ Names: arrayOf([name, specification]) }) });
  return [
    { ref: file, body: { source: streamSource('/Type /EmbeddedFile', '{}') } },
    { ref: specification, body: dictOf(entries) },
    {
      ref: document.rootRef,
      body: withEntries(catalogOf(document), { Names: names, AF: arrayOf([specification]) }),
    },
  ];
};

const liftedPermissions: Attack = (document) => [
  { ref: document.rootRef, body: withEntries(catalogOf(document), { Perms: dictOf({}) }) },
];

const openAction: Attack = (document) => {
  const action = dictOf({ S: nameOf('URI') });
  return [{ ref: document.rootRef, body: withEntries(catalogOf(document), { OpenAction: action }) }];
};

const unreachable: Attack = (document) => [{ ref: freshRef(document), body: dictOf({ Hidden: true }) }];

const movedWidget: Attack = (document) => {
  const widget = must(signatureWidgets(document)[0]);
  return [{ ref: widget.ref, body: withEntries(widget.dict, { Rect: arrayOf([0, 0, 600, 800]) }) }];
};

const emptiedField: Attack = (document) => {
  const widget = must(signatureWidgets(document)[0]);
  return [{ ref: widget.ref, body: withEntries(widget.dict, { V: null }) }];
};

const droppedForm: Attack = (document) => [
  {
    ref: document.rootRef,
    body: withEntries(catalogOf(document), { AcroForm: dictOf({ Fields: arrayOf([]) }) }),
  },
];

const newField: Attack = (document) => {
  const field = freshRef(document);
  const form = must(document.dict(catalogOf(document).entries.get('AcroForm')));
  const old = document.resolve(form.entries.get('Fields'));
  const fields = arrayOf([...(isKind(old, 'array') ? old.items : []), field]);
  return [
    {
      ref: field,
      body: dictOf({ FT: nameOf('Tx'), Subtype: nameOf('Widget'), Rect: arrayOf([0, 0, 9, 9]) }),
    },
    {
      ref: document.rootRef,
      body: withEntries(catalogOf(document), { AcroForm: withEntries(form, { Fields: fields }) }),
    },
  ];
};

const replacedFont: Attack = (document) => {
  const { ref, dict } = firstPage(document);
  return [{ ref, body: withEntries(dict, { Resources: dictOf({}) }) }];
};

export const attacks: Readonly<Record<string, Attack>> = {
  overlay,
  annotation,
  removedPage,
  swappedAttachment,
  liftedPermissions,
  openAction,
  unreachable,
  movedWidget,
  emptiedField,
  droppedForm,
  newField,
  replacedFont,
};

/** The attack appended as an ordinary update, unsigned. */
export const appended = (pdf: Uint8Array, attack: Attack): Uint8Array => {
  const document = openPdf(pdf);
  return appendRevision(document, attack(document)).bytes;
};

const identityOf = ({ record, root }: TestSigner): SigningIdentity => ({
  name: record.name,
  key: createPrivateKey({
    key: Buffer.from(must(record.wrappedKey.split('|')[1]), 'base64'),
    format: 'der',
    type: 'pkcs8',
  }),
  scheme: 'ecdsa',
  chain: [
    readCertificate(certificateDer(must(record.certificates[0]))),
    { der: certificateDer(root.certificate) },
  ],
});

/** The attack inside the very revision that signs the named empty field, so that the signature covers it. */
export function signedWith(
  pdf: Uint8Array,
  attack: Attack,
  person: TestSigner,
  fieldName: string,
  fill: typeof filledField = filledField,
): Promise<Uint8Array> {
  const document = openPdf(pdf);
  const widget = must(signatureWidgets(document).find((each) => each.name === fieldName));
  const dictionary = signatureDict(person.record.name, details, false);
  const identity = identityOf(person);
  const facts = { at: details.at, certificate: identity.chain[0].sha256 };
  return appendSignature(document, identity, dictionary, (signature) => [
    ...fill(widget, signature, facts),
    ...attack(document),
  ]);
}
