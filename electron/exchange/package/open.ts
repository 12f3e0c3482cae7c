import { createHash, hash } from 'node:crypto';
import type { z } from 'zod';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { audienceSchema } from '#shared/domain/packages/audiences.ts';
import { packageFormats } from '#shared/domain/packages/format.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { type ManifestEntry, manifestSchema, packageSealSchema } from '#shared/domain/packages/manifest.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import type { Exchange, OpenedPackage } from '../../services/ports/exchange.ts';
import { openHeader } from '../age/header.ts';
import { openPayload } from '../age/payload.ts';
import { type CheckedEntry, readArchive } from '../archive/read-archive.ts';
import { entryBytes, entryBytesAgain, wholeEntry } from '../archive/read-entry.ts';
import type { ByteSource } from '../byte-source.ts';
import { parseGuarded } from '../json-guard.ts';
import { refused } from '../refused.ts';
import { readRecordFile } from './record-files.ts';
import { manifestName, sealName, sumsName, sumsText } from './sums.ts';

const startBytes = 4100; // what telling a file's type needs

type Entries = ReadonlyMap<string, CheckedEntry>;

function entryNamed(entries: Entries, name: string): CheckedEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw refused('missing', name);
  return entry;
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string): T {
  const value = parseGuarded(bytes, name);
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const isKnown = packageFormats.some((one) => one === format);
  const audience = typeof value === 'object' && value !== null && 'audience' in value ? value.audience : '';
  // Audiences were added before, and may be again.
  const forOthers =
    isKnown &&
    typeof audience === 'string' &&
    /^[a-z-]{1,40}$/.test(audience) &&
    !audienceSchema.safeParse(audience).success;
  const later =
    forOthers || (typeof format === 'string' && /^waymark-package-[0-9]{1,4}$/.test(format) && !isKnown);
  const needs = typeof value === 'object' && value !== null && 'needs' in value ? value.needs : undefined;
  if (later) {
    const version = typeof needs === 'string' && /^[0-9.]{1,20}$/.test(needs) ? needs : `${format}`;
    throw failure('PACKAGE_NEWER', { needs: version });
  }
  throw refused('schema', name);
}

/** The archive holds what the manifest lists, all of it and nothing else, each of the size that is told. */
function compareLists(listed: readonly ManifestEntry[], entries: Entries): void {
  const names = new Set<string>([manifestName, sealName, sumsName]);
  for (const { path, size } of listed) {
    if (names.has(path)) throw refused('duplicate', path);
    names.add(path);
    if (entryNamed(entries, path).size !== size) throw refused('content', path);
  }
  for (const name of entries.keys()) if (!names.has(name)) throw refused('extra', name);
}

function hashOfOriginal({ path, sha256 }: ManifestEntry): Sha256 | undefined {
  const named = /^originals\/([0-9a-f]{64})/.exec(path)?.[1];
  if (named !== undefined && named !== sha256) throw refused('content', path);
  return named;
}

/** The same bytes, of which nothing is given on before its start was looked at. */
async function* inspected(
  bytes: AsyncIterable<Uint8Array>,
  inspect: (start: Uint8Array) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = Buffer.alloc(0);
  let seen = false;
  for await (const piece of bytes) {
    if (seen) {
      yield piece;
      continue;
    }
    const start = held.length === 0 ? piece : Buffer.concat([held, piece]);
    if (start.length < startBytes) {
      held = Buffer.from(start);
      continue;
    }
    seen = true;
    await inspect(start.subarray(0, startBytes));
    yield start;
  }
  if (seen) return;
  await inspect(held);
  yield held;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  each: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    each(piece.length);
    yield piece;
  }
}

async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<Sha256> {
  const hasher = createHash('sha256');
  for await (const piece of bytes) hasher.update(piece);
  return hasher.digest('hex');
}

/** Reads what every package has, in the order that costs least: header, directory, manifest, seal; nothing else yet. */
export const open: Exchange['open'] = async (encrypted, keys) => {
  const { fileKey, at } = await openHeader(encrypted, keys);
  const source: ByteSource = await openPayload(encrypted, at, fileKey);
  const entries: Entries = new Map((await readArchive(source)).map((entry) => [entry.name, entry]));
  const manifestEntry = await wholeEntry(source, entryNamed(entries, manifestName));
  const sealEntry = await wholeEntry(source, entryNamed(entries, sealName));
  const manifest = parsed(manifestSchema, manifestEntry.bytes, manifestName);
  const seal = parsed(packageSealSchema, sealEntry.bytes, sealName);
  compareLists(manifest.entries, entries);
  const sums = await wholeEntry(source, entryNamed(entries, sumsName));
  const right = sumsText(manifestEntry.sha256, sealEntry.sha256, manifest.entries);
  if (hash('sha256', right, 'hex') !== sums.sha256) throw refused('content', sumsName);

  const originals = new Map<Sha256, { readonly size: number; readonly entry: CheckedEntry }>();
  for (const listed of manifest.entries) {
    const name = hashOfOriginal(listed);
    if (name === undefined) continue;
    if (originals.has(name)) throw refused('duplicate', listed.path);
    originals.set(name, { size: listed.size, entry: entryNamed(entries, listed.path) });
  }
  const records = manifest.entries.filter(({ path }) => path.startsWith('data/'));
  if (records.reduce((sum, { size }) => sum + size, 0) > packageLimits.records) throw refused('too-large');

  const verify: OpenedPackage['verify'] = async ({ inspect, keep, progress, signal }) => {
    const total = manifest.entries.reduce((sum, { size }) => sum + size, 0);
    const revisions: TravelRevision[] = [];
    let done = 0;
    const each = (length: number) => {
      if (signal?.aborted === true) throw failure('CANCELLED', {});
      done += length;
      progress(done, total);
    };
    for (const listed of manifest.entries) {
      const entry = entryNamed(entries, listed.path);
      const original = hashOfOriginal(listed);
      if (original === undefined) {
        const { bytes, sha256 } = await wholeEntry(source, entry);
        if (sha256 !== listed.sha256) throw refused('content', listed.path);
        if (listed.path.startsWith('data/')) revisions.push(...readRecordFile(listed.path, bytes));
        each(bytes.length);
      } else {
        const take = keep?.(original) ?? hashOf;
        const look = (start: Uint8Array) => inspect(original, start);
        const found = await take(inspected(counted(entryBytes(source, entry), each), look));
        if (found !== listed.sha256) throw refused('content', listed.path);
      }
    }
    return revisions;
  };

  return {
    manifest,
    manifestText: manifestEntry.bytes.toString('utf8'),
    seal,
    verify,
    originals,
    read: (name) => {
      const original = originals.get(name);
      return original === undefined ? undefined : entryBytesAgain(source, original.entry);
    },
  };
};
