import { type KeyObject, X509Certificate } from 'node:crypto';
import { signEcdsa, verifyEcdsa } from './ecdsa.ts';

/** Signs the text's UTF-8 bytes with ECDSA P-256 and SHA-256; base64 of the DER. */
export const sealText = (key: KeyObject, text: string): string =>
  signEcdsa(key, Buffer.from(text, 'utf8')).toString('base64');

/** Whether `signature` is a seal over exactly this text by the key of the certificate `leafPem`. Never throws. */
export function verifySeal(text: string, signature: string, leafPem: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64');
    if (bytes.toString('base64') !== signature) return false;
    return verifyEcdsa(new X509Certificate(leafPem).publicKey, Buffer.from(text, 'utf8'), bytes);
  } catch {
    return false;
  }
}
