import type { Id, Sha256 } from '#shared/domain/ids.ts';

export type OutgoingFile = {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Each part authenticated before it is yielded. */
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** Finished files that wait to be downloaded: encrypted while they wait, dropped at lock. */
export type Outbox = {
  /** Resolves when all of it is kept; a source that fails leaves nothing behind. */
  readonly keep: (file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: AsyncIterable<Uint8Array>;
    /** The bytes are ciphertext that only their recipients can read: they are kept as they are. */
    readonly encrypted?: boolean;
  }) => Promise<{ readonly id: Id; readonly size: number; readonly sha256: Sha256 }>;
  readonly read: (id: Id) => OutgoingFile | undefined;
  readonly drop: (id: Id) => Promise<void>;
  readonly dropAll: () => Promise<void>;
};
