import { createPrivateKey } from 'node:crypto';
import type { DeviceRoot, Signer, SignerRecord, Signers } from '../services/ports.ts';
import type { SigningIdentity } from './append-signature.ts';
import { certificateFacts } from './certificate-facts.ts';
import { type ReadCertificate, readCertificate } from './certificate-reader.ts';
import { newRootCertificate, newSignerCertificate } from './certificates.ts';
import { sha256Of } from './digest.ts';
import { importKey } from './imported-key.ts';
import { certificateDer, certificatePem } from './pem.ts';
import { schemeOf } from './schemes.ts';
import { sealText, verifySeal } from './seal.ts';
import { signPdf } from './sign-pdf.ts';
import { readSignerCertificates } from './signer-certificates.ts';
import { unwrapKey, wrapBare, wrapWithPassphrase } from './wrapped-key.ts';

function chainOf(
  record: Pick<SignerRecord, 'certificates'>,
): readonly [ReadCertificate, ...ReadCertificate[]] {
  const [leaf, ...issuers] = record.certificates.map((pem) => readCertificate(certificateDer(pem)));
  if (leaf === undefined) throw new TypeError('signer without certificates');
  return [leaf, ...issuers];
}

async function newRoot(ownerName: string): Promise<DeviceRoot> {
  const { certificate, key } = newRootCertificate(ownerName);
  const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { id: 'root', certificate: certificatePem(certificate), key: pem };
}

const newSigner: Signers['newSigner'] = async ({ root, passphrase, now, ...person }) => {
  const issuer = { certificate: certificateDer(root.certificate), key: createPrivateKey(root.key) };
  const { certificate, key } = newSignerCertificate(person.name, issuer, now);
  return {
    ...person,
    certificates: [certificatePem(certificate), root.certificate],
    wrappedKey: passphrase === null ? wrapBare(key) : await wrapWithPassphrase(key, person.id, passphrase),
    createdAt: now.toISOString(),
  };
};

async function open(record: SignerRecord, passphrase: string | null): Promise<Signer> {
  const key = await unwrapKey(record.wrappedKey, record.id, passphrase);
  const chain = chainOf(record);
  const scheme = schemeOf(key);
  if (scheme === undefined) throw new TypeError('signer with a key of another kind');
  const identity: SigningIdentity = { name: chain[0].name, key, chain, scheme };
  return {
    record,
    seal: async (text) => sealText(key, text),
    signPdf: async (pdf, details, stamp) => signPdf(pdf, identity, details, stamp),
  };
}

/** Keys, certificates, seals and PDF signatures, all made on this device. */
export const createSigners = (): Signers => ({
  newRoot,
  newSigner,
  certificateHash: ({ certificates: [leaf = ''] }) => sha256Of(certificateDer(leaf)),
  certificateHashes: (certificates) => certificates.map((pem) => sha256Of(certificateDer(pem))),
  verifySeal,
  importKey,
  facts: certificateFacts,
  certified: readSignerCertificates,
  open,
});
