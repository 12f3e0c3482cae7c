import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';
import { plainBytes } from './der.ts';
import { signEcdsa } from './ecdsa.ts';
import { oids } from './oids.ts';
import { wellFormed } from './pdf/text.ts';

/** A certificate (DER) with the private key that belongs to it. */
export type CertifiedKey = { readonly certificate: Buffer; readonly key: KeyObject };

const year = 365.25 * 24 * 60 * 60 * 1000;
// Roots carry no date of making: a laptop's wrong clock must not make its own signers look older than their root.
const rootFrom = new Date('2024-01-01T00:00:00Z');

/** A name of one part, built from values: no character in it can mean anything but itself. */
const nameFor = (commonName: string) =>
  new RelativeDistinguishedNames({
    typesAndValues: [
      new AttributeTypeAndValue({
        type: oids.commonName,
        value: new Utf8String({ value: wellFormed(commonName) }),
      }),
    ],
  });

const extension = (extnID: string, critical: boolean, value: { toBER: () => ArrayBuffer }) =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

const keyUsage = (bits: number, unusedBits: number) =>
  extension(oids.keyUsage, true, new BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits }));

const constraints = (cA: boolean) =>
  extension(
    oids.basicConstraints,
    true,
    new BasicConstraints(cA ? { cA, pathLenConstraint: 0 } : {}).toSchema(),
  );

/** RFC 7093 style identifier of a public key: the first 20 bytes of its SHA-256. */
const keyIdentifier = (key: KeyObject) =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest()
    .subarray(0, 20);

const ownIdentifier = (key: KeyObject) =>
  extension(
    oids.subjectKeyIdentifier,
    false,
    new OctetString({ valueHex: plainBytes(keyIdentifier(key)).buffer }),
  );

const issuerIdentifier = (key: KeyObject) =>
  extension(
    oids.authorityKeyIdentifier,
    false,
    new AuthorityKeyIdentifier({
      keyIdentifier: new OctetString({ valueHex: plainBytes(keyIdentifier(key)).buffer }),
    }).toSchema(),
  );

/** 16 random bytes, the first made positive and not zero so that their DER has one length. */
function serialNumber(): Integer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return new Integer({ valueHex: plainBytes(bytes).buffer });
}

/** Whole seconds, as X.509 demands: UTCTime before 2050, GeneralizedTime from then on. */
const time = (moment: Date) =>
  new Time({
    type: moment.getUTCFullYear() < 2050 ? 0 : 1,
    value: new Date(Math.floor(moment.getTime() / 1000) * 1000),
  });

type Draft = {
  readonly subject: RelativeDistinguishedNames;
  readonly issuer: RelativeDistinguishedNames;
  readonly publicKey: KeyObject;
  readonly from: Date;
  readonly to: Date;
  readonly extensions: Extension[];
};

function certify(draft: Draft, issuerKey: KeyObject): Buffer {
  const algorithm = new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 });
  const spki = plainBytes(draft.publicKey.export({ format: 'der', type: 'spki' }));
  const certificate = new Certificate({
    version: 2,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: draft.issuer,
    notBefore: time(draft.from),
    notAfter: time(draft.to),
    subject: draft.subject,
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(spki),
    extensions: draft.extensions,
    signatureAlgorithm: algorithm,
  });
  const body = Buffer.from(certificate.encodeTBS().toBER());
  certificate.tbsView = body;
  certificate.signatureValue = new BitString({
    valueHex: plainBytes(signEcdsa(issuerKey, body)).buffer,
  });
  return Buffer.from(certificate.toSchema(true).toBER());
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A root that vouches for the keys made on one device, valid for a century. */
export function newRootCertificate(ownerName: string): CertifiedKey {
  const { privateKey, publicKey } = newKeys();
  const name = nameFor(`Waymark device root of ${ownerName}`);
  const certificate = certify(
    {
      subject: name,
      issuer: name,
      publicKey,
      from: rootFrom,
      to: new Date(rootFrom.getTime() + 100 * year),
      extensions: [constraints(true), keyUsage(0x04, 2), ownIdentifier(publicKey)],
    },
    privateKey,
  );
  return { certificate, key: privateKey };
}

/** A person's signing certificate: valid from the day before `now` (clocks differ) for forty years. */
export function newSignerCertificate(name: string, root: CertifiedKey, now: Date): CertifiedKey {
  const { privateKey, publicKey } = newKeys();
  const rootKey = createPublicKey(root.key);
  const usage = extension(
    oids.extendedKeyUsage,
    false,
    new ExtKeyUsage({ keyPurposes: [oids.documentSigning] }).toSchema(),
  );
  const certificate = certify(
    {
      subject: nameFor(name),
      issuer: Certificate.fromBER(plainBytes(root.certificate)).subject,
      publicKey,
      from: new Date(now.getTime() - year / 365.25),
      to: new Date(now.getTime() + 40 * year),
      extensions: [
        constraints(false),
        keyUsage(0xc0, 6),
        usage,
        ownIdentifier(publicKey),
        issuerIdentifier(rootKey),
      ],
    },
    root.key,
  );
  return { certificate, key: privateKey };
}
