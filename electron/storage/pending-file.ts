import { createHash } from 'node:crypto';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import { asItIs, type Cover, isEncrypted, sealing } from './cover.ts';
import { asStorageFailure, damaged, orStorageFailure } from './faults.ts';
import { readFully, writeAll } from './file-steps.ts';
import type { Files, OpenFile } from './files.ts';

type Taken = {
  readonly size: number;
  readonly hash: Sha256;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Exactly `length` bytes from `position`, within `size`. Good until the next but one call. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
};

/** One file that is coming in: sealed piece by piece under a key that lives in memory alone. */
export type PendingFile = {
  /** Returns the bytes received so far. Fails with INVALID when `offset` is not that number, or more comes than announced. */
  readonly append: (offset: number, chunk: Uint8Array) => Promise<number>;
  /** Whether length and SHA-256 are what was announced. */
  readonly finish: (sha256: Sha256) => Promise<boolean>;
  /** Undefined until finished. */
  readonly take: () => Taken | undefined;
  readonly remove: () => Promise<void>;
};

const pieceBytes = 1024 ** 2;
const invalid = (path: string, code: string) => failure('INVALID', { issues: [{ path: [path], code }] });

/** @param announced bytes that will come. */
export async function createPendingFile(files: Files, path: string, announced: number): Promise<PendingFile> {
  let cover: Cover = sealing();
  const inTurn = createInTurn();
  const hasher = createHash('sha256');
  /** Plain length of each piece on disk, in order. */
  const pieces: number[] = [];
  let file: OpenFile | undefined = await files.open(path, 'create');
  /** Held open for readings from anywhere. */
  let reading: Promise<OpenFile> | undefined;
  let received = 0;
  let onDisk = 0;
  // Counts attempts, not pieces: a nonce is never used for two different texts, even when a write has failed.
  let attempt = 0;
  const nonces: number[] = [];
  let hash: Sha256 | undefined;

  const addPiece = async (open: OpenFile, plain: Uint8Array) => {
    const nonce = attempt;
    attempt += 1;
    const kept = cover.close(nonce, false, plain);
    await writeAll(open, kept, onDisk);
    onDisk += kept.length;
    received += plain.length;
    pieces.push(plain.length);
    nonces.push(nonce);
    hasher.update(plain);
  };

  const openPiece = async (open: OpenFile, index: number, position: number): Promise<Uint8Array> => {
    const kept = Buffer.allocUnsafe((pieces[index] ?? 0) + cover.extra);
    const read = await orStorageFailure(() => readFully(open, kept, position));
    const plain = cover.open(nonces[index] ?? 0, false, kept.subarray(0, read));
    if (plain === undefined || read < kept.length) throw damaged('uploads', 'altered');
    return plain;
  };

  async function* plainPieces(): AsyncGenerator<Uint8Array> {
    const open = await orStorageFailure(() => files.open(path, 'read'));
    try {
      let position = 0;
      for (const [index, length] of pieces.entries()) {
        yield await openPiece(open, index, position);
        position += length + cover.extra;
      }
    } finally {
      await open.close();
    }
  }

  /** Reads from anywhere; the last piece is kept at hand, for the next reading mostly begins in it. */
  const reader = (): Taken['read'] => {
    let starts = 0;
    const places = pieces.map((length, index) => {
      const place = { from: starts, to: starts + length, at: starts + index * cover.extra };
      starts += length;
      return place;
    });
    let kept: { readonly index: number; readonly plain: Uint8Array } | undefined;
    // Used in turn: a long file must not leave its length in garbage.
    const rooms: Buffer[] = [];
    let turn = 0;
    const room = (length: number): Buffer => {
      turn = (turn + 1) % 3;
      const found = rooms[turn];
      const wide = found === undefined || found.length < length ? Buffer.allocUnsafe(length) : found;
      rooms[turn] = wide;
      return wide.subarray(0, length);
    };
    const opened = () => {
      reading ??= orStorageFailure(() => files.open(path, 'read'));
      return reading;
    };
    const piece = async (index: number) => {
      if (kept?.index === index) return kept.plain;
      const plain = await openPiece(await opened(), index, places[index]?.at ?? 0);
      kept = { index, plain };
      return plain;
    };
    return async (position, length) => {
      if (cover.extra === 0) {
        const bytes = room(length);
        const open = await opened();
        if ((await orStorageFailure(() => readFully(open, bytes, position))) < length)
          throw damaged('uploads', 'truncated');
        return bytes;
      }
      const parts: Uint8Array[] = [];
      let index = places.findIndex(({ to }) => to > position);
      for (let done = 0; done < length; index += 1) {
        const from = position + done - (places[index]?.from ?? 0);
        const part = (await piece(index)).subarray(from, from + length - done);
        if (part.length === 0) throw damaged('uploads', 'truncated');
        parts.push(part);
        done += part.length;
      }
      const [only] = parts;
      return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, length);
    };
  };

  return {
    append: (offset, chunk) =>
      inTurn(async () => {
        if (file === undefined) throw failure('NOT_FOUND', { what: 'upload' });
        if (offset !== received) throw invalid('offset', 'offset');
        if (received + chunk.length > announced) throw invalid('chunk', 'too-long');
        if (received === 0 && isEncrypted(chunk)) cover = asItIs;
        try {
          for (let from = 0; from < chunk.length; from += pieceBytes) {
            await addPiece(file, chunk.subarray(from, from + pieceBytes));
          }
        } catch (thrown) {
          throw asStorageFailure(thrown);
        }
        return received;
      }),
    finish: (sha256) =>
      inTurn(async () => {
        if (hash !== undefined) return hash === sha256;
        await file?.close();
        file = undefined;
        const actual = hasher.digest('hex');
        if (received !== announced || actual !== sha256) return false;
        hash = actual;
        return true;
      }),
    take: () =>
      hash === undefined ? undefined : { size: received, hash, bytes: plainPieces, read: reader() },
    remove: () =>
      inTurn(async () => {
        await file?.close();
        file = undefined;
        await (await reading)?.close();
        reading = undefined;
        cover.forget();
        hash = undefined;
        // Its key is gone: what the disk will not let go of tells nobody anything, and goes with the folder.
        await files.remove(path).catch(() => undefined);
      }),
  };
}
