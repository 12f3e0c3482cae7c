import { X509Certificate } from 'node:crypto';
import { BaseStringBlock, BitString, OctetString, Utf8String } from 'asn1js';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type Asn1, childrenOf, descend, oidOf, rawOf, readAsn1 } from './asn1-tree.ts';
import { sha256Of } from './digest.ts';
import { oids } from './oids.ts';

/** A certificate (version 3, with extensions), taken apart once. */
export type ReadCertificate = {
  readonly der: Uint8Array;
  readonly sha256: Sha256;
  readonly x509: X509Certificate;
  /** Raw DER. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  /** The subject's common name, when the subject is that and nothing else, as Waymark makes it; otherwise null. */
  readonly soleCommonName: string | null;
  /** The subject's common name, or its organisation where it has none; '' where it has neither. */
  readonly name: string;
  readonly signatureAlgorithm: string;
  /** Identifiers of the extensions, in order. */
  readonly extensions: readonly string[];
  /** The first byte of the key usage bits; 0 where there are none. */
  readonly keyUsage: number;
};

function soleCommonName(subject: Asn1 | undefined): string | null {
  const [part, ...others] = childrenOf(subject);
  const [pair, ...more] = childrenOf(part);
  if (others.length > 0 || more.length > 0 || oidOf(descend(pair, 0)) !== oids.commonName) return null;
  const value = descend(pair, 1);
  return value instanceof Utf8String ? value.getValue() : null;
}

function nameOf(subject: Asn1 | undefined): string {
  const pairs = childrenOf(subject).flatMap(childrenOf);
  for (const wanted of [oids.commonName, oids.organisation]) {
    const value = descend(
      pairs.find((pair) => oidOf(descend(pair, 0)) === wanted),
      1,
    );
    if (value instanceof BaseStringBlock) return String(value.getValue());
  }
  return '';
}

function keyUsageOf(extensions: readonly Asn1[]): number {
  const found = extensions.find((extension) => oidOf(descend(extension, 0)) === oids.keyUsage);
  const value = childrenOf(found).find((part) => part instanceof OctetString);
  if (value === undefined) return 0;
  const bits = readAsn1(value.valueBlock.valueHexView)?.value;
  return bits instanceof BitString ? (bits.valueBlock.valueHexView[0] ?? 0) : 0;
}

/** The last certificates read: the same few come again and again, and reading one is costly. */
const lately = new Map<Sha256, ReadCertificate>();
const remembered = 64;

/** @throws TypeError or a library's error where the bytes are no such certificate. */
export function readCertificate(der: Uint8Array): ReadCertificate {
  const hash = sha256Of(der);
  const known = lately.get(hash);
  if (known !== undefined) return known;
  // A copy: the bytes may belong to a buffer that is changed later.
  const certificate = readAfresh(Uint8Array.from(der));
  for (const oldest of lately.keys()) if (lately.size >= remembered) lately.delete(oldest);
  lately.set(hash, certificate);
  return certificate;
}

function readAfresh(der: Uint8Array): ReadCertificate {
  const read = readAsn1(der);
  const body = descend(read?.value, 0);
  const [, serial, , issuer, , subject, , extensionBlock] = childrenOf(body);
  if (read?.length !== der.length || serial === undefined || issuer === undefined)
    throw new TypeError('not a certificate');
  const extensions = childrenOf(descend(extensionBlock, 0));
  return {
    der,
    sha256: sha256Of(der),
    x509: new X509Certificate(der),
    issuer: rawOf(issuer),
    serial: rawOf(serial),
    soleCommonName: soleCommonName(subject),
    name: nameOf(subject),
    signatureAlgorithm: oidOf(descend(read.value, 1, 0)),
    extensions: extensions.map((extension) => oidOf(descend(extension, 0))),
    keyUsage: keyUsageOf(extensions),
  };
}
