import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, PortfolioRecords } from '#electron/services/ports.ts';
import { writeCheckpoint } from '#electron/storage/checkpoint.ts';
import { portfolioCollections, shapeOf } from '#electron/storage/collections.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { createJournalAdapter } from '#electron/storage/journal-adapter.ts';
import { firstHead } from '#electron/storage/journal-line.ts';
import { emptyState, type State } from '#electron/storage/state.ts';
import { idFrom, sampleEvidence } from '#test/support/storage-samples.ts';
import {
  type Bed,
  contentsOf,
  digestsBelow,
  failureOf,
  filesBelow,
  neverCheckpoint,
  newSampleStore,
  noLog,
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

const put = (number: number, title?: string): Change<PortfolioRecords> => {
  const value = sampleEvidence(number, title);
  return { collection: 'evidence', id: value.id, value };
};
const place = () => ({
  vaultId: sampleVaultId,
  store: 'portfolios/sample',
  key: sampleKey,
  folder: bed.folder,
});
const earlierShape = 'e'.repeat(64);

/** A store whose checkpoint was written by a Waymark with other schemas. */
async function fromEarlier(change: (state: State) => void): Promise<void> {
  const store = await newSampleStore(bed.folder, { policy: { ...neverCheckpoint, linesAtClose: 1 } });
  await store.commit('evidence.add', [put(1), put(2)]);
  await store.close();
  const journal = createJournalAdapter(nodeFiles, place(), portfolioCollections, noLog);
  const state = await journal.read();
  await journal.close();
  if (state === null) throw new Error('no state');
  change(state);
  await writeCheckpoint(nodeFiles, place(), 2, earlierShape, state);
}

describe('a checkpoint written under other schemas', () => {
  it('is validated record by record, and replaced at the first occasion', async () => {
    await fromEarlier(() => undefined);
    const store = await openSampleStore(bed.folder);
    const before = contentsOf(store);
    expect(store.all('evidence').size).toBe(2);
    await store.close();
    const names = [...(await filesBelow(bed.folder)).keys()];
    expect(names).toContain('checkpoint-000003.bin');
    expect(names).not.toContain('checkpoint-000002.bin');
    const again = await openSampleStore(bed.folder);
    expect(contentsOf(again)).toEqual(before);
    await again.close();
  });

  it('is refused when a record in it would not be let in today', async () => {
    await fromEarlier((state) => {
      const old = { ...sampleEvidence(1), hours: -5 };
      state.collections.get('evidence')?.values.set(old.id, old);
    });
    const before = await digestsBelow(bed.folder);
    expect(await failureOf(openSampleStore(bed.folder))).toEqual({
      code: 'VAULT_DAMAGED',
      data: { file: 'portfolios/sample/checkpoint-000002.bin', what: 'invalid-record' },
    });
    expect(await digestsBelow(bed.folder)).toEqual(before);
  });

  it('is refused when it has a collection nobody knows', async () => {
    await (await newSampleStore(bed.folder)).close();
    const state = emptyState(['gossip'], firstHead(place()));
    state.collections.get('gossip')?.revisions.set(idFrom(1), 'a'.repeat(64));
    await writeCheckpoint(nodeFiles, place(), 1, shapeOf(portfolioCollections), state);
    expect(await failureOf(openSampleStore(bed.folder))).toMatchObject({
      code: 'VAULT_DAMAGED',
      data: { what: 'invalid-record' },
    });
  });
});

describe('a checkpoint in the background', () => {
  it('lets saves through while it is written, without holding up the process', async () => {
    const count = 6000;
    const store = await newSampleStore(bed.folder, { policy: { ...neverCheckpoint, lines: 5 } });
    const many = Array.from({ length: count }, (_, number) => put(number));
    for (let from = 0; from < count; from += 1500) await store.commit('fill', many.slice(from, from + 1500));
    const written = async () =>
      (await nodeFiles.list(bed.folder))?.some((name) => name === 'checkpoint-000002.bin');
    await store.commit('fifth', [put(0, 'Fifth line')]);
    expect(await written()).toBe(false);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let saves = 0;
    for (; !(await written()); saves += 1)
      await store.commit('meanwhile', [put(saves, `Meanwhile ${saves}`)]);
    delay.disable();
    expect(saves).toBeGreaterThan(2);
    // Half of all turns were short; the longest depends on what else the machine is doing.
    expect(delay.percentile(50) / 1e6).toBeLessThan(25);
    await store.close();
    const again = await openSampleStore(bed.folder, { policy: neverCheckpoint });
    expect(again.all('evidence').size).toBe(count);
    expect(again.get('evidence', idFrom(saves - 1))?.title).toBe(`Meanwhile ${saves - 1}`);
    await again.close();
  });
});
