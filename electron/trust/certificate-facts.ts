import type { CertificateFacts } from '#shared/domain/signing-keys.ts';
import { readCertificate } from './certificate-reader.ts';
import { certificateDer } from './pem.ts';

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Whose a certificate is, who issued it, and for how long. @param certificates PEM, leaf first. */
export function certificateFacts(certificates: readonly string[]): CertificateFacts {
  const [leaf, ...issuers] = certificates.map((pem) => readCertificate(certificateDer(pem)));
  if (leaf === undefined) throw new TypeError('no certificate');
  const { publicKey, validFrom, validTo, issuer } = leaf.x509;
  const { modulusLength, namedCurve = '' } = publicKey.asymmetricKeyDetails ?? {};
  const named = /(?:^|\n)CN=(.*)/.exec(issuer)?.[1] ?? /(?:^|\n)O=(.*)/.exec(issuer)?.[1] ?? issuer;
  return {
    name: leaf.name,
    issuer: issuers[0]?.name ?? named,
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
    algorithm:
      modulusLength === undefined ? `EC ${curves[namedCurve] ?? namedCurve}` : `RSA ${modulusLength}`,
    certificate: leaf.sha256,
  };
}
