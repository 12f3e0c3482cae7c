import { OctetString } from 'asn1js';
import type { VerdictFinding } from '#shared/domain/verdict.ts';
import { type Asn1, childrenOf, descend, oidOf, rawOf, readAsn1 } from './asn1-tree.ts';
import { type ReadCertificate, readCertificate } from './certificate-reader.ts';
import { type Chain, checkChain } from './chain-check.ts';
import { type CmsContent, encodeCms, signedAttributes } from './cms.ts';
import { derSequence } from './der.ts';
import { oids } from './oids.ts';
import { schemeByOid, verifyWith } from './schemes.ts';
import { readTimestamp, type Timestamp } from './timestamp-token.ts';

export type CmsJudgement = {
  /** Null where the signature is too malformed to tell. */
  readonly chain: Chain | null;
  readonly timestamp: Timestamp | null;
  readonly findings: readonly VerdictFinding[];
};

const maxLength = 128 * 1024;
const maxCertificates = 6;

/** The certificate the signer's identifier names, and after it each one's issuer; every one given must be part of it. */
function chainOf(certificates: readonly Asn1[], identifier: Asn1 | undefined): Chain | null {
  if (certificates.length > maxCertificates || identifier === undefined) return null;
  const read = certificates.map((certificate) => readCertificate(rawOf(certificate)));
  const leaf = read.find((each) => derSequence(each.issuer, each.serial).equals(rawOf(identifier)));
  if (leaf === undefined) return null;
  const chain: [ReadCertificate, ...ReadCertificate[]] = [leaf];
  let rest = read.filter((each) => each !== leaf);
  while (rest.length > 0) {
    const last = chain.at(-1) ?? leaf;
    const next =
      rest.find((each) => last.x509.checkIssued(each.x509)) ?? (rest.length === 1 ? rest[0] : null);
    if (next === undefined || next === null) return null;
    chain.push(next);
    rest = rest.filter((each) => each !== next);
  }
  return chain;
}

const octetsOf = (value: Asn1 | undefined): Uint8Array | undefined =>
  value instanceof OctetString ? value.valueBlock.valueHexView : undefined;

function judge(cms: Uint8Array, tree: Asn1, digest: Uint8Array): CmsJudgement {
  const [, , , certificates, signers] = childrenOf(descend(tree, 1, 0));
  const [, identifier, digestAlgorithm, attributes, signatureAlgorithm, signatureValue, unsigned] =
    childrenOf(descend(signers, 0));
  const chain = chainOf(childrenOf(certificates), identifier);
  const stated = childrenOf(attributes).find((each) => oidOf(descend(each, 0)) === oids.messageDigest);
  const statedDigest = octetsOf(descend(stated, 1, 0));
  const signature = octetsOf(signatureValue);
  if (chain === null || statedDigest === undefined || signature === undefined)
    return { chain, timestamp: null, findings: ['malformed-signature'] };
  const scheme = schemeByOid.get(oidOf(descend(signatureAlgorithm, 0)));
  if (scheme === undefined || oidOf(descend(digestAlgorithm, 0)) !== oids.sha256)
    return { chain, timestamp: null, findings: ['unsupported-algorithm'] };

  const token = descend(unsigned, 0, 1, 0);
  const content: CmsContent = {
    chain,
    scheme,
    digest: statedDigest,
    signature,
    timestamp: token === undefined ? null : rawOf(token),
  };
  if (!encodeCms(content).equals(cms)) return { chain, timestamp: null, findings: ['malformed-signature'] };
  const findings: VerdictFinding[] = [...checkChain(chain)];
  if (!Buffer.from(statedDigest).equals(digest)) findings.push('content-digest-mismatch');
  if (!verifyWith(scheme, chain[0].x509.publicKey, signedAttributes(content), signature))
    findings.push('signature-mismatch');
  const timestamp = content.timestamp === null ? null : readTimestamp(content.timestamp, signature);
  if (timestamp === 'invalid') findings.push('timestamp');
  return { chain, timestamp: timestamp === 'invalid' ? null : timestamp, findings };
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
  return { chain: null, timestamp: null, findings: ['malformed-signature'] };
}
