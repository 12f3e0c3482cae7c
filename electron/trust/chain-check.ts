import { X509Certificate } from 'node:crypto';
import { BitString, fromBER, Utf8String } from 'asn1js';
import { Certificate } from 'pkijs';
import type { VerdictFinding } from '#shared/domain/verdict.ts';
import { plainBytes } from './cms.ts';
import { oids } from './oids.ts';

/** The subject's common name, when the subject is that and nothing else; otherwise null. */
export function commonNameOf(der: Uint8Array): string | null {
  const [part, ...others] = Certificate.fromBER(plainBytes(der)).subject.typesAndValues;
  if (part === undefined || others.length > 0 || part.type !== oids.commonName) return null;
  return part.value instanceof Utf8String ? part.value.getValue() : null;
}

const usesP256 = (certificate: X509Certificate): boolean =>
  certificate.publicKey.asymmetricKeyType === 'ec' &&
  certificate.publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';

/** The first byte of the key usage bits; 0 where there are none. */
function keyUsageOf(certificate: Certificate): number {
  const found = certificate.extensions?.find((extension) => extension.extnID === oids.keyUsage);
  if (found === undefined) return 0;
  const bits = fromBER(plainBytes(found.extnValue.valueBlock.valueHexView)).result;
  return bits instanceof BitString ? (bits.valueBlock.valueHexView[0] ?? 0) : 0;
}

const extensionsOf = (certificate: Certificate): string =>
  (certificate.extensions ?? []).map((extension) => extension.extnID).join(' ');

const { basicConstraints, keyUsage, extendedKeyUsage, subjectKeyIdentifier, authorityKeyIdentifier } = oids;
const leafExtensions = [
  basicConstraints,
  keyUsage,
  extendedKeyUsage,
  subjectKeyIdentifier,
  authorityKeyIdentifier,
];
const rootExtensions = [basicConstraints, keyUsage, subjectKeyIdentifier];

function followsProfile(leaf: X509Certificate, root: X509Certificate): boolean {
  const leafParts = Certificate.fromBER(plainBytes(leaf.raw));
  const rootParts = Certificate.fromBER(plainBytes(root.raw));
  return (
    !leaf.ca &&
    root.ca &&
    extensionsOf(leafParts) === leafExtensions.join(' ') &&
    extensionsOf(rootParts) === rootExtensions.join(' ') &&
    keyUsageOf(leafParts) === 0xc0 &&
    keyUsageOf(rootParts) === 0x04 &&
    leaf.keyUsage?.join() === oids.documentSigning &&
    commonNameOf(leaf.raw) !== null &&
    commonNameOf(root.raw) !== null
  );
}

/**
 * Holds a signer's certificate and its root against the way Waymark makes them. Validity periods are not judged:
 * both these certificates and the claimed time come from the same unproven clock.
 */
export function checkChain(leafDer: Uint8Array, rootDer: Uint8Array): readonly VerdictFinding[] {
  const leaf = new X509Certificate(leafDer);
  const root = new X509Certificate(rootDer);
  const algorithms = [leaf, root].map((each) => Certificate.fromBER(plainBytes(each.raw)).signatureAlgorithm);
  if (!usesP256(leaf) || !usesP256(root)) return ['unsupported-algorithm'];
  if (algorithms.some((algorithm) => algorithm.algorithmId !== oids.ecdsaWithSha256))
    return ['unsupported-algorithm'];
  const chained =
    leaf.checkIssued(root) &&
    root.checkIssued(root) &&
    leaf.verify(root.publicKey) &&
    root.verify(root.publicKey);
  if (!chained) return ['certificate-chain'];
  return followsProfile(leaf, root) ? [] : ['certificate-profile'];
}
