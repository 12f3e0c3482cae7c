import { X509Certificate } from 'node:crypto';
import { BitString, OctetString, Utf8String } from 'asn1js';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type Asn1, childrenOf, descend, oidOf, rawOf, readAsn1 } from './asn1-tree.ts';
import { sha256Of } from './digest.ts';
import { oids } from './oids.ts';

/** A certificate of the shape Waymark makes (version 3, extensions), taken apart once. */
export type ReadCertificate = {
  readonly der: Uint8Array;
  readonly sha256: Sha256;
  readonly x509: X509Certificate;
  /** Raw DER. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  /** The subject's common name, when the subject is that and nothing else; otherwise null. */
  readonly commonName: string | null;
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

function keyUsageOf(extensions: readonly Asn1[]): number {
  const found = extensions.find((extension) => oidOf(descend(extension, 0)) === oids.keyUsage);
  const value = childrenOf(found).find((part) => part instanceof OctetString);
  if (value === undefined) return 0;
  const bits = readAsn1(value.valueBlock.valueHexView)?.value;
  return bits instanceof BitString ? (bits.valueBlock.valueHexView[0] ?? 0) : 0;
}

/** @throws TypeError or a library's error where the bytes are no such certificate. */
export function readCertificate(der: Uint8Array): ReadCertificate {
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
    commonName: soleCommonName(subject),
    signatureAlgorithm: oidOf(descend(read.value, 1, 0)),
    extensions: extensions.map((extension) => oidOf(descend(extension, 0))),
    keyUsage: keyUsageOf(extensions),
  };
}
