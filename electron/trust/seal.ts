import type { KeyObject } from 'node:crypto';
import { readCertificate } from './certificate-reader.ts';
import { certificateDer } from './pem.ts';
import { schemeOf, signWith, verifyWith } from './schemes.ts';

/** Signs the text's UTF-8 bytes with SHA-256 and the key's own way of signing; base64 (of the DER for ECDSA). */
export function sealText(key: KeyObject, text: string): string {
  const scheme = schemeOf(key);
  if (scheme === undefined) throw new TypeError('key of another kind');
  return signWith(scheme, key, Buffer.from(text, 'utf8')).toString('base64');
}

/** Whether `signature` is a seal over exactly this text by the key of the certificate `leafPem`. Never throws. */
export function verifySeal(text: string, signature: string, leafPem: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64');
    if (bytes.toString('base64') !== signature) return false;
    // Read as everything else here reads it, so that nobody is shown another certificate than the one that was used.
    const { publicKey } = readCertificate(certificateDer(leafPem)).x509;
    const scheme = schemeOf(publicKey);
    return scheme !== undefined && verifyWith(scheme, publicKey, Buffer.from(text, 'utf8'), bytes);
  } catch {
    return false;
  }
}
