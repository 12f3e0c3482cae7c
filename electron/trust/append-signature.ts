import type { KeyObject } from 'node:crypto';
import { type CmsContent, encodeCms, signedAttributes } from './cms.ts';
import { digestOf } from './digest.ts';
import { signEcdsa } from './ecdsa.ts';
import { appendRevision, type RevisedObject } from './pdf/append-revision.ts';
import type { PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { type PdfDict, type PdfRef, refTo } from './pdf/values.ts';
import { writeValue } from './pdf/write-value.ts';

export type SigningIdentity = {
  /** As in the certificate. */
  readonly name: string;
  readonly leaf: CmsContent['leaf'];
  readonly root: CmsContent['root'];
  readonly key: KeyObject;
};

/** Room for the byte range, written last: it must not move anything. */
const rangeWidth = 44;

/** Room for the signature: its length but for the few bytes ECDSA varies by, rounded up. */
function contentsLength({ leaf, root }: SigningIdentity): number {
  const longest = encodeCms({ leaf, root, digest: new Uint8Array(32), signature: new Uint8Array(72) });
  return Math.ceil((longest.length + 8) / 64) * 64;
}

/**
 * Appends one revision that carries a signature over the whole file, itself included.
 * @param dictionary the signature's entries but `/ByteRange` and `/Contents`
 * @param others what else the revision changes, given the signature's reference
 */
export function appendSignature(
  document: PdfDocument,
  identity: SigningIdentity,
  dictionary: PdfDict,
  others: (signature: PdfRef) => readonly RevisedObject[],
): Uint8Array {
  const length = contentsLength(identity);
  const head = `${writeValue(dictionary).slice(0, -2)} /ByteRange `;
  const range = ' '.repeat(rangeWidth);
  const source = `${head}${range} /Contents <${'0'.repeat(2 * length)}>>>`;
  const signature = refTo(document.size);
  const appended = appendRevision(document, [{ ref: signature, body: { source } }, ...others(signature)]);
  const bytes = Buffer.from(appended.bytes.buffer, appended.bytes.byteOffset, appended.bytes.length);

  const rangeAt = (appended.bodyAt.get(signature.number) ?? pdfFault('no signature')) + head.length;
  const gapStart = rangeAt + rangeWidth + ' /Contents '.length;
  const gapEnd = gapStart + 2 * length + 2;
  bytes.write(`[0 ${gapStart} ${gapEnd} ${bytes.length - gapEnd}]`, rangeAt, 'latin1');

  const digest = digestOf(bytes.subarray(0, gapStart), bytes.subarray(gapEnd));
  const unsigned = { leaf: identity.leaf, root: identity.root, digest };
  const cms = encodeCms({ ...unsigned, signature: signEcdsa(identity.key, signedAttributes(unsigned)) });
  bytes.write(cms.toString('hex'), gapStart + 1, 'latin1');
  return bytes;
}
