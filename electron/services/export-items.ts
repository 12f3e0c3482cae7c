import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import { listTable } from '#shared/domain/evidence-list/list-table.ts';
import { failure } from '#shared/domain/failure.ts';
import { sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { createNames } from '#shared/domain/safe-names.ts';
import { type JobTools, stopIfCancelled } from './jobs.ts';
import type { ArchiveFile } from './ports/open-files.ts';
import type { BlobStore, Ports } from './ports.ts';
import type { OpenPortfolio } from './session.ts';
import { textFile } from './your-data/portfolio-files.ts';
import { exportBytes } from './your-data/write-export.ts';

const folderLength = 60;

export type ItemsToExport = {
  readonly ids: readonly Id[];
  readonly columns: readonly ListColumn[];
  /** With their files, as an archive; else a table alone. */
  readonly files: boolean;
};

/** Fails with NOT_FOUND when one is not there. */
export function itemsToExport({ store }: OpenPortfolio, ids: readonly Id[]): readonly EvidenceItem[] {
  return [...new Set(ids)].map((id) => {
    const item = store.get('evidence', id);
    if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
    return item;
  });
}

type Placed = { readonly path: string; readonly hash: Sha256; readonly size: number };

/** Where each item's files go: the redacted copy of one that has been redacted, never its original. */
async function placed(blobs: BlobStore, items: readonly EvidenceItem[], top: string) {
  const folders = createNames();
  const places = new Map<Id, readonly Placed[]>();
  for (const item of items.filter(({ attachments }) => attachments.length > 0)) {
    const folder = folders(`${item.startedOn} ${item.title}`, item.startedOn, folderLength);
    const names = createNames();
    const kept: Placed[] = [];
    for (const { hash, name, size } of item.attachments.map((attachment) => sharedFileOf(attachment))) {
      if (await blobs.has(hash)) kept.push({ hash, size, path: `${top}/${folder}/${names(name, 'file')}` });
    }
    places.set(item.id, kept);
  }
  return places;
}

async function* blobBytes(blobs: BlobStore, hash: Sha256): AsyncGenerator<Uint8Array> {
  const blob = await blobs.read(hash);
  if (blob !== undefined) yield* blob.bytes;
}

/** Writes items as a CSV of the shown columns, or as a ZIP of that and their files, into the outbox. */
export async function exportItems(
  ports: Ports,
  { store, pack, identifiers }: OpenPortfolio,
  items: readonly EvidenceItem[],
  { columns, files }: ItemsToExport,
  { progress, signal }: JobTools,
) {
  const checkOf = (id: Id) => identifiers.of(id)?.state;
  if (columns.includes('identifiers')) await identifiers.settle(items.map(({ id }) => id));
  const name = `Evidence ${ports.clock.today()}`;
  if (!files) {
    progress('write', 0, 0);
    stopIfCancelled(signal);
    const { bytes } = textFile('', () => ports.openFiles.csv(listTable(pack, items, columns, checkOf)));
    const kept = await ports.outbox.keep({ name: `${name}.csv`, mediaType: 'text/csv', bytes: bytes() });
    return { fileId: kept.id, name: `${name}.csv`, size: kept.size, items: items.length, originals: 0 };
  }
  const places = await placed(store.blobs, items, name);
  const all = [...places.values()].flat();
  const within = (path: string) => path.slice(name.length + 1);
  const table = () =>
    listTable(pack, items, columns, checkOf, ({ id }) =>
      (places.get(id) ?? []).map(({ path }) => within(path)),
    );
  const archive: readonly ArchiveFile[] = [
    textFile(`${name}/evidence.csv`, () => ports.openFiles.csv(table())),
    ...all.map(({ hash, path }) => ({ path, compress: false, bytes: () => blobBytes(store.blobs, hash) })),
  ];
  const total = all.reduce((sum, { size }) => sum + size, 0);
  progress('write', 0, total);
  const bytes = exportBytes(
    ports,
    { name: `${name}.zip`, files: archive, bytes: total, items: items.length, originals: all.length },
    { signal, onProgress: (done, of) => progress('write', done, of) },
  );
  const kept = await ports.outbox.keep({ name: `${name}.zip`, mediaType: 'application/zip', bytes });
  return {
    fileId: kept.id,
    name: `${name}.zip`,
    size: kept.size,
    items: items.length,
    originals: all.length,
  };
}
