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
const rounds = 7;
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

/** Saves without a pause while all items are folded into a checkpoint: the longest turn, and the longest save. */
async function whileFolding(folder: string): Promise<Stall> {
  let number = 0;
  // One save makes the checkpoint due; the next one is not due before it is written.
  const store = await openSampleStore(folder, { policy: { ...neverCheckpoint, lines: 1 } });
  const stopped = watchTurns();
  const times: number[] = [];
  const until = performance.now() + 1500;
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
    const stalls: Stall[] = [];
    for (let round = 0; round < rounds; round += 1) stalls.push(await whileFolding(folder));
    const rows = { turn: stalls.map(({ turn }) => turn), save: stalls.map(({ save }) => save) };
    const row = (name: string, times: readonly number[]) =>
      benchRow({
        name,
        // Other work on the machine only ever makes a wait longer.
        value: quietest(times),
        unit: 'ms',
        baseline: 'one frame of 25 ms',
        baselineValue: frame,
        limit: 1,
      });
    return [
      row(`longest stall while ${count} items are folded`, rows.turn),
      row(`longest save while ${count} items are folded`, rows.save),
    ];
  } finally {
    await bed.remove();
  }
}
