import type { KeyObject } from 'node:crypto';
import type { ReadCertificate } from './certificate-reader.ts';
import { type CmsContent, encodeCms, signedAttributes } from './cms.ts';
import { digestOf } from './digest.ts';
import { appendRevision, type RevisedObject } from './pdf/append-revision.ts';
import type { PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { type PdfDict, type PdfRef, refTo } from './pdf/values.ts';
import { writeValue } from './pdf/write-value.ts';
import { longestSignature, type Scheme, signWith } from './schemes.ts';

export type SigningIdentity = {
  /** As in the certificate. */
  readonly name: string;
  /** The signer's certificate, then each one's issuer as far as they are known. */
  readonly chain: readonly [
    Pick<ReadCertificate, 'der' | 'issuer' | 'serial' | 'sha256'>,
    ...Pick<ReadCertificate, 'der'>[],
  ];
  readonly key: KeyObject;
  readonly scheme: Scheme;
};

/** Asks for an RFC 3161 token over a signature. */
export type Stamp = (signature: Uint8Array) => Promise<Uint8Array>;

/** Room for the byte range, written last: it must not move anything. */
const rangeWidth = 44;
/** Room for a service's token: its certificates are most of it. */
const stampRoom = 24 * 1024;

/** Room for the signature: its length but for the few bytes ECDSA varies by, rounded up. */
function contentsLength({ chain, scheme, key }: SigningIdentity, stamped: boolean): number {
  const signature = new Uint8Array(longestSignature(key));
  const longest = encodeCms({ chain, scheme, digest: new Uint8Array(32), signature, timestamp: null });
  return Math.ceil((longest.length + 8 + (stamped ? stampRoom : 0)) / 64) * 64;
}

/**
 * Appends one revision that carries a signature over the whole file, itself included.
 * @param dictionary the signature's entries but `/ByteRange` and `/Contents`
 * @param others what else the revision changes, given the signature's reference
 * @param stamp asked for a timestamp of the signature; null: without
 */
export async function appendSignature(
  document: PdfDocument,
  identity: SigningIdentity,
  dictionary: PdfDict,
  others: (signature: PdfRef) => readonly RevisedObject[],
  stamp: Stamp | null = null,
): Promise<Uint8Array> {
  const length = contentsLength(identity, stamp !== null);
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

  const { chain, scheme, key } = identity;
  const unsigned = { chain, scheme, digest: digestOf(bytes.subarray(0, gapStart), bytes.subarray(gapEnd)) };
  const value = signWith(scheme, key, signedAttributes(unsigned));
  const timestamp = stamp === null ? null : await stamp(value);
  const content: CmsContent = { ...unsigned, signature: value, timestamp };
  const hex = encodeCms(content).toString('hex');
  if (hex.length > 2 * length) throw new RangeError('signature larger than its room');
  bytes.write(hex, gapStart + 1, 'latin1');
  return bytes;
}
