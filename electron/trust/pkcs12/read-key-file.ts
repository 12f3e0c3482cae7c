import { createPrivateKey, type KeyObject } from 'node:crypto';
import { OctetString, Primitive } from 'asn1js';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { type Asn1, childrenOf, descend, oidOf, rawOf, readAsn1 } from '../asn1-tree.ts';
import { type ReadCertificate, readCertificate } from '../certificate-reader.ts';
import { checkMac } from './check-mac.ts';
import { decryptPart, octets, whole } from './decrypt.ts';

/** What a key file holds, unwrapped and unordered. */
export type KeyFile = {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly ReadCertificate[];
};

const maxBytes = 1024 * 1024;
const oids = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
} as const;
function parsed(bytes: Uint8Array): Asn1 {
  const read = readAsn1(bytes);
  if (read === undefined) throw new TypeError('not ASN.1');
  return read.value;
}

/** The content of `[0] IMPLICIT OCTET STRING`, in one piece or several. */
function implicitOctets(value: Asn1 | undefined): Buffer {
  if (value instanceof Primitive) return Buffer.from(value.valueBlock.valueHexView);
  const parts = childrenOf(value);
  if (parts.length === 0) throw new TypeError('no content');
  return Buffer.concat(parts.map((part) => octets(part)));
}

async function bagsOf(contentInfo: Asn1, password: string): Promise<readonly Asn1[]> {
  const type = oidOf(descend(contentInfo, 0));
  const content = descend(contentInfo, 1, 0);
  if (type === oids.data) return childrenOf(parsed(octets(content)));
  if (type !== oids.encryptedData) throw failure('KEY_FILE', { why: 'unsupported' });
  const [, algorithm, encrypted] = childrenOf(descend(content, 1));
  return childrenOf(parsed(await decryptPart(algorithm, implicitOctets(encrypted), password)));
}

const privateKey = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });

async function addBag(bag: Asn1, password: string, keys: KeyObject[], certificates: ReadCertificate[]) {
  const value = descend(bag, 1, 0);
  switch (oidOf(descend(bag, 0))) {
    case oids.keyBag:
      if (value !== undefined) keys.push(privateKey(rawOf(value)));
      return;
    case oids.shroudedKeyBag:
      keys.push(privateKey(await decryptPart(descend(value, 0), octets(descend(value, 1)), password)));
      return;
    case oids.certBag: {
      const certificate = descend(value, 1, 0);
      if (oidOf(descend(value, 0)) === oids.x509 && certificate instanceof OctetString)
        certificates.push(readCertificate(octets(certificate)));
    }
  }
}

async function read(file: Uint8Array, password: string): Promise<KeyFile> {
  const [version, authSafe, macData] = childrenOf(parsed(file));
  if (whole(version) !== 3 || oidOf(descend(authSafe, 0)) !== oids.data) throw new TypeError('not PKCS #12');
  const content = octets(descend(authSafe, 1, 0));
  await checkMac(macData, content, password);
  const keys: KeyObject[] = [];
  const certificates: ReadCertificate[] = [];
  for (const contentInfo of childrenOf(parsed(content)))
    for (const bag of await bagsOf(contentInfo, password)) await addBag(bag, password, keys, certificates);
  return { keys, certificates };
}

/** Reads a PKCS #12 file (.p12, .pfx). Fails with KEY_FILE: `password`, `unsupported` or `unreadable`. */
export async function readKeyFile(file: Uint8Array, password: string): Promise<KeyFile> {
  if (file.length > maxBytes) throw failure('KEY_FILE', { why: 'unreadable' });
  try {
    return await read(file, password);
  } catch (thrown) {
    // Readers throw errors of many kinds at bytes that are no key file.
    throw isFailure(thrown) ? thrown : failure('KEY_FILE', { why: 'unreadable' });
  }
}
