import { type Rect, signedAppearance } from './appearance/field-appearance.ts';
import { appendSignature, type SigningIdentity, type Stamp } from './append-signature.ts';
import type { RevisedObject } from './pdf/append-revision.ts';
import { openPdf, type PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { rectOf, type SignatureWidget, signatureWidgets } from './pdf/signature-form.ts';
import { pdfDate, pdfText, wellFormed } from './pdf/text.ts';
import { arrayOf, dictOf, nameOf, type PdfDict, type PdfRef, refTo, withEntries } from './pdf/values.ts';

export type SigningDetails = {
  readonly fieldName: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
};

// The first signature certifies the file: after it only filling in forms and signing is allowed (2).
const certification = dictOf({
  Type: nameOf('SigRef'),
  TransformMethod: nameOf('DocMDP'),
  TransformParams: dictOf({ Type: nameOf('TransformParams'), P: 2, V: nameOf('1.2') }),
});

/** A signature's entries but for what signing itself fills in. The time is the signer's claim. */
export function signatureDict(name: string, details: SigningDetails, certifies: boolean): PdfDict {
  const time = Buffer.from(pdfDate(details.at), 'latin1');
  return dictOf({
    Type: nameOf('Sig'),
    Filter: nameOf('Adobe.PPKLite'),
    SubFilter: nameOf('ETSI.CAdES.detached'),
    Name: pdfText(wellFormed(name)),
    Reason: pdfText(details.reason),
    Location: pdfText(details.location),
    M: { kind: 'string', bytes: time, hex: true, start: 0, end: 0 },
    ...(certifies ? { Reference: arrayOf([certification]) } : {}),
  });
}

function emptyWidget(widgets: readonly SignatureWidget[], name: string): SignatureWidget {
  const [widget, ...others] = widgets.filter((each) => each.name === name);
  if (widget === undefined || others.length > 0) return pdfFault('no such signature field');
  return widget.dict.entries.has('V') ? pdfFault('signature field is filled') : widget;
}

function certifiedCatalog(document: PdfDocument, signature: PdfRef): RevisedObject {
  const catalog = document.dict(document.rootRef) ?? pdfFault('no catalog');
  return { ref: document.rootRef, body: withEntries(catalog, { Perms: dictOf({ DocMDP: signature }) }) };
}

/** A widget whose field is signed: its value, and what it now shows. */
export const signedWidget = ({ dict }: SignatureWidget, signature: PdfRef, appearance: PdfRef): PdfDict =>
  withEntries(dict, { AP: dictOf({ N: appearance }), V: signature });

/** The objects that fill a field: its appearance, numbered next after the signature, and the widget itself. */
export function filledField(
  widget: SignatureWidget,
  signature: PdfRef,
  facts: { readonly at: Date; readonly certificate: string },
): readonly RevisedObject[] {
  const appearance = refTo(signature.number + 1);
  const rect: Rect = rectOf(widget.dict) ?? pdfFault('field without a place');
  // Whole seconds, as the signature's own time is written.
  const at = `${facts.at.toISOString().slice(0, 19)}.000Z`;
  const source = signedAppearance(rect, { at, certificate: facts.certificate });
  return [
    { ref: appearance, body: { source } },
    { ref: widget.ref, body: signedWidget(widget, signature, appearance) },
  ];
}

/**
 * Appends one PAdES B-B signature (B-T with a timestamp) as one revision: the signature, what its field shows, the
 * value of its field and, for the first one, the permissions in the catalog.
 * @throws PdfFault where the field does not exist or is filled, or the PDF cannot be read.
 */
export function signPdf(
  pdf: Uint8Array,
  identity: SigningIdentity,
  details: SigningDetails,
  stamp: Stamp | null = null,
): Promise<Uint8Array> {
  const document = openPdf(pdf);
  const widgets = signatureWidgets(document);
  const widget = emptyWidget(widgets, details.fieldName);
  const certifies = widgets.every((each) => !each.dict.entries.has('V'));
  const facts = { at: details.at, certificate: identity.chain[0].sha256 };
  return appendSignature(
    document,
    identity,
    signatureDict(identity.name, details, certifies),
    (signature) => [
      ...filledField(widget, signature, facts),
      ...(certifies ? [certifiedCatalog(document, signature)] : []),
    ],
    stamp,
  );
}
