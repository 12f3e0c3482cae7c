import { createHash } from 'node:crypto';
import { Set as Asn1Set, type Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { oids } from './oids.ts';

/** Everything a signature consists of. The rest of its bytes follows from these. */
export type CmsContent = {
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  /** SHA-256 of the signed bytes. */
  readonly digest: Uint8Array;
  /** ECDSA over `signedAttributes`, DER. */
  readonly signature: Uint8Array;
};

/** A copy in a buffer of its own, which is what the ASN.1 libraries ask for. */
export const plainBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: plainBytes(bytes).buffer });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** DER orders the members of a set by their bytes. */
const inDerOrder = <T>(items: readonly T[], encode: (item: T) => ArrayBuffer): T[] =>
  items.toSorted((a, b) => Buffer.compare(Buffer.from(encode(a)), Buffer.from(encode(b))));

/**
 * The signed attributes of PAdES baseline B, exactly: content type, message digest and signing certificate. The
 * last names the leaf and, so that no byte of the chain is left unbound, the root. Signing time is forbidden there.
 */
function attributesFor({ leaf, root, digest }: Omit<CmsContent, 'signature'>): Attribute[] {
  const named = [leaf, root].map((certificate) => new Sequence({ value: [octets(hashOf(certificate))] }));
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [octets(digest)] }),
    new Attribute({
      type: oids.signingCertificateV2,
      values: [new Sequence({ value: [new Sequence({ value: named })] })],
    }),
  ];
  return inDerOrder(attributes, (attribute) => attribute.toSchema().toBER());
}

/** What is signed: the attributes as a DER set. */
export const signedAttributes = (content: Omit<CmsContent, 'signature'>): Buffer =>
  Buffer.from(
    new Asn1Set({ value: attributesFor(content).map((attribute) => attribute.toSchema()) }).toBER(),
  );

/**
 * The one and only way Waymark spells a detached CMS signature, in DER. The verifier rebuilds it from its contents
 * and compares, so nothing can be added, left out or spelt otherwise.
 */
export function encodeCms(content: CmsContent): Buffer {
  const sha256 = () => new AlgorithmIdentifier({ algorithmId: oids.sha256 });
  const leaf = Certificate.fromBER(plainBytes(content.leaf));
  const root = Certificate.fromBER(plainBytes(content.root));
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: inDerOrder([leaf, root], (certificate) => certificate.toSchema().toBER()),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber as Integer }),
        digestAlgorithm: sha256(),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesFor(content) }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 }),
        signature: octets(content.signature),
      }),
    ],
  });
  const info = new ContentInfo({ contentType: oids.signedData, content: signedData.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}
