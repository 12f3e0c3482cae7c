import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, PortfolioRecords } from '#electron/services/ports.ts';
import { idFrom, sampleEvidence, samplePortfolio } from '#test/support/storage-samples.ts';
import {
  type Bed,
  contentsOf,
  digestsBelow,
  failureOf,
  filesBelow,
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
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
const removal = (number: number): Change<PortfolioRecords> => ({
  collection: 'evidence',
  id: idFrom(number),
  value: null,
});

describe('a record store', () => {
  it('gives back after reopening what was committed, and nothing else', async () => {
    const store = await newSampleStore(bed.folder);
    const portfolio = samplePortfolio();
    await store.commit('portfolio.create', [{ collection: 'portfolio', id: portfolio.id, value: portfolio }]);
    await store.commit('evidence.add', [put(1), put(2)]);
    await store.commit('evidence.remove', [removal(2)]);
    const before = contentsOf(store);
    await store.close();
    const again = await openSampleStore(bed.folder);
    expect(contentsOf(again)).toEqual(before);
    expect(again.head().entries).toBe(3);
    expect([...again.all('evidence').keys()]).toEqual([idFrom(1)]);
    await again.close();
  });

  it('changes memory only once the line is written, and tells listeners then', async () => {
    const store = await newSampleStore(bed.folder);
    const told: number[] = [];
    const stop = store.onCommit((changes) => told.push(changes.length));
    const saving = store.commit('evidence.add', [put(1)]);
    expect(store.get('evidence', idFrom(1))).toBeUndefined();
    expect(told).toEqual([]);
    await saving;
    expect(store.get('evidence', idFrom(1))?.title).toBe('Sample audit number 1');
    stop();
    await store.commit('evidence.add', [put(2)]);
    expect(told).toEqual([1]);
    await store.close();
  });

  it('takes commits one by one in the order they were asked for, and finishes them before closing', async () => {
    const store = await newSampleStore(bed.folder);
    const saves = Array.from({ length: 30 }, (_, index) =>
      store.commit('evidence.edit', [put(1, `Title ${index}`)]),
    );
    const closing = store.close();
    const heads = await Promise.all(saves);
    await closing;
    expect(heads.map((head) => head.entries)).toEqual(heads.map((_, index) => index + 1));
    expect(store.get('evidence', idFrom(1))?.title).toBe('Title 29');
    expect(await failureOf(store.commit('late', [put(2)]))).toEqual({ code: 'LOCKED', data: {} });
  });

  it('freezes records, before and after reopening', async () => {
    const store = await newSampleStore(bed.folder, { policy: { ...neverCheckpoint, linesAtClose: 1 } });
    await store.commit('evidence.add', [put(1)]);
    expect(Object.isFrozen(store.get('evidence', idFrom(1))?.links[0])).toBe(true);
    await store.close();
    const fromCheckpoint = await openSampleStore(bed.folder, { policy: neverCheckpoint });
    expect(Object.isFrozen(fromCheckpoint.get('evidence', idFrom(1))?.links[0])).toBe(true);
    await fromCheckpoint.commit('evidence.add', [put(2)]);
    await fromCheckpoint.close();
    const fromJournal = await openSampleStore(bed.folder);
    expect(Object.isFrozen(fromJournal.get('evidence', idFrom(2))?.details)).toBe(true);
    await fromJournal.close();
  });

  it.each([
    ['an unknown collection', { collection: 'gossip', id: idFrom(1), value: { id: idFrom(1) } }],
    ['a record against its schema', { ...put(1), value: { ...sampleEvidence(1), title: '' } }],
    ['a field nobody knows', { ...put(1), value: { ...sampleEvidence(1), extra: 1 } }],
    ['a record under another id', { ...put(1), id: idFrom(2) }],
    ['an inherited name as collection', { collection: 'constructor', id: idFrom(1), value: null }],
  ])('refuses %s and changes nothing', async (_, change) => {
    const store = await newSampleStore(bed.folder);
    await store.commit('evidence.add', [put(5)]);
    const before = contentsOf(store);
    const files = await digestsBelow(bed.folder);
    const refusal = await failureOf(store.commit('bad', [put(6), change as Change<PortfolioRecords>]));
    expect(refusal.code).toBe('INVALID');
    expect(contentsOf(store)).toEqual(before);
    expect(await digestsBelow(bed.folder)).toEqual(files);
    await store.close();
  });

  it('refuses to change one record twice in one commit', async () => {
    const store = await newSampleStore(bed.folder);
    expect((await failureOf(store.commit('bad', [put(1), put(1, 'Other')]))).code).toBe('INVALID');
    await store.close();
  });

  it('keeps every segment and one checkpoint', async () => {
    const policy = { lines: 5, bytes: 1e12, linesAtClose: 1e9 };
    const store = await newSampleStore(bed.folder, { policy });
    for (let number = 0; number < 23; number += 1) await store.commit('evidence.add', [put(number)]);
    const before = contentsOf(store);
    await store.close();
    const names = [...(await filesBelow(bed.folder)).keys()];
    const segments = names.filter((name) => name.startsWith('journal-'));
    expect(segments.length).toBeGreaterThan(1);
    expect(names.filter((name) => name.startsWith('checkpoint-'))).toHaveLength(1);
    const again = await openSampleStore(bed.folder);
    expect(contentsOf(again)).toEqual(before);
    await again.close();
  });
});

type Step = { readonly record: number; readonly title: string | null } | 'reopen';

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ record: fc.nat(5), title: fc.option(fc.stringMatching(/^[a-z]{1,8}$/)) }),
  },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

describe('any history', () => {
  it('folds to the same state however it is cut into segments, checkpoints and sessions', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        async (steps, lines) => {
          run += 1;
          const folder = join(bed.folder, String(run));
          const policy = { lines, bytes: 1e12, linesAtClose: lines };
          let store = await newSampleStore(folder, { policy });
          const model = new Map<string, string>();
          let commits = 0;
          for (const now of steps) {
            if (now === 'reopen') {
              await store.close();
              store = await openSampleStore(folder, { policy });
            } else {
              commits += 1;
              if (now.title === null) model.delete(idFrom(now.record));
              else model.set(idFrom(now.record), now.title);
              await store.commit('step', [
                now.title === null ? removal(now.record) : put(now.record, now.title),
              ]);
            }
            const kept = [...store.all('evidence')].map(([id, item]) => [id, item.title] as const);
            expect(new Map(kept)).toEqual(model);
          }
          const before = contentsOf(store);
          expect(before.head.entries).toBe(commits);
          await store.close();
          const again = await openSampleStore(folder);
          expect(contentsOf(again)).toEqual(before);
          await again.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
