import type { ReadCertificate } from './certificate-reader.ts';
import { der, derOctets, derOid, derSequence, derSet, derSmallInteger } from './der.ts';
import { digestOf } from './digest.ts';
import { oids } from './oids.ts';
import { type Scheme, schemeIdentifiers } from './schemes.ts';

type Leaf = Pick<ReadCertificate, 'der' | 'issuer' | 'serial'>;

/** Everything a signature consists of. The rest of its bytes follows from these. */
export type CmsContent = {
  /** The signer's certificate, then each one's issuer as far as they are given. */
  readonly chain: readonly [Leaf, ...Pick<ReadCertificate, 'der'>[]];
  readonly scheme: Scheme;
  /** SHA-256 of the signed bytes. */
  readonly digest: Uint8Array;
  /** Over `signedAttributes`. */
  readonly signature: Uint8Array;
  /** An RFC 3161 token over the signature, DER; null where there is none. */
  readonly timestamp: Uint8Array | null;
};
type Signed = Pick<CmsContent, 'chain' | 'digest'>;

const data = derOid(oids.data);
const sha256 = derSequence(derOid(oids.sha256));
const attribute = (oid: string, value: Uint8Array) => derSequence(derOid(oid), derSet([value]));

/**
 * The signed attributes of PAdES baseline B, exactly: content type, message digest and signing certificate. The
 * last names the signer's and, so that no byte of the chain is left unbound, every other certificate. Signing time
 * is forbidden there.
 */
function attributesOf({ chain, digest }: Signed): readonly Uint8Array[] {
  const named = chain.map((certificate) => derSequence(derOctets(digestOf(certificate.der))));
  return [
    attribute(oids.contentType, data),
    attribute(oids.messageDigest, derOctets(digest)),
    attribute(oids.signingCertificateV2, derSequence(derSequence(...named))),
  ];
}

/** What is signed: the attributes as a DER set. */
export const signedAttributes = (content: Signed): Buffer => derSet(attributesOf(content));

/**
 * The one and only way Waymark spells a detached CMS signature (RFC 5652), in DER. The verifier rebuilds it from
 * its contents and compares, so nothing can be added, left out or spelt otherwise.
 */
export function encodeCms(content: CmsContent): Buffer {
  const { chain, scheme, signature, timestamp } = content;
  const [leaf] = chain;
  const signer = derSequence(
    derSmallInteger(1),
    derSequence(leaf.issuer, leaf.serial),
    sha256,
    derSet(attributesOf(content), 0xa0),
    schemeIdentifiers[scheme],
    derOctets(signature),
    ...(timestamp === null ? [] : [derSet([attribute(oids.timestampToken, timestamp)], 0xa1)]),
  );
  const signedData = derSequence(
    derSmallInteger(1),
    derSet([sha256]),
    derSequence(data),
    derSet(
      chain.map((certificate) => certificate.der),
      0xa0,
    ),
    derSet([signer]),
  );
  return derSequence(derOid(oids.signedData), der(0xa0, signedData));
}
