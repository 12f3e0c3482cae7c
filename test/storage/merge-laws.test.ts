import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyArbitrary, playHistory } from '#test/support/merge-histories.ts';
import { storeKit } from '#test/support/merge-stores.ts';
import { proved, sized } from '#test/support/prove.ts';
import { type Bed, temporaryBed } from '#test/support/storage-stores.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

describe('any history of three to five sites on disk', () => {
  it('converges and loses nothing, through restarts, checkpoints and segments', {
    timeout: 1_800_000,
  }, async () => {
    const numRuns = sized(15, 500);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async (history) => {
        run += 1;
        const kit = storeKit(join(bed.folder, String(run)));
        expect((await playHistory(kit, history)).broken).toEqual([]);
        await kit.close();
      }),
      { numRuns },
    );
    proved('merging on disk', `${numRuns} histories, 0 broken laws`);
  });
});
