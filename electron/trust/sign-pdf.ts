import type { KeyObject } from 'node:crypto';
import { type CmsContent, encodeCms, signedAttributes } from './cms.ts';
import { digestOf } from './digest.ts';
import { signEcdsa } from './ecdsa.ts';
import { appendRevision, type RevisedObject } from './pdf/append-revision.ts';
import { openPdf, type PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { signatureWidgets } from './pdf/signature-form.ts';
import { pdfDate, pdfText } from './pdf/text.ts';
import { arrayOf, dictOf, nameOf, type PdfDict, refTo, withEntries } from './pdf/values.ts';
import { writeValue } from './pdf/write-value.ts';

export type SigningIdentity = {
  readonly name: string;
  readonly leaf: CmsContent['leaf'];
  readonly root: CmsContent['root'];
  readonly key: KeyObject;
};
export type SigningDetails = {
  readonly fieldName: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
};

const rangeWidth = 44;

function signatureDict(identity: SigningIdentity, details: SigningDetails, certifies: boolean): PdfDict {
  // The first signature certifies: afterwards only filling in and signing is allowed (2).
  const reference = dictOf({
    Type: nameOf('SigRef'),
    TransformMethod: nameOf('DocMDP'),
    TransformParams: dictOf({ Type: nameOf('TransformParams'), P: 2, V: nameOf('1.2') }),
  });
  return dictOf({
    Type: nameOf('Sig'),
    Filter: nameOf('Adobe.PPKLite'),
    SubFilter: nameOf('ETSI.CAdES.detached'),
    Name: pdfText(identity.name),
    Reason: pdfText(details.reason),
    Location: pdfText(details.location),
    M: { kind: 'string', bytes: Buffer.from(pdfDate(details.at), 'latin1'), hex: true, start: 0, end: 0 },
    ...(certifies ? { Reference: arrayOf([reference]) } : {}),
  });
}

/** Room for the signature: its exact length but for the few bytes ECDSA varies by, rounded up. */
function contentsLength(identity: SigningIdentity): number {
  const placeholder: CmsContent = {
    leaf: identity.leaf,
    root: identity.root,
    digest: new Uint8Array(32),
    signature: new Uint8Array(72),
  };
  return Math.ceil((encodeCms(placeholder).length + 16) / 64) * 64;
}

function revisionFor(document: PdfDocument, fieldName: string, certifies: boolean, source: string) {
  const widgets = signatureWidgets(document).filter((widget) => widget.name === fieldName);
  const [widget] = widgets;
  if (widget === undefined || widgets.length > 1) return pdfFault('no such signature field');
  if (widget.dict.entries.has('V')) pdfFault('signature field is filled');
  const signature = refTo(document.size);
  const objects: RevisedObject[] = [{ ref: signature, body: { source } }];
  if (certifies) {
    const catalog = document.dict(document.rootRef) ?? pdfFault('no catalog');
    objects.push({
      ref: document.rootRef,
      body: withEntries(catalog, { Perms: dictOf({ DocMDP: signature }) }),
    });
  }
  objects.push({ ref: widget.ref, body: withEntries(widget.dict, { V: signature }) });
  return { signature, objects };
}

/**
 * Appends one PAdES B-B signature as one revision. The claimed time is in the dictionary, not in the signature.
 * @throws PdfFault where the field does not exist or is filled, or the PDF cannot be read.
 */
export function signPdf(pdf: Uint8Array, identity: SigningIdentity, details: SigningDetails): Uint8Array {
  const document = openPdf(pdf);
  const certifies = signatureWidgets(document).every((widget) => !widget.dict.entries.has('V'));
  const length = contentsLength(identity);
  const head = writeValue(signatureDict(identity, details, certifies)).slice(0, -2);
  const rangeAt = `${head} /ByteRange `.length;
  const contentsAt = rangeAt + rangeWidth + ' /Contents '.length;
  const source = `${head} /ByteRange ${' '.repeat(rangeWidth)} /Contents <${'0'.repeat(2 * length)}>>>`;
  const { signature, objects } = revisionFor(document, details.fieldName, certifies, source);
  const appended = appendRevision(document, objects);
  const bytes = Buffer.from(appended.bytes);

  const body = appended.bodyAt.get(signature.number) ?? pdfFault('no signature');
  const gapStart = body + contentsAt;
  const gapEnd = gapStart + 2 * length + 2;
  const range = `[0 ${gapStart} ${gapEnd} ${bytes.length - gapEnd}]`;
  bytes.write(range.padEnd(rangeWidth), body + rangeAt, 'latin1');

  const digest = digestOf(bytes.subarray(0, gapStart), bytes.subarray(gapEnd));
  const unsigned = { leaf: identity.leaf, root: identity.root, digest };
  const cms = encodeCms({ ...unsigned, signature: signEcdsa(identity.key, signedAttributes(unsigned)) });
  bytes.write(cms.toString('hex'), gapStart + 1, 'latin1');
  return bytes;
}
