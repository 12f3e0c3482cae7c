import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFile } from 'lowdb/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CuttableDisk, cuttableDisk, hasLoopDevices } from '#test/support/crash/power-cut.ts';
import { proved, sized } from '#test/support/prove.ts';
import { buildChild } from '#test/support/storage-kill.ts';
import { idFrom, sampleEvidence } from '#test/support/storage-samples.ts';
import {
  type Bed,
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const rounds = sized(5, 200);
const roundsForLowdb = sized(5, 30);
/** A fresh disk now and then: the journal keeps everything, the disk is small. */
const roundsPerDisk = 25;
const spread = 150;
const records = 75;
const possible = hasLoopDevices();

let bed: Bed;
let child: string;
beforeAll(async () => {
  bed = await temporaryBed();
  child = await buildChild(join(bed.folder, 'child'));
});
afterAll(() => bed.remove());

async function withDisk(work: (disk: CuttableDisk) => Promise<void>): Promise<void> {
  const disk = await cuttableDisk(await mkdtemp(join(tmpdir(), 'waymark-power-')));
  try {
    await work(disk);
  } finally {
    await disk.remove();
  }
}
const program = (task: string, folder: string, from: number) => [
  process.execPath,
  child,
  task,
  folder,
  String(from),
  String(records),
];

(possible ? describe : describe.skip)(
  `a power cut on a real disk${possible ? '' : ' (not run here: no loop device)'}`,
  () => {
    it(`${rounds} times while saving and folding: nothing acknowledged is lost`, async () => {
      let acknowledged = 0;
      for (let done = 0; done < rounds; done += roundsPerDisk) {
        await withDisk(async (disk) => {
          const folder = join(disk.folder, 'store');
          await (await newSampleStore(folder)).close();
          let from = 0;
          for (let round = done; round < Math.min(rounds, done + roundsPerDisk); round += 1) {
            const lines = await disk.cutWhile(program('save', folder, from), spread);
            const store = await openSampleStore(folder, { policy: neverCheckpoint });
            const entries = store.head().entries;
            const last = store.get('evidence', idFrom((entries - 1) % records));
            await store.close();
            expect([from + lines.length, from + lines.length + 1]).toContain(entries);
            expect(last?.title).toBe(sampleEvidence(0, `Save ${entries - 1}`).title);
            acknowledged += lines.length;
            from = entries;
          }
        });
      }
      expect(acknowledged).toBeGreaterThan(rounds);
      proved('power cuts on ext4', `${rounds} rounds, ${acknowledged} acknowledged, 0 lost`);
    });

    it("is found out by this harness with lowdb's own file", async () => {
      let losing = 0;
      for (let round = 0; round < roundsForLowdb; round += 1) {
        await withDisk(async (disk) => {
          const lines = await disk.cutWhile(program('json-file', disk.folder, 0), spread);
          const file = new JSONFile<{ evidence: Record<string, { hours: number }> }>(
            join(disk.folder, 'lowdb.json'),
          );
          const data = await file.read().catch(() => null);
          const newest = Math.max(-1, ...Object.values(data?.evidence ?? {}).map(({ hours }) => hours));
          if (newest < lines.length - 1) losing += 1;
        });
      }
      expect(losing).toBeGreaterThan(0);
      proved("power cuts on ext4, lowdb's JSONFile", `${losing} of ${roundsForLowdb} rounds lost saves`);
    });
  },
);
