import type { StoreHeads } from '#shared/domain/sealed-heads.ts';
import { readWhole } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { headsName } from '../heads-file.ts';
import type { JournalPosition } from '../record-store.ts';
import { layoutOf, segmentName } from '../segments.ts';
import { headerName } from '../vault-header.ts';

/** A store whose journal can be asked, between two saves, how far it has come. */
export type PositionedStore = { readonly position: () => Promise<JournalPosition> };

/** A file of the vault as far as it belongs to this moment: its first `size` bytes. Names are paths within the vault. */
export type SnapshotFile = { readonly name: string; readonly path: string; readonly size: number };
/** What a vault was at one moment, though saves go on: journals only grow, and attachments never change. */
export type Snapshot = {
  readonly heads: StoreHeads;
  /** Small files, taken whole. */
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly journals: readonly SnapshotFile[];
  readonly attachments: readonly SnapshotFile[];
};

async function segmentsOf(
  files: Files,
  folder: string,
  store: string,
  { segment: last, bytes }: JournalPosition,
): Promise<readonly SnapshotFile[]> {
  const { segments } = layoutOf((await files.list(`${folder}/${store}`)) ?? [], store);
  const found: SnapshotFile[] = [];
  for (const segment of segments.filter((number) => number <= last)) {
    const name = `${store}/${segmentName(segment)}`;
    const path = `${folder}/${name}`;
    found.push({ name, path, size: segment === last ? bytes : ((await files.size(path)) ?? 0) });
  }
  return found;
}

const blobFolder = /^[0-9a-f]{2}$/;
const blobName = /^[0-9a-f]{64}$/;

async function attachmentsOf(files: Files, folder: string, store: string): Promise<readonly SnapshotFile[]> {
  const found: SnapshotFile[] = [];
  for (const part of (await files.list(`${folder}/${store}/blobs`)) ?? []) {
    if (!blobFolder.test(part)) continue;
    for (const blob of (await files.list(`${folder}/${store}/blobs/${part}`)) ?? []) {
      const name = `${store}/blobs/${part}/${blob}`;
      const size = blobName.test(blob) ? await files.size(`${folder}/${name}`) : undefined;
      if (size !== undefined) found.push({ name, path: `${folder}/${name}`, size });
    }
  }
  return found;
}

/** @param stores every store of the vault, by its folder within it. */
export async function takeSnapshot(
  files: Files,
  folder: string,
  stores: ReadonlyMap<string, PositionedStore>,
): Promise<Snapshot> {
  // Heads first: the journals that come with them must be at or ahead of them.
  const texts = new Map<string, Buffer>();
  for (const name of [headsName, headerName]) {
    if ((await files.size(`${folder}/${name}`)) === undefined) continue;
    texts.set(name, await readWhole(files, `${folder}/${name}`));
  }
  const heads: Record<string, StoreHeads[string]> = {};
  const journals: SnapshotFile[] = [];
  // Asked at once: what goes from one store to another is then in at least one of them.
  const positions = await Promise.all(
    [...stores].map(async ([store, kept]) => [store, await kept.position()] as const),
  );
  for (const [store, position] of positions) {
    heads[store] = position.head;
    journals.push(...(await segmentsOf(files, folder, store, position)));
  }
  // Attachments last: each one a journal names was there before it.
  const attachments: SnapshotFile[] = [];
  for (const store of stores.keys()) attachments.push(...(await attachmentsOf(files, folder, store)));
  return { heads, texts, journals, attachments };
}
