import { OctetString } from 'asn1js';
import type { VerdictFinding } from '#shared/domain/verdict.ts';
import { type Asn1, childrenOf, descend, oidOf, rawOf, readAsn1 } from './asn1-tree.ts';
import { type ReadCertificate, readCertificate } from './certificate-reader.ts';
import { checkChain } from './chain-check.ts';
import { type CmsContent, encodeCms, signedAttributes } from './cms.ts';
import { derSequence } from './der.ts';
import { verifyEcdsa } from './ecdsa.ts';
import { oids } from './oids.ts';

export type Chain = { readonly leaf: ReadCertificate; readonly root: ReadCertificate };
export type CmsJudgement = {
  /** Null where the signature is too malformed to tell. */
  readonly chain: Chain | null;
  readonly findings: readonly VerdictFinding[];
};

const maxLength = 64 * 1024;

/** Which of exactly two certificates the signer's identifier names. */
function chainOf(certificates: readonly Asn1[], identifier: Asn1 | undefined): Chain | null {
  if (certificates.length !== 2 || identifier === undefined) return null;
  const read = certificates.map((certificate) => readCertificate(rawOf(certificate)));
  const leaf = read.find((each) => derSequence(each.issuer, each.serial).equals(rawOf(identifier)));
  const root = read.find((each) => each !== leaf);
  return leaf === undefined || root === undefined ? null : { leaf, root };
}

const octetsOf = (value: Asn1 | undefined): Uint8Array | undefined =>
  value instanceof OctetString ? value.valueBlock.valueHexView : undefined;

function judge(cms: Uint8Array, tree: Asn1, digest: Uint8Array): CmsJudgement {
  const [, , , certificates, signers] = childrenOf(descend(tree, 1, 0));
  const [, identifier, digestAlgorithm, attributes, signatureAlgorithm, signatureValue] = childrenOf(
    descend(signers, 0),
  );
  const chain = chainOf(childrenOf(certificates), identifier);
  const stated = childrenOf(attributes).find((each) => oidOf(descend(each, 0)) === oids.messageDigest);
  const statedDigest = octetsOf(descend(stated, 1, 0));
  const signature = octetsOf(signatureValue);
  if (chain === null || statedDigest === undefined || signature === undefined)
    return { chain, findings: ['malformed-signature'] };
  const algorithms = [digestAlgorithm, signatureAlgorithm].map((algorithm) => oidOf(descend(algorithm, 0)));
  if (algorithms.join() !== [oids.sha256, oids.ecdsaWithSha256].join())
    return { chain, findings: ['unsupported-algorithm'] };

  const content: CmsContent = { ...chain, digest: statedDigest, signature };
  if (!encodeCms(content).equals(cms)) return { chain, findings: ['malformed-signature'] };
  const findings: VerdictFinding[] = [...checkChain(chain.leaf, chain.root)];
  if (!Buffer.from(statedDigest).equals(digest)) findings.push('content-digest-mismatch');
  if (!verifyEcdsa(chain.leaf.x509.publicKey, signedAttributes(content), signature))
    findings.push('signature-mismatch');
  return { chain, findings };
}

/**
 * Judges a detached CMS signature against Waymark's own profile: its contents are read, written again the one way we
 * write them, and must come out byte for byte the same; then certificates, digest and signature are checked.
 * @param contents the signature with its zero padding
 * @param digest SHA-256 of the bytes it should cover
 */
export function checkCms(contents: Uint8Array, digest: Uint8Array): CmsJudgement {
  try {
    const read = contents.length > maxLength ? undefined : readAsn1(contents);
    if (read !== undefined && contents.subarray(read.length).every((byte) => byte === 0))
      return judge(contents.subarray(0, read.length), read.value, digest);
  } catch {
    // The ASN.1 and certificate readers throw errors of many kinds at malformed input; all of them mean the same.
  }
  return { chain: null, findings: ['malformed-signature'] };
}
