import type { SignerCertificates } from '../services/ports/trust.ts';
import { readCertificate } from './certificate-reader.ts';
import { type Chain, chainKind, checkChain } from './chain-check.ts';
import { certificateDer } from './pem.ts';

/**
 * Whose certificates these are: only what a chain that holds from the first to the last says. Null for any other.
 * @param certificates PEM, leaf first
 */
export function readSignerCertificates(certificates: readonly string[]): SignerCertificates | null {
  try {
    const [leaf, ...issuers] = certificates.map((pem) => readCertificate(certificateDer(pem)));
    if (leaf === undefined) return null;
    const chain: Chain = [leaf, ...issuers];
    if (checkChain(chain).length > 0) return null;
    const last = issuers.at(-1) ?? leaf;
    return {
      name: leaf.name,
      issuer: last.name,
      kind: chainKind(chain),
      certificate: leaf.sha256,
      root: last.sha256,
      validFrom: new Date(leaf.x509.validFrom).toISOString(),
      validTo: new Date(leaf.x509.validTo).toISOString(),
    };
  } catch {
    // They may come from anybody: whatever is wrong with them, they say nothing.
    return null;
  }
}
