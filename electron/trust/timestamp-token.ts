import { createHash, type KeyObject, verify } from 'node:crypto';
import { GeneralizedTime, Integer, OctetString } from 'asn1js';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type Asn1, childrenOf, descend, oidOf, rawOf, readAsn1 } from './asn1-tree.ts';
import { type ReadCertificate, readCertificate } from './certificate-reader.ts';
import { derSequence } from './der.ts';
import { oids } from './oids.ts';
import { schemeOf } from './schemes.ts';

/** What a timestamp says: when a service saw the signature, and which service. */
export type Timestamp = {
  /** ISO, UTC. */
  readonly at: string;
  /** As in the service's certificate. */
  readonly authority: string;
  /** SHA-256 of the service's certificate. */
  readonly certificate: Sha256;
};

const hashNames: Readonly<Record<string, string>> = {
  [oids.sha256]: 'sha256',
  [oids.sha384]: 'sha384',
  [oids.sha512]: 'sha512',
};
const signatureHashes: Readonly<Record<string, string>> = {
  [oids.ecdsaWithSha256]: 'sha256',
  [oids.ecdsaWithSha384]: 'sha384',
  [oids.ecdsaWithSha512]: 'sha512',
  [oids.rsaWithSha256]: 'sha256',
  [oids.rsaWithSha384]: 'sha384',
  [oids.rsaWithSha512]: 'sha512',
};

const octetsOf = (value: Asn1 | undefined): Uint8Array | undefined =>
  value instanceof OctetString ? Uint8Array.from(value.valueBlock.valueHexView) : undefined;

function attributeOf(attributes: Asn1 | undefined, oid: string): Asn1 | undefined {
  const found = childrenOf(attributes).filter((each) => oidOf(descend(each, 0)) === oid);
  return found.length === 1 ? descend(found[0], 1, 0) : undefined;
}

/** The service's own certificate is named in what it signed: by SHA-256 or a stronger one, or by SHA-1 in the older form. */
function isNamed(attributes: Asn1 | undefined, certificate: ReadCertificate): boolean {
  const matches = (value: Asn1 | undefined, hash: string) =>
    octetsOf(value)?.toString() ===
    Uint8Array.from(createHash(hash).update(certificate.der).digest()).toString();
  const newer = descend(attributeOf(attributes, oids.signingCertificateV2), 0, 0);
  if (newer !== undefined) {
    const [first, second] = childrenOf(newer);
    if (first instanceof OctetString) return matches(first, 'sha256');
    const hash = hashNames[oidOf(descend(first, 0))];
    return hash !== undefined && matches(second, hash);
  }
  return matches(descend(attributeOf(attributes, oids.signingCertificate), 0, 0, 0), 'sha1');
}

function isSignedBy(
  key: KeyObject,
  algorithm: string,
  digestName: string,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (schemeOf(key) === undefined) return false;
  const hash = algorithm === oids.rsaEncryption ? digestName : signatureHashes[algorithm];
  const isEc = key.asymmetricKeyType === 'ec';
  const fits = algorithm === oids.rsaEncryption || algorithm.startsWith('1.2.840.113549.') ? !isEc : isEc;
  return hash !== undefined && fits && verify(hash, data, key, signature);
}

/** The hash, and the time, of what the service stamped. */
function infoOf(content: Uint8Array) {
  const read = readAsn1(content);
  if (read?.length !== content.length) return undefined;
  const [version, , imprint, , moment] = childrenOf(read.value);
  if (!(version instanceof Integer) || !(moment instanceof GeneralizedTime)) return undefined;
  const hash = hashNames[oidOf(descend(imprint, 0, 0))];
  const stamped = octetsOf(descend(imprint, 1));
  if (hash === undefined || stamped === undefined) return undefined;
  return { hash, stamped, at: moment.toDate().toISOString() };
}

function judge(token: Uint8Array, stamped: Uint8Array): Timestamp | 'invalid' {
  const read = readAsn1(token);
  if (read?.length !== token.length || oidOf(descend(read.value, 0)) !== oids.signedData) return 'invalid';
  const parts = childrenOf(descend(read.value, 1, 0));
  const [, , encapsulated, certificates] = parts;
  const signers = childrenOf(parts.at(-1));
  const content = octetsOf(descend(encapsulated, 1, 0));
  const [, identifier, digestAlgorithm, attributes, signatureAlgorithm, signatureValue] = childrenOf(
    signers[0],
  );
  const signature = octetsOf(signatureValue);
  if (
    signers.length !== 1 ||
    oidOf(descend(encapsulated, 0)) !== oids.timestampInfo ||
    content === undefined ||
    identifier === undefined ||
    attributes === undefined ||
    signature === undefined
  )
    return 'invalid';
  const info = infoOf(content);
  const digestName = hashNames[oidOf(descend(digestAlgorithm, 0))];
  const service = childrenOf(certificates)
    .map((each) => readCertificate(rawOf(each)))
    .find((each) => derSequence(each.issuer, each.serial).equals(rawOf(identifier)));
  if (info === undefined || digestName === undefined || service === undefined) return 'invalid';
  const digest = createHash(digestName).update(content).digest();
  // The attributes are signed as a set; in the token they carry another tag.
  const signed = Buffer.from(rawOf(attributes));
  signed[0] = 0x31;
  const holds =
    createHash(info.hash).update(stamped).digest().equals(info.stamped) &&
    oidOf(attributeOf(attributes, oids.contentType)) === oids.timestampInfo &&
    digest.equals(octetsOf(attributeOf(attributes, oids.messageDigest)) ?? Buffer.alloc(0)) &&
    isNamed(attributes, service) &&
    service.x509.keyUsage?.join() === oids.timeStamping &&
    isSignedBy(service.x509.publicKey, oidOf(descend(signatureAlgorithm, 0)), digestName, signed, signature);
  return holds ? { at: info.at, authority: service.name, certificate: service.sha256 } : 'invalid';
}

/**
 * Judges an RFC 3161 token: it must be a service's signature, with a certificate made for timestamps, over the SHA-2
 * of exactly these bytes.
 * @param stamped the signature the token is for
 */
export function readTimestamp(token: Uint8Array, stamped: Uint8Array): Timestamp | 'invalid' {
  try {
    return judge(token, stamped);
  } catch {
    return 'invalid';
  }
}

/** What a token says, unjudged; undefined where it cannot be read. */
export function timestampInfo(token: Uint8Array): Asn1 | undefined {
  const content = octetsOf(descend(readAsn1(token)?.value, 1, 0, 2, 1, 0));
  return content === undefined ? undefined : readAsn1(content)?.value;
}
