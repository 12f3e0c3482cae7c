import { join } from 'node:path';
import { sampleEvidence } from '#test/support/storage-samples.ts';
import {
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
  temporaryBed,
} from '#test/support/storage-stores.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { quietest } from './statistics.ts';

const count = 10_000;
const rounds = 5;
/** What nobody notices. Milliseconds. */
const frame = 25;

const change = (number: number, title?: string) => {
  const value = sampleEvidence(number, title);
  return { collection: 'evidence', id: value.id, value } as const;
};

/** Asks the event loop for a turn, again and again, and notes the longest it had to wait for one. */
function watchTurns() {
  let longest = 0;
  let last = performance.now();
  let watching = true;
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    watching = false;
    return longest;
  };
}

type Stall = { readonly turn: number; readonly save: number };

/** Saves without a pause: the longest turn, and the longest save. @param folding whether all items are folded meanwhile. */
async function whileSaving(folder: string, folding: boolean): Promise<Stall> {
  let number = 0;
  // With one line each, a checkpoint follows the other.
  const store = await openSampleStore(folder, {
    policy: folding ? { ...neverCheckpoint, lines: 1 } : neverCheckpoint,
  });
  const stopped = watchTurns();
  const times: number[] = [];
  const until = performance.now() + 800;
  while (performance.now() < until) {
    const start = performance.now();
    await store.commit('bench.save', [change(number, `Sample audit changed ${times.length}`)]);
    times.push(performance.now() - start);
    number = (number + 1) % count;
  }
  const turn = stopped();
  await store.close();
  return { turn, save: Math.max(...times) };
}

/** Folding goes on beside the work: nobody waits for it. */
export async function stallBenches(): Promise<readonly BenchRow[]> {
  const bed = await temporaryBed();
  try {
    const folder = join(bed.folder, 'stalls');
    const store = await newSampleStore(folder, { policy: neverCheckpoint });
    for (let from = 0; from < count; from += 100) {
      await store.commit(
        'bench.fill',
        Array.from({ length: 100 }, (_, index) => change(from + index)),
      );
    }
    await store.close();
    const folding: Stall[] = [];
    const plain: Stall[] = [];
    for (let round = 0; round < rounds; round += 1) {
      plain.push(await whileSaving(folder, false));
      folding.push(await whileSaving(folder, true));
    }
    // Other work on the machine only ever makes a wait longer, for both.
    const row = (name: string, of: keyof Stall) =>
      benchRow({
        name,
        value: quietest(folding.map((stall) => stall[of])),
        unit: 'ms',
        baseline: 'the same without folding, and one frame of 25 ms',
        baselineValue: quietest(plain.map((stall) => stall[of])) + frame,
        limit: 1,
      });
    return [
      row(`longest stall while ${count} items are folded`, 'turn'),
      row(`longest save while ${count} items are folded`, 'save'),
    ];
  } finally {
    await bed.remove();
  }
}
