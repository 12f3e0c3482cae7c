import { X509Certificate } from 'node:crypto';
import { fromBER, OctetString } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import type { VerdictFinding } from '#shared/domain/verdict.ts';
import { checkChain } from './chain-check.ts';
import { type CmsContent, encodeCms, plainBytes, signedAttributes } from './cms.ts';
import { verifyEcdsa } from './ecdsa.ts';
import { oids } from './oids.ts';

export type CmsJudgement = {
  /** Certificates as DER; null where the signature is too malformed to tell. */
  readonly chain: { readonly leaf: Uint8Array; readonly root: Uint8Array } | null;
  readonly findings: readonly VerdictFinding[];
};

const maxLength = 64 * 1024;

/** The leading ASN.1 value, when all that follows it is zeros. */
function unpad(contents: Uint8Array): Uint8Array | undefined {
  if (contents.length > maxLength) return undefined;
  const { offset } = fromBER(plainBytes(contents));
  if (offset <= 0 || contents.subarray(offset).some((byte) => byte !== 0)) return undefined;
  return contents.subarray(0, offset);
}

const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema().toBER());

/** Which of the two certificates the signer's identifier names. */
function chainOf(signedData: SignedData, signer: SignerInfo): CmsJudgement['chain'] {
  const certificates = (signedData.certificates ?? []).filter((each) => each instanceof Certificate);
  const { sid } = signer;
  if (certificates.length !== 2 || !(sid instanceof IssuerAndSerialNumber)) return null;
  const leaf = certificates.find(
    (each) => each.issuer.isEqual(sid.issuer) && each.serialNumber.isEqual(sid.serialNumber),
  );
  const root = certificates.find((each) => each !== leaf);
  return leaf === undefined || root === undefined ? null : { leaf: derOf(leaf), root: derOf(root) };
}

function digestOf(signer: SignerInfo): Uint8Array | undefined {
  const found = signer.signedAttrs?.attributes.find((attribute) => attribute.type === oids.messageDigest);
  const [value] = found?.values ?? [];
  return value instanceof OctetString ? value.valueBlock.valueHexView : undefined;
}

function judge(cms: Uint8Array, digest: Uint8Array): CmsJudgement {
  const malformed: CmsJudgement = { chain: null, findings: ['malformed-signature'] };
  const info = ContentInfo.fromBER(plainBytes(cms));
  if (info.contentType !== oids.signedData) return malformed;
  const signedData = new SignedData({ schema: info.content });
  const [signer, ...others] = signedData.signerInfos;
  if (signer === undefined || others.length > 0) return malformed;
  const chain = chainOf(signedData, signer);
  const stated = digestOf(signer);
  if (chain === null || stated === undefined) return malformed;
  if (
    signer.digestAlgorithm.algorithmId !== oids.sha256 ||
    signer.signatureAlgorithm.algorithmId !== oids.ecdsaWithSha256
  )
    return { chain, findings: ['unsupported-algorithm'] };
  const content: CmsContent = {
    ...chain,
    digest: stated,
    signature: signer.signature.valueBlock.valueHexView,
  };
  if (!encodeCms(content).equals(cms)) return { chain, findings: ['malformed-signature'] };
  const findings: VerdictFinding[] = [...checkChain(chain.leaf, chain.root)];
  if (!Buffer.from(stated).equals(digest)) findings.push('content-digest-mismatch');
  const { publicKey } = new X509Certificate(chain.leaf);
  if (!verifyEcdsa(publicKey, signedAttributes(content), content.signature))
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
    const cms = unpad(contents);
    if (cms !== undefined) return judge(cms, digest);
  } catch {
    // The ASN.1 libraries throw errors of many kinds at malformed input; all of them mean the same.
  }
  return { chain: null, findings: ['malformed-signature'] };
}
