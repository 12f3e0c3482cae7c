import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/storage/files.ts';
import { encodeLine } from '#electron/storage/journal-line.ts';
import type { KnownName, Marks } from '#electron/storage/line-schema.ts';
import { currentFormat } from '#electron/storage/migrations/registry.ts';
import { sha256 } from '#electron/storage/revision.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import { faultyFiles } from '#test/support/storage-faults.ts';
import { idFrom, sampleActor, sampleEvidence, sampleInstant } from '#test/support/storage-samples.ts';
import { newSites, put, recordsOf, type Site, send } from '#test/support/storage-sites.ts';
import {
  type Bed,
  contentsOf,
  digestsBelow,
  failureOf,
  neverCheckpoint,
  openSampleStore,
  sampleKey,
  sampleVaultId,
  temporaryBed,
} from '#test/support/storage-stores.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const id = idFrom(1);
const nobody = 'f'.repeat(64);
type Told = { readonly heads: readonly string[]; readonly old: string };
type Line = {
  readonly parents: readonly string[];
  readonly marks?: Marks;
  readonly known?: readonly KnownName[];
};

/** Our store with a conflict, closed; and what its newest revisions and its first one are called. */
async function conflicted(): Promise<
  Told & { readonly folder: string; readonly entries: number; readonly hash: string }
> {
  const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'], { policy: neverCheckpoint })) as [
    Site,
    Site,
  ];
  await ours.commit('evidence.add', [put(1, 'First')]);
  await send(ours, theirs);
  await ours.commit('evidence.update', [put(1, 'Ours')]);
  await theirs.commit('evidence.update', [put(1, 'Theirs')]);
  await send(theirs, ours);
  const heads = ours.heads('evidence', id).map(({ revision }) => revision);
  const old = (await ours.history.versions('evidence', id)).at(-1)?.revision ?? '';
  const { entries, hash } = ours.head();
  await ours.close();
  await theirs.close();
  return { heads, old, entries, hash, folder: join(bed.folder, 'ours') };
}

describe('a line of format 2', () => {
  const write = async (make: (told: Told) => Line) => {
    const { folder, entries, hash, ...told } = await conflicted();
    const { parents, marks, known } = make(told);
    const value = sampleEvidence(1, 'Written by hand');
    const content = contentOf({ collection: 'evidence', id, parents, value });
    const revision = { collection: 'evidence', id, revision: sha256(content), parents, value };
    const place = { vaultId: sampleVaultId, store: 'portfolios/sample', key: sampleKey };
    const meta = { at: sampleInstant, who: sampleActor, action: 'by.hand' };
    const line = encodeLine(place, 1, { entries, hash }, meta, [{ revision, content, marks }], known);
    await appendFile(join(folder, 'journal-000001.log'), line.bytes);
    return openSampleStore(folder, { policy: neverCheckpoint });
  };

  it.each<[string, (told: Told) => Line, readonly (string | undefined)[]]>([
    ['over one of two', ({ heads }) => ({ parents: heads.slice(1) }), ['Ours', 'Written by hand']],
    ['over both', ({ heads }) => ({ parents: heads.toSorted() }), ['Written by hand']],
    ['beside both', () => ({ parents: [], marks: { over: [] } }), ['Ours', 'Theirs', 'Written by hand']],
    [
      'over one by an ancestor known by name',
      ({ heads }) => ({ parents: [nobody], marks: { over: heads.slice(0, 1) } }),
      ['Written by hand', 'Theirs'],
    ],
    ['past', ({ old }) => ({ parents: [old], marks: { past: true } }), ['Ours', 'Theirs']],
    [
      'with the other one shown',
      ({ heads }) => ({ parents: [], marks: { over: [], shown: heads[1] ?? '' } }),
      ['Theirs', 'Ours', 'Written by hand'],
    ],
  ])('is folded as it says: %s', async (_, make, titles) => {
    const store = await write(make);
    const [shown, ...others] = store.heads('evidence', id).map(({ value }) => value?.title);
    expect([shown, ...others.sort()]).toEqual([titles[0], ...titles.slice(1).toSorted()]);
    await store.close();
  });

  it.each<[string, string, (told: Told) => Line]>([
    ['follows nothing where there is something', 'revision-mismatch', () => ({ parents: [] })],
    [
      'follows an old version as if it were the newest',
      'revision-mismatch',
      ({ old }) => ({ parents: [old] }),
    ],
    [
      'takes the place of an old version',
      'revision-mismatch',
      ({ old }) => ({ parents: [old], marks: { over: [old] } }),
    ],
    [
      'takes the place of the same twice',
      'revision-mismatch',
      ({ heads: [head = ''] }) => ({ parents: [head], marks: { over: [head, head] } }),
    ],
    [
      'shows what is no newest version',
      'revision-mismatch',
      ({ heads, old }) => ({ parents: heads.slice(0, 1), marks: { shown: old } }),
    ],
    [
      'is past and takes a place',
      'revision-mismatch',
      ({ heads, old }) => ({ parents: [old], marks: { past: true, over: [...heads] } }),
    ],
    [
      'has a value of a format that is to come',
      'invalid-record',
      ({ heads }) => ({ parents: heads.slice(0, 1), marks: { shape: currentFormat + 1 } }),
    ],
    [
      'knows a name in no collection',
      'invalid-record',
      ({ heads }) => ({
        parents: heads.slice(0, 1),
        known: [{ rev: nobody, collection: 'gossip', id, parents: [] }],
      }),
    ],
  ])('is damaged when it %s', async (_, what, make) => {
    expect(await failureOf(write(make))).toEqual({
      code: 'VAULT_DAMAGED',
      data: { file: 'portfolios/sample/journal-000001.log:4', what },
    });
  });
});

describe('a merge the disk fails', () => {
  it.each(['ENOSPC', 'EIO'] as const)('leaves memory and every byte as they were: %s', async (kind) => {
    const disk = faultyFiles(nodeFiles);
    const [theirs] = (await newSites(bed.folder, ['theirs'])) as [Site];
    const [ours] = (await newSites(bed.folder, ['ours'], {
      files: disk.files,
      policy: neverCheckpoint,
    })) as [Site];
    await theirs.commit('evidence.add', [put(1), put(2)]);
    await ours.commit('evidence.add', [put(1, 'Ours')]);
    const arriving = await theirs.history.travel(await recordsOf(theirs), 'heads');
    await ours.planMerge(arriving);
    const before = contentsOf(ours);
    const onDisk = await digestsBelow(bed.folder);
    disk.arm({ at: 0, kind, lasting: false });
    const { code } = await failureOf(ours.merge('import.package', arriving));
    expect(code).toBe(kind === 'EIO' ? 'STORAGE_FAILED' : 'DISK_FULL');
    disk.arm(undefined);
    expect(contentsOf(ours)).toEqual(before);
    expect(ours.conflicts()).toEqual([]);
    expect(await digestsBelow(bed.folder)).toEqual(onDisk);
    // And then it can be done after all, once.
    expect((await ours.merge('import.package', arriving)).summary.counts).toMatchObject({
      new: 1,
      conflicting: 1,
    });
    expect(ours.head().entries).toBe(2);
    await theirs.close();
    await ours.close();
  });
});

describe('a merge among saves', () => {
  it('takes its turn: what was saved before it is merged with, what is saved after it follows', async () => {
    const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'])) as [Site, Site];
    await ours.commit('evidence.add', [put(1, 'First')]);
    await send(ours, theirs);
    await theirs.commit('evidence.update', [put(1, 'Theirs')]);
    const arriving = await theirs.history.travel(await recordsOf(theirs), 'heads');
    const saves = Array.from({ length: 20 }, (_, number) =>
      ours.commit('evidence.update', [put(1, `Ours ${number}`)]),
    );
    const [merged] = await Promise.all([ours.merge('import.package', arriving), ...saves]);
    const more = await ours.commit('evidence.update', [put(1, 'Ours, at last')]);
    expect(merged.summary.counts.conflicting).toBe(1);
    expect(more.entries).toBe(23);
    expect(ours.heads('evidence', id).map(({ value }) => value?.title)).toEqual(['Ours, at last', 'Theirs']);
    await ours.close();
    const again = await openSampleStore(join(bed.folder, 'ours'));
    expect(again.conflicts()).toHaveLength(1);
    await again.close();
    await theirs.close();
  });
});
