import { createPrivateKey } from 'node:crypto';
import type { DeviceRoot, Signer, SignerRecord, Signers } from '../services/ports.ts';
import { readCertificate } from './certificate-reader.ts';
import { newRootCertificate, newSignerCertificate } from './certificates.ts';
import { sha256Of } from './digest.ts';
import { certificateDer, certificatePem } from './pem.ts';
import { sealText } from './seal.ts';
import { signPdf } from './sign-pdf.ts';
import { unwrapKey, wrapBare, wrapWithPassphrase } from './wrapped-key.ts';

function chainOf(record: SignerRecord): { readonly leaf: Buffer; readonly root: Buffer } {
  const [leaf, root] = record.certificates;
  if (leaf === undefined || root === undefined) throw new TypeError('signer without certificates');
  return { leaf: certificateDer(leaf), root: certificateDer(root) };
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
  const { leaf, root } = chainOf(record);
  const identity = { name: record.name, key, leaf: readCertificate(leaf), root: { der: root } };
  return {
    record,
    seal: async (text) => sealText(key, text),
    signPdf: async (pdf, details) => signPdf(pdf, identity, details),
  };
}

/** Keys, certificates, seals and PDF signatures, all made on this device. */
export const createSigners = (): Signers => ({
  newRoot,
  newSigner,
  certificateHash: (signer) => sha256Of(chainOf(signer).leaf),
  open,
});
