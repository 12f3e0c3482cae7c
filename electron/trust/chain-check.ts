import { isPlainLine } from '#shared/domain/text.ts';
import type { VerdictFinding } from '#shared/domain/verdict.ts';
import type { ReadCertificate } from './certificate-reader.ts';
import { oids } from './oids.ts';
import { schemeOf } from './schemes.ts';

/** The signer's certificate first, then each one's issuer as far as they are given. */
export type Chain = readonly [ReadCertificate, ...ReadCertificate[]];
/** Made by Waymark on a device, or issued by an organisation. */
export type ChainKind = 'device' | 'organisation';

const signs = 0xc0; // digital signature, or content commitment
const issues = 0x04;

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
const followsDeviceProfile = (leaf: ReadCertificate, root: ReadCertificate): boolean =>
  [leaf, root].every((each) => usesP256(each) && each.signatureAlgorithm === oids.ecdsaWithSha256) &&
  !leaf.x509.ca &&
  root.x509.ca &&
  leaf.extensions.join() === leafExtensions &&
  root.extensions.join() === rootExtensions &&
  leaf.keyUsage === signs &&
  root.keyUsage === issues &&
  leaf.x509.keyUsage?.join() === oids.documentSigning &&
  leaf.soleCommonName !== null &&
  root.soleCommonName !== null;

/** What an organisation's certificates must allow; how they are spelt is the organisation's own affair. */
function followsOrganisationProfile([leaf, ...issuers]: Chain): boolean {
  const maySign = !leaf.extensions.includes(oids.keyUsage) || (leaf.keyUsage & signs) !== 0;
  return (
    !leaf.x509.ca &&
    maySign &&
    leaf.name !== '' &&
    issuers.every(
      ({ x509, extensions, keyUsage }) =>
        x509.ca && (!extensions.includes(oids.keyUsage) || (keyUsage & issues) !== 0),
    )
  );
}

const certificateAlgorithms: ReadonlySet<string> = new Set([
  oids.ecdsaWithSha256,
  oids.ecdsaWithSha384,
  oids.ecdsaWithSha512,
  oids.rsaWithSha256,
  oids.rsaWithSha384,
  oids.rsaWithSha512,
  oids.rsaPss,
]);

const isIssued = (certificate: ReadCertificate, issuer: ReadCertificate): boolean =>
  certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey);

/** Whether it was issued by itself, as every root is. */
export const isRoot = (certificate: ReadCertificate): boolean => isIssued(certificate, certificate);

/** Made by Waymark: a signer's certificate and its device's root, spelt exactly as Waymark spells them. */
export function chainKind(chain: Chain): ChainKind {
  const [leaf, root, ...more] = chain;
  const isOurs = root !== undefined && more.length === 0 && followsDeviceProfile(leaf, root) && isRoot(root);
  return isOurs ? 'device' : 'organisation';
}

/**
 * Holds a signer's certificates against the way Waymark makes them, or else against what an organisation's must
 * allow. Validity periods are not judged here: they and the claimed time come from unproven clocks; the verifier
 * remarks on what does not fit.
 */
export function checkChain(chain: Chain): readonly VerdictFinding[] {
  if (!chain.every((each) => schemeOf(each.x509.publicKey) !== undefined)) return ['unsupported-algorithm'];
  // A name with a line end or a change of direction in it could be read as something else.
  if (!chain.every(({ name }) => isPlainLine(name))) return ['certificate-profile'];
  if (!chain.every((each) => certificateAlgorithms.has(each.signatureAlgorithm)))
    return ['unsupported-algorithm'];
  const linked = chain.every((each, index) => {
    const issuer = chain[index + 1];
    return issuer === undefined || isIssued(each, issuer);
  });
  // A chain of one is what its root would be for: it vouches for itself, or its issuer was left out.
  if (!linked) return ['certificate-chain'];
  if (chainKind(chain) === 'device' || followsOrganisationProfile(chain)) return [];
  return ['certificate-profile'];
}
