import type { Sha256 } from '#shared/domain/ids.ts';
import type { TravellingCollection } from '#shared/domain/packages/audiences.ts';
import type { Manifest, PackageSeal } from '#shared/domain/packages/manifest.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';

/** Bytes somewhere, read from wherever one likes. */
export type RandomBytes = {
  readonly size: number;
  /** Exactly `length` bytes from `position`, within `size`. Good until the next call. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
};

/** Who can open a package: people by their age recipients, or whoever knows a passphrase. */
export type PackageLock = { readonly recipients: readonly string[] } | { readonly passphrase: string };
/** What one tries to open it with. */
export type PackageKeys = { readonly identities: readonly string[]; readonly passphrase: string | null };

export type OriginalToPack = {
  readonly hash: Sha256;
  readonly size: number;
  readonly mediaType: string;
  readonly stream: () => Promise<AsyncIterable<Uint8Array>>;
};

/** One line of `index.csv`: an item and one of its files, or an item without any. */
export type IndexLine = {
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly capabilities: string;
  readonly file: string;
  readonly path: string;
};

export type PackageContent = {
  readonly about: Omit<Manifest, 'format' | 'needs' | 'entries' | 'counts'>;
  readonly counts: Omit<Manifest['counts'], 'revisions' | 'originals'>;
  readonly records: Readonly<Partial<Record<TravellingCollection, readonly TravelRevision[]>>>;
  readonly index: readonly IndexLine[];
  /** PDF. */
  readonly summary: Uint8Array;
  readonly originals: readonly OriginalToPack[];
  readonly seal: (manifest: string) => Promise<PackageSeal>;
};

/** How far a long step is, in bytes. */
export type Progressed = (done: number, total: number) => void;

/** A package whose encryption, archive and manifest were found sound. Its seal is for the caller to judge. */
export type OpenedPackage = {
  readonly manifest: Manifest;
  /** Exactly what was sealed. */
  readonly manifestText: string;
  readonly seal: PackageSeal;
  /**
   * Reads every byte and holds it against the manifest, both ways. Fails with PACKAGE_REFUSED.
   * @param inspect is shown the first bytes of each original before any of it is given on; what it throws ends the reading.
   * @param keep takes what it wants of the originals: all bytes of one, whose SHA-256 it then says. A package may still
   * be refused after that.
   * @returns the records, as the schema of travelling revisions lets them in.
   */
  readonly verify: (tools: {
    readonly inspect: (hash: Sha256, start: Uint8Array) => Promise<void>;
    readonly keep?: (hash: Sha256) => ((bytes: AsyncIterable<Uint8Array>) => Promise<Sha256>) | undefined;
    readonly progress: Progressed;
    readonly signal: AbortSignal | undefined;
  }) => Promise<readonly TravelRevision[]>;
  /** Hashes and sizes of the originals. */
  readonly originals: ReadonlyMap<Sha256, { readonly size: number }>;
  /** Bytes of one original; undefined when it is not in the package. */
  readonly read: (hash: Sha256) => AsyncIterable<Uint8Array> | undefined;
};

/** Packages in and out: the age format, the archive within, and what may be in it. */
export type Exchange = {
  /** A new age X25519 identity: the form that every age tool knows. */
  readonly newIdentity: () => Promise<{ readonly recipient: string; readonly secret: string }>;
  /**
   * A package as a stream of ciphertext. Fails with FILE_TOO_LARGE before the first byte. A piece is good until the next one
   * is asked for: whoever keeps it copies it.
   */
  readonly pack: (
    content: PackageContent,
    lock: PackageLock,
    tools: { readonly progress: Progressed; readonly signal: AbortSignal | undefined },
  ) => Promise<AsyncIterable<Uint8Array>>;
  readonly lockKind: (source: RandomBytes) => Promise<'passphrase' | 'people'>;
  /** Fails with NOT_FOR_YOU, PACKAGE_REFUSED and PACKAGE_NEWER. Nothing is written anywhere. */
  readonly open: (source: RandomBytes, keys: PackageKeys) => Promise<OpenedPackage>;
};
