import type { KeyObject } from 'node:crypto';
import { failure } from '#shared/domain/failure.ts';
import type { ReadCertificate } from './certificate-reader.ts';
import { type Chain, checkChain } from './chain-check.ts';
import { certificatePem } from './pem.ts';
import { readKeyFile } from './pkcs12/read-key-file.ts';
import { schemeOf } from './schemes.ts';
import { wrapBare } from './wrapped-key.ts';

/** A key of an organisation, ready to be kept as a signer of the vault's owner. */
export type ImportedKey = { readonly certificates: readonly string[]; readonly wrappedKey: string };

const maxCertificates = 6;
const day = 24 * 60 * 60 * 1000; // milliseconds

/** The certificate of one of the keys, and after it each issuer that came with it. */
function chainFor(key: KeyObject, certificates: readonly ReadCertificate[]): Chain | undefined {
  const leaf = certificates.find(({ x509 }) => x509.checkPrivateKey(key));
  if (leaf === undefined) return undefined;
  const chain: [ReadCertificate, ...ReadCertificate[]] = [leaf];
  for (;;) {
    const last = chain.at(-1) ?? leaf;
    const issuer = certificates.find((each) => !chain.includes(each) && last.x509.checkIssued(each.x509));
    if (issuer === undefined || chain.length === maxCertificates) return chain;
    chain.push(issuer);
  }
}

/**
 * Takes the signing key out of an organisation's key file. Fails with KEY_FILE.
 * @param now a certificate that is not valid now is refused as expired.
 */
export async function importKey(file: Uint8Array, password: string, now: Date): Promise<ImportedKey> {
  const { keys, certificates } = await readKeyFile(file, password);
  const [found] = keys.flatMap((key) => {
    const chain = chainFor(key, certificates);
    return chain === undefined ? [] : [{ key, chain }];
  });
  if (found === undefined) throw failure('KEY_FILE', { why: 'no-key' });
  const { key, chain } = found;
  // RSA-PSS is verified, but too many readers of PDFs call it invalid for anybody to sign with it.
  if (key.asymmetricKeyType === 'rsa-pss') throw failure('KEY_FILE', { why: 'rsa-pss' });
  if (schemeOf(key) === undefined || checkChain(chain).length > 0)
    throw failure('KEY_FILE', { why: 'unsupported' });
  const { validFrom, validTo } = chain[0].x509;
  // Clocks differ: a certificate issued a moment ago is not from the future.
  const begun = now.getTime() + day >= Date.parse(validFrom);
  if (!begun || now.getTime() > Date.parse(validTo)) throw failure('KEY_FILE', { why: 'expired' });
  return { certificates: chain.map(({ der }) => certificatePem(der)), wrappedKey: wrapBare(key) };
}
