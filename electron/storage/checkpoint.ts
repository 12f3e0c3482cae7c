import { isAscii } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { sha256Schema } from '#shared/domain/ids.ts';
import { journalHeadSchema } from '#shared/domain/vault-records.ts';
import { createBreaks } from './breaks.ts';
import type { Collections, Stored } from './collections.ts';
import { damaged, newer } from './faults.ts';
import { readWhole, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import type { StorePlace } from './fold.ts';
import { changedSince, currentFormat, upcast } from './migrations/registry.ts';
import { chunkNonce, openWith, sealWith, subkey } from './seal.ts';
import { checkpointName } from './segments.ts';
import { type CollectionState, emptyState, type State } from './state.ts';

// File: magic and format digit, salt of this file's own key, then chunks: length (4 bytes, big-endian), sealed JSON.
// The first chunk says what the file is; each further one holds rows of one collection.
const magic = 'WMC';
const saltBytes = 32;
const startBytes = 4 + saltBytes;
const chunkCharacters = 256 * 1024;

const aboutSchema = z.strictObject({
  segment: z.number().int().positive(),
  shape: sha256Schema,
  head: journalHeadSchema,
});
/**
 * `[id, revision, value]`, or without the value what a deleted record leaves; a record changed in two places at once has
 * null for a deleted value, and then its other newest revisions.
 */
type Row = readonly [
  id: string,
  revision: string,
  value?: Stored | null,
  others?: readonly (readonly [revision: string, value: Stored | null])[],
];

/** Most chunks are plain ASCII, which decodes several times faster when one says so. */
const textOf = (bytes: Buffer) => bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');

const boundTo = ({ vaultId, store }: StorePlace, format: number, segment: number) =>
  Buffer.from(`waymark/${format}/checkpoint\n${vaultId}\n${store}\n${segment}`);

function rowOf({ values, others }: CollectionState, id: string, revision: string): string {
  const value = values.get(id);
  const beside = others.get(id);
  if (beside !== undefined) {
    const rest = beside.map((head) => [head.revision, head.value]);
    return JSON.stringify([id, revision, value ?? null, rest]);
  }
  return JSON.stringify(value === undefined ? [id, revision] : [id, revision, value]);
}

/** JSON texts of about a quarter of a MiB each, so that no single step holds up the event loop. */
function* chunksOf(state: State): Generator<string> {
  for (const [name, kept] of state.collections) {
    let rows: string[] = [];
    let size = 0;
    for (const [id, revision] of kept.revisions) {
      const row = rowOf(kept, id, revision);
      rows.push(row);
      size += row.length;
      if (size >= chunkCharacters) {
        yield `[${JSON.stringify(name)},[${rows.join(',')}]]`;
        rows = [];
        size = 0;
      }
    }
    if (rows.length > 0) yield `[${JSON.stringify(name)},[${rows.join(',')}]]`;
  }
}

/**
 * Writes the folded state that stands before `segment`. Durable when it resolves. Returns bytes written.
 * @param state a snapshot: it must not change meanwhile.
 */
export async function writeCheckpoint(
  files: Files,
  place: StorePlace,
  segment: number,
  shape: string,
  state: State,
): Promise<number> {
  const salt = randomBytes(saltBytes);
  const key = subkey(place.key, salt, 'checkpoint');
  const bound = boundTo(place, currentFormat, segment);
  return replaceFile(files, `${place.folder}/${checkpointName(segment)}`, async (file) => {
    await writeAll(file, Buffer.concat([Buffer.from(`${magic}${currentFormat}`), salt]), 0);
    let position = startBytes;
    let index = 0;
    const put = async (text: string, last: boolean) => {
      const sealed = sealWith(key, chunkNonce(index, last), Buffer.from(text), bound);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(sealed.length);
      await writeAll(file, Buffer.concat([length, sealed]), position);
      position += 4 + sealed.length;
      index += 1;
      await breathe();
    };
    let waiting = JSON.stringify({ segment, shape, head: state.head });
    for (const chunk of chunksOf(state)) {
      await put(waiting, false);
      waiting = chunk;
    }
    await put(waiting, true);
    return position;
  });
}

function admit<R>(
  state: State,
  collections: Collections<R>,
  format: number,
  validate: boolean,
  text: string,
): boolean {
  const [name, rows] = JSON.parse(text) as [string, readonly Row[]];
  const kept = state.collections.get(name);
  if (kept === undefined) return false;
  const { values, revisions, others } = kept;
  const schema = collections[name as keyof R & string];
  const old = changedSince(format, name);
  let sound = true;
  const looked = (id: string, written: Stored): Stored => {
    const value = old ? (upcast(name, written, format) as Stored) : written;
    if (validate && (!schema.safeParse(value).success || value.id !== id)) sound = false;
    return value;
  };
  for (const [id, revision, value, beside] of rows) {
    revisions.set(id, revision);
    if (value !== undefined && value !== null) values.set(id, looked(id, value));
    if (beside === undefined) continue;
    others.set(
      id,
      beside.map(([other, otherValue]) => ({
        revision: other,
        value: otherValue === null ? null : looked(id, otherValue),
      })),
    );
  }
  return sound;
}

export type CheckpointRead = {
  readonly state: State;
  readonly bytes: number;
  /** Whether its records were validated under today's shape; if not, they have just been, one by one. */
  readonly sameShape: boolean;
};

/** Reads a checkpoint whole, or fails with VAULT_DAMAGED or VAULT_NEWER. */
export async function readCheckpoint<R>(
  files: Files,
  place: StorePlace,
  collections: Collections<R>,
  segment: number,
  shape: string,
): Promise<CheckpointRead> {
  const name = `${place.store}/${checkpointName(segment)}`;
  const bytes = await readWhole(files, `${place.folder}/${checkpointName(segment)}`);
  const digit = bytes.toString('latin1', 3, 4);
  if (bytes.length < startBytes || bytes.toString('latin1', 0, 3) !== magic || !/[1-9]/.test(digit)) {
    throw damaged(name, 'unreadable');
  }
  const format = Number(digit);
  if (format > currentFormat) throw newer(name, `checkpoint format ${digit}`);
  const key = subkey(place.key, bytes.subarray(4, startBytes), 'checkpoint');
  const bound = boundTo(place, format, segment);
  let state: State | undefined;
  let sameShape = true;
  let position = startBytes;
  const pause = createBreaks();
  for (let index = 0; position < bytes.length; index += 1) {
    if (position + 4 > bytes.length) throw damaged(name, 'truncated');
    const end = position + 4 + bytes.readUInt32BE(position);
    if (end > bytes.length) throw damaged(name, 'truncated');
    const nonce = chunkNonce(index, end === bytes.length);
    const plain = openWith(key, nonce, bytes.subarray(position + 4, end), bound);
    if (plain === undefined) throw damaged(name, 'altered');
    const text = textOf(plain);
    if (state === undefined) {
      const about = aboutSchema.safeParse(JSON.parse(text));
      if (!about.success || about.data.segment !== segment) throw damaged(name, 'invalid-record');
      sameShape = about.data.shape === shape;
      state = emptyState(Object.keys(collections), about.data.head);
    } else if (!admit(state, collections, format, !sameShape, text)) {
      throw damaged(name, 'invalid-record');
    }
    position = end;
    await pause();
  }
  if (state === undefined) throw damaged(name, 'truncated');
  return { state, bytes: bytes.length, sameShape };
}
