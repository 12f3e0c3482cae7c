import type { VerdictFinding } from '#shared/domain/verdict.ts';
import type { ReadCertificate } from './certificate-reader.ts';
import { oids } from './oids.ts';

const usesP256 = ({ x509: { publicKey } }: ReadCertificate): boolean =>
  publicKey.asymmetricKeyType === 'ec' && publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';

const rootExtensions = [oids.basicConstraints, oids.keyUsage, oids.subjectKeyIdentifier].join();
const leafExtensions = [
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
].join();

/** A leaf that may sign documents and nothing else, and a root that may issue certificates and nothing else. */
const followsProfile = (leaf: ReadCertificate, root: ReadCertificate): boolean =>
  !leaf.x509.ca &&
  root.x509.ca &&
  leaf.extensions.join() === leafExtensions &&
  root.extensions.join() === rootExtensions &&
  leaf.keyUsage === 0xc0 &&
  root.keyUsage === 0x04 &&
  leaf.x509.keyUsage?.join() === oids.documentSigning &&
  leaf.commonName !== null &&
  root.commonName !== null;

const isIssued = (certificate: ReadCertificate, issuer: ReadCertificate): boolean =>
  certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey);

/**
 * Holds a signer's certificate and its root against the way Waymark makes them. Validity periods are not judged:
 * both these certificates and the claimed time come from the same unproven clock.
 */
export function checkChain(leaf: ReadCertificate, root: ReadCertificate): readonly VerdictFinding[] {
  const both = [leaf, root];
  if (!both.every((each) => usesP256(each) && each.signatureAlgorithm === oids.ecdsaWithSha256))
    return ['unsupported-algorithm'];
  if (!isIssued(leaf, root) || !isIssued(root, root)) return ['certificate-chain'];
  return followsProfile(leaf, root) ? [] : ['certificate-profile'];
}
