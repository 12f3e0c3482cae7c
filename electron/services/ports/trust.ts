import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { CertificateFacts } from '#shared/domain/signing-keys.ts';
import type { DeviceRoot, SignerRecord } from '#shared/domain/vault-records.ts';
import type { Verdict } from '#shared/domain/verdict.ts';

/** Whose certificates those of a signature are, where they hold together. Instants are UTC, ISO. */
export type SignerCertificates = {
  readonly name: string;
  /** The last of the chain: the device's root, or an organisation. */
  readonly issuer: string;
  readonly kind: 'device' | 'organisation';
  readonly certificate: Sha256;
  readonly root: Sha256;
  readonly validFrom: string;
  readonly validTo: string;
};

/** Key work. Keys never leave the trust room unwrapped. */
export type Signers = {
  readonly newRoot: (ownerName: string) => Promise<DeviceRoot>;
  /** `passphrase` null for the owner: the vault already encrypts the record and re-checks the passphrase. */
  readonly newSigner: (input: {
    readonly id: Id;
    readonly name: string;
    readonly gmcNumber: string | null;
    readonly owner: boolean;
    readonly passphrase: string | null;
    readonly root: DeviceRoot;
    readonly now: Date;
  }) => Promise<SignerRecord>;
  /** SHA-256 of the leaf certificate's DER. */
  readonly certificateHash: (signer: SignerRecord) => Sha256;
  /** Takes the signing key out of an organisation's key file (PKCS #12). Fails with KEY_FILE. */
  readonly importKey: (
    file: Uint8Array,
    password: string,
    now: Date,
  ) => Promise<{ readonly certificates: readonly string[]; readonly wrappedKey: string }>;
  /** Whose certificate (PEM, leaf first) it is, who issued it, and for how long. */
  readonly facts: (certificates: readonly string[]) => CertificateFacts;
  /** Whose certificates (PEM, leaf first) they are; null where they are not a chain that holds. Never throws. */
  readonly certified: (certificates: readonly string[]) => SignerCertificates | null;
  /** SHA-256 of each certificate (PEM). */
  readonly certificateHashes: (certificates: readonly string[]) => readonly Sha256[];
  /** Whether a seal is over exactly this text by the key of this certificate (PEM). Never throws. */
  readonly verifySeal: (text: string, signature: string, certificate: string) => boolean;
  /** Opens the key and returns what it can do; fails with WRONG_PASSPHRASE. */
  readonly open: (signer: SignerRecord, passphrase: string | null) => Promise<Signer>;
};
export type Signer = {
  readonly record: SignerRecord;
  /** Base64 ECDSA signature over the UTF-8 bytes. */
  readonly seal: (text: string) => Promise<string>;
  /** Appends a PAdES B-B signature to a PDF whose signature field `fieldName` exists and is empty. */
  readonly signPdf: (
    pdf: Uint8Array,
    details: {
      readonly fieldName: string;
      readonly reason: string;
      readonly location: string;
      readonly at: Date;
    },
    /** Null: without a timestamp. */
    stamp: Stamp | null,
  ) => Promise<Uint8Array>;
};
/** Asks for an RFC 3161 token over a signature. */
export type Stamp = (signature: Uint8Array) => Promise<Uint8Array>;
/** The one thing of Waymark that may use a network, and only where its owner has asked for it. */
export type Timestamps = {
  /** A token (DER) over the signature; nothing but its hash is sent. Fails with TIMESTAMP_FAILED. */
  readonly ask: (address: string, signature: Uint8Array) => Promise<Uint8Array>;
};

export type PdfVerifier = {
  /** @param knownCertificates SHA-256 hashes of certificates this vault knows. */
  readonly verify: (pdf: Uint8Array, knownCertificates: ReadonlySet<Sha256>) => Promise<Verdict>;
};
