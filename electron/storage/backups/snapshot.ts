import type { DamagedStore } from '#shared/domain/backup.ts';
import { isFailure } from '#shared/domain/failure.ts';
import type { StoreHeads } from '#shared/domain/sealed-heads.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type { RecordHistory } from '../../services/ports/store.ts';
import { readWhole } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { headsName } from '../heads-file.ts';
import type { JournalPosition } from '../record-store.ts';
import { checkpointName, layoutOf, segmentName } from '../segments.ts';
import { headerName } from '../vault-header.ts';

/** A store whose journal can be asked, between two saves, how far it has come. */
export type PositionedStore = {
  readonly position: () => Promise<JournalPosition>;
  readonly history: Pick<RecordHistory, 'gaps'>;
};
/** One that does not open, with the head that was last sealed. Nothing is written to it: its files stand as they are. */
export type UnopenedStore = { readonly damaged: true; readonly head: JournalHead | undefined };

/** A file of the vault as far as it belongs to this moment: its first `size` bytes. Names are paths within the vault. */
export type SnapshotFile = { readonly name: string; readonly path: string; readonly size: number };
/** What a vault was at one moment, though saves go on: journals only grow, and attachments never change. */
export type Snapshot = {
  readonly heads: StoreHeads;
  /** Small files, taken whole. */
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly journals: readonly SnapshotFile[];
  readonly attachments: readonly SnapshotFile[];
  readonly damaged: readonly DamagedStore[];
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

const kept = /^(journal-[0-9]{6,9}\.log|checkpoint-[0-9]{6,9}\.bin)$/;

/** Everything there is of a store that does not open: whole or not, somebody may yet read it. */
async function filesOf(files: Files, folder: string, store: string): Promise<readonly SnapshotFile[]> {
  const found: SnapshotFile[] = [];
  for (const file of (await files.list(`${folder}/${store}`)) ?? []) {
    const name = `${store}/${file}`;
    const path = `${folder}/${name}`;
    if (kept.test(file)) found.push({ name, path, size: (await files.size(path)) ?? 0 });
  }
  return found;
}

/** The checkpoint records are read from, where the journal before it no longer makes them. */
async function checkpointOf(
  files: Files,
  folder: string,
  store: string,
): Promise<[string, Buffer] | undefined> {
  const { checkpoint } = layoutOf((await files.list(`${folder}/${store}`)) ?? [], store);
  if (checkpoint === null) return undefined;
  const name = `${store}/${checkpointName(checkpoint)}`;
  return [name, await readWhole(files, `${folder}/${name}`)];
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

/** What is damaged of a store that is open: what it was opened from may have been spoilt since. */
const damageIn = ({ history }: PositionedStore): Promise<DamagedStore['what'] | undefined> =>
  history.gaps().then(
    (gaps) => (gaps.length > 0 ? 'history' : undefined),
    (thrown) => {
      if (isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED') return 'records';
      throw thrown;
    },
  );

/** @param stores every store of the vault, by its folder within it. */
export async function takeSnapshot(
  files: Files,
  folder: string,
  stores: ReadonlyMap<string, PositionedStore | UnopenedStore>,
): Promise<Snapshot> {
  // Heads first: the journals that come with them must be at or ahead of them.
  const texts = new Map<string, Buffer>();
  for (const name of [headsName, headerName]) {
    if ((await files.size(`${folder}/${name}`)) === undefined) continue;
    texts.set(name, await readWhole(files, `${folder}/${name}`));
  }
  const heads: Record<string, StoreHeads[string]> = {};
  const journals: SnapshotFile[] = [];
  const damaged: DamagedStore[] = [];
  const sound: [string, PositionedStore][] = [];
  for (const [store, kept] of stores) {
    if ('damaged' in kept) {
      damaged.push({ store, what: 'records' });
      if (kept.head !== undefined) heads[store] = kept.head;
      journals.push(...(await filesOf(files, folder, store)));
      continue;
    }
    sound.push([store, kept]);
    const what = await damageIn(kept);
    if (what === undefined) continue;
    damaged.push({ store, what });
    // Before the position: the journal must reach the checkpoint.
    const checkpoint = await checkpointOf(files, folder, store);
    if (checkpoint !== undefined) texts.set(...checkpoint);
  }
  // Asked at once: what goes from one store to another is then in at least one of them.
  const positions = await Promise.all(
    sound.map(async ([store, kept]) => [store, await kept.position()] as const),
  );
  for (const [store, position] of positions) {
    heads[store] = position.head;
    journals.push(...(await segmentsOf(files, folder, store, position)));
  }
  // Attachments last: each one a journal names was there before it.
  const attachments: SnapshotFile[] = [];
  for (const store of stores.keys()) attachments.push(...(await attachmentsOf(files, folder, store)));
  return { heads, texts, journals, attachments, damaged };
}
