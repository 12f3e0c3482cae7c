import { hash } from 'node:crypto';
import { failure } from '#shared/domain/failure.ts';
import { formatFor } from '#shared/domain/packages/format.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import {
  type Manifest,
  type ManifestEntry,
  manifestSchema,
  originalPath,
} from '#shared/domain/packages/manifest.ts';
import type { Exchange, OriginalToPack, PackageContent } from '../../services/ports/exchange.ts';
import { newHeader } from '../age/header.ts';
import { sealPayload } from '../age/payload.ts';
import { type EntryToWrite, writeArchive } from '../archive/write-archive.ts';
import { indexCsv } from './index-csv.ts';
import { recordFiles } from './record-files.ts';
import { manifestName, sealName, sumsName, sumsText } from './sums.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'hex');

type Listed = { readonly entry: ManifestEntry; readonly write: EntryToWrite };

const inMemory = (path: string, bytes: Uint8Array): Listed => ({
  entry: { path, size: bytes.length, sha256: sha256(bytes) },
  write: { name: path, bytes },
});

/** What an original is called is its hash, which the store has checked: it is not hashed again. */
function streamed({ hash: sha, size, mediaType, stream }: OriginalToPack): Listed {
  const path = originalPath(sha, mediaType);
  return { entry: { path, size, sha256: sha }, write: { name: path, size, stream } };
}

function listed({ records, index, summary, originals }: PackageContent): readonly Listed[] {
  return [
    inMemory('index.csv', indexCsv(index)),
    inMemory('summary.pdf', summary),
    ...Object.entries(records).flatMap(([collection, revisions]) =>
      [...recordFiles(collection, revisions)].map(({ path, bytes }) => inMemory(path, bytes)),
    ),
    ...originals.map(streamed),
  ];
}

function refuseTooLarge(entries: readonly ManifestEntry[]): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const records = entries.filter(({ path }) => path.startsWith('data/'));
  const ofRecords = records.reduce((sum, entry) => sum + entry.size, 0);
  if (size > packageLimits.unpacked) throw failure('FILE_TOO_LARGE', { size, limit: packageLimits.unpacked });
  if (ofRecords > packageLimits.records)
    throw failure('FILE_TOO_LARGE', { size: ofRecords, limit: packageLimits.records });
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  total: number,
  { progress, signal }: Parameters<Exchange['pack']>[2],
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of bytes) {
    if (signal?.aborted === true) throw failure('CANCELLED', {});
    yield piece;
    done += piece.length;
    progress(Math.min(done, total), total);
  }
}

/** Puts a package together: the manifest is made and sealed before the first byte, the originals stream through. */
export const pack: Exchange['pack'] = async (content, lock, tools) => {
  const all = listed(content);
  const entries = all.map(({ entry }) => entry);
  refuseTooLarge(entries);
  const revisions = Object.values(content.records).reduce((sum, list) => sum + list.length, 0);
  const manifest: Manifest = manifestSchema.parse({
    ...formatFor(content.about.audience, content.records),
    ...content.about,
    counts: { ...content.counts, revisions, originals: content.originals.length },
    entries,
  });
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const manifestBytes = Buffer.from(text);
  const sealBytes = Buffer.from(`${JSON.stringify(await content.seal(text), null, 1)}\n`);
  const sums = Buffer.from(sumsText(sha256(manifestBytes), sha256(sealBytes), entries));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const { start, nonce, fileKey } = await newHeader(lock);
  const archive = writeArchive([
    { name: manifestName, bytes: manifestBytes },
    { name: sealName, bytes: sealBytes },
    { name: sumsName, bytes: sums },
    ...all.map(({ write }) => write),
  ]);
  return (async function* () {
    yield start;
    yield* sealPayload(watched(archive, total, tools), fileKey, nonce);
  })();
};
