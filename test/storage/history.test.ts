import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Files, nodeFiles } from '#electron/storage/files.ts';
import { readIndex } from '#electron/storage/history-files.ts';
import { segmentName } from '#electron/storage/segments.ts';
import { idFrom, sampleActor, sampleInstant } from '#test/support/storage-samples.ts';
import { newSites, put, type Site, send } from '#test/support/storage-sites.ts';
import {
  type Bed,
  digestsBelow,
  failureOf,
  neverCheckpoint,
  newSampleStore,
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
const often = { lines: 3, bytes: 1e12, linesAtClose: 1 };
const titlesOf = async (store: Site) =>
  (await store.history.versions('evidence', id)).map(
    ({ value }) => (value as { title: string } | null)?.title,
  );

/** A disk on which reading the first segment, from when it is told, waits until enough else has happened. */
function heldAtFirstRead() {
  let holding = false;
  let enough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const open: Files['open'] = async (path, mode) => {
    if (holding && mode === 'read' && path.endsWith(segmentName(1))) await held;
    return nodeFiles.open(path, mode);
  };
  const from = () => {
    holding = true;
  };
  return { files: { ...nodeFiles, open }, from, enough: () => enough() };
}

describe('the history of a store', () => {
  it('tells lines newest first, page by page, with who, when, what and what they take back', async () => {
    const store = await newSampleStore(bed.folder, { policy: often });
    for (let number = 0; number < 11; number += 1) await store.commit('evidence.add', [put(number)]);
    await store.commit('undo', [{ collection: 'evidence', id: idFrom(10), value: null }], { undoes: 11 });
    const first = await store.history.lines(null, 5);
    expect(first.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8]);
    const { revision, parents } = first[0]?.changes[0] ?? {};
    expect(first[0]).toEqual({
      seq: 12,
      at: sampleInstant,
      who: sampleActor,
      action: 'undo',
      about: { undoes: 11 },
      changes: [{ collection: 'evidence', id: idFrom(10), revision, parents, deleted: true }],
    });
    expect(parents).toEqual([first[1]?.changes[0]?.revision]);
    expect((await store.history.lines(8, 5)).map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3]);
    expect((await store.history.lines(3, 5)).map(({ seq }) => seq)).toEqual([2, 1]);
    expect(await store.history.lines(1, 5)).toEqual([]);
    await store.close();
    expect((await failureOf(store.history.lines(null, 5))).code).toBe('LOCKED');
  });

  it('tells versions and values, kept or deleted, also after a restart and through segments', async () => {
    let store = await newSampleStore(bed.folder, { policy: often });
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) {
      await store.commit('evidence.update', [put(1, title), put(2, title)]);
    }
    await store.commit('evidence.remove', [{ collection: 'evidence', id, value: null }]);
    const told = [undefined, 'Five', 'Four', 'Three', 'Two', 'One'];
    expect(await titlesOf(store)).toEqual(told);
    await store.close();
    store = await openSampleStore(bed.folder, { policy: often });
    expect(await titlesOf(store)).toEqual(told);
    const [deleted, last] = await store.history.versions('evidence', id);
    expect(await store.history.value(deleted?.revision ?? '')).toBeNull();
    expect(await store.history.value(last?.revision ?? '')).toMatchObject({ title: 'Five' });
    expect(await store.history.value('a'.repeat(64))).toBeUndefined();
    expect(last?.by).toEqual({ id: sampleActor, name: 'Dr Sample Doctor', at: sampleInstant });
    expect(await store.history.versions('evidence', idFrom(99))).toEqual([]);
    await store.close();
  });

  it('misses nothing that is saved while it is read, also when segments and checkpoints are made meanwhile', async () => {
    const store = await newSampleStore(bed.folder, { policy: neverCheckpoint });
    for (let number = 0; number < 300; number += 1) await store.commit('evidence.add', [put(number)]);
    await store.close();
    const { files, from, enough } = heldAtFirstRead();
    const busy = await openSampleStore(bed.folder, { policy: often, files });
    from();
    let done = false;
    const asked = busy.history.lines(null, 1e9).then((lines) => {
      done = true;
      return lines;
    });
    let saves = 0;
    for (; !done; saves += 1) {
      await busy.commit('meanwhile', [put(1, `Meanwhile ${saves}`)]);
      if (saves === 6) enough();
    }
    expect(saves).toBeGreaterThan(5);
    const atThatTime = (await asked).length;
    expect(atThatTime).toBeGreaterThanOrEqual(300);
    const lines = await busy.history.lines(null, 1e9);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, place) => 300 + saves - place));
    expect((await titlesOf(busy)).slice(0, 2)).toEqual([`Meanwhile ${saves - 1}`, `Meanwhile ${saves - 2}`]);
    await busy.close();
  });

  it('is read in short steps, so that nothing else has to wait', async () => {
    const store = await newSampleStore(bed.folder, { policy: neverCheckpoint });
    for (let number = 0; number < 1500; number += 1) await store.commit('evidence.add', [put(number)]);
    const place = { vaultId: sampleVaultId, store: 'portfolios/sample', key: sampleKey, folder: bed.folder };
    const bytes = (await nodeFiles.size(join(bed.folder, 'journal-000001.log'))) ?? 0;
    let done = false;
    const reading = readIndex(nodeFiles, place, { segment: 1, bytes }).finally(() => {
      done = true;
    });
    const steps: number[] = [];
    for (let last = performance.now(); !done; last = performance.now()) {
      await turn();
      steps.push(performance.now() - last);
    }
    expect((await reading).lines).toHaveLength(1500);
    // A step takes 8 ms and what the machine adds. Read in one go, it would have been one long one.
    const long = steps.filter((step) => step > 4).sort((a, b) => a - b);
    expect(long.length).toBeGreaterThan(3);
    expect(long[Math.floor(long.length / 2)]).toBeLessThan(25);
    await store.close();
  });

  it('has a gap where an old segment is damaged that opening does not read, and saves go on', async () => {
    const store = await newSampleStore(bed.folder, { policy: often });
    for (let number = 0; number < 9; number += 1) await store.commit('evidence.add', [put(number)]);
    await store.close();
    const path = join(bed.folder, 'journal-000001.log');
    const good = await readFile(path);
    const bad = Buffer.from(good);
    bad[40] = (bad[40] ?? 0) ^ 1;
    await writeFile(path, bad);
    const again = await openSampleStore(bed.folder, { policy: often });
    expect(await again.history.gaps()).toEqual([{ from: 1, to: 1 }]);
    expect((await again.history.lines(null, 20)).map(({ seq }) => seq)).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
    expect((await again.planMerge([])).counts).toMatchObject({ new: 0, changed: 0, conflicting: 0 });
    await again.commit('evidence.update', [put(1, 'Still saved')]);
    expect((await again.history.lines(null, 1))[0]?.seq).toBe(10);
    await again.close();
    await writeFile(path, good);
    const mended = await openSampleStore(bed.folder, { policy: often });
    expect(await mended.history.gaps()).toEqual([]);
    await mended.close();
  });

  it('finds damage in the segments that records are read from, and says where', async () => {
    const store = await newSampleStore(bed.folder, { policy: neverCheckpoint });
    for (let number = 0; number < 3; number += 1) await store.commit('evidence.add', [put(number)]);
    const path = join(bed.folder, 'journal-000001.log');
    const bad = await readFile(path);
    // Another letter of the line's own alphabet: any other would be unreadable rather than altered.
    bad[40] = bad[40] === 0x41 ? 0x42 : 0x41;
    await writeFile(path, bad);
    const damage = {
      code: 'VAULT_DAMAGED',
      data: { file: 'portfolios/sample/journal-000001.log:1', what: 'altered' },
    };
    expect(await failureOf(store.history.lines(null, 5))).toEqual(damage);
    expect(await failureOf(store.planMerge([]))).toEqual(damage);
    await store.close();
  });

  it('writes nothing', async () => {
    const store = await newSampleStore(bed.folder);
    await store.commit('evidence.add', [put(1)]);
    const before = await digestsBelow(bed.folder);
    await store.history.lines(null, 5);
    await store.history.versions('evidence', id);
    await store.history.travel([{ collection: 'evidence', id }], 'all');
    expect(await digestsBelow(bed.folder)).toEqual(before);
    await store.close();
  });
});

describe('revisions that travel', () => {
  it('carry their author on, however far they go, and ancestors come first', async () => {
    const [a, b, c] = (await newSites(bed.folder, ['a', 'b', 'c'])) as [Site, Site, Site];
    await a.commit('evidence.add', [put(1, 'First')]);
    await a.commit('evidence.update', [put(1, 'Second')]);
    const author = { id: sampleActor, name: 'Dr Sample Doctor', at: sampleInstant };
    await send(a, b);
    await b.commit('evidence.update', [put(1, 'Third')]);
    await send(b, c, 'all');
    const told = await c.history.travel([{ collection: 'evidence', id }], 'all');
    // The first version came to b as a name alone, and so it goes on.
    expect(told.map(({ value }) => (value as { title: string } | undefined)?.title)).toEqual([
      undefined,
      'Second',
      'Third',
    ]);
    expect(told.map(({ by }) => by)).toEqual([null, author, author]);
    expect(told.map(({ parents }) => parents)).toEqual([[], [told[0]?.revision], [told[1]?.revision]]);
    const heads = await c.history.travel([{ collection: 'evidence', id }], 'heads');
    expect(heads.map((one) => 'value' in one)).toEqual([false, false, true]);
    for (const site of [a, b, c]) await site.close();
  });
});
