import type { ReadCertificate } from './certificate-reader.ts';
import { der, derOctets, derOid, derSequence, derSet, derSmallInteger } from './der.ts';
import { digestOf } from './digest.ts';
import { oids } from './oids.ts';

/** Everything a signature consists of. The rest of its bytes follows from these. */
export type CmsContent = {
  readonly leaf: Pick<ReadCertificate, 'der' | 'issuer' | 'serial'>;
  readonly root: Pick<ReadCertificate, 'der'>;
  /** SHA-256 of the signed bytes. */
  readonly digest: Uint8Array;
  /** ECDSA over `signedAttributes`, DER. */
  readonly signature: Uint8Array;
};

const data = derOid(oids.data);
const sha256 = derSequence(derOid(oids.sha256));
const ecdsaWithSha256 = derSequence(derOid(oids.ecdsaWithSha256));
const attribute = (oid: string, value: Uint8Array) => derSequence(derOid(oid), derSet([value]));

/**
 * The signed attributes of PAdES baseline B, exactly: content type, message digest and signing certificate. The
 * last names the leaf and, so that no byte of the chain is left unbound, the root. Signing time is forbidden there.
 */
function attributesOf({ leaf, root, digest }: Omit<CmsContent, 'signature'>): readonly Uint8Array[] {
  const named = [leaf, root].map((certificate) => derSequence(derOctets(digestOf(certificate.der))));
  return [
    attribute(oids.contentType, data),
    attribute(oids.messageDigest, derOctets(digest)),
    attribute(oids.signingCertificateV2, derSequence(derSequence(...named))),
  ];
}

/** What is signed: the attributes as a DER set. */
export const signedAttributes = (content: Omit<CmsContent, 'signature'>): Buffer =>
  derSet(attributesOf(content));

/**
 * The one and only way Waymark spells a detached CMS signature (RFC 5652), in DER. The verifier rebuilds it from
 * its contents and compares, so nothing can be added, left out or spelt otherwise.
 */
export function encodeCms(content: CmsContent): Buffer {
  const { leaf, root, signature } = content;
  const signer = derSequence(
    derSmallInteger(1),
    derSequence(leaf.issuer, leaf.serial),
    sha256,
    derSet(attributesOf(content), 0xa0),
    ecdsaWithSha256,
    derOctets(signature),
  );
  const signedData = derSequence(
    derSmallInteger(1),
    derSet([sha256]),
    derSequence(data),
    derSet([leaf.der, root.der], 0xa0),
    derSet([signer]),
  );
  return derSequence(derOid(oids.signedData), der(0xa0, signedData));
}
