import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JSONFile } from 'lowdb/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlobs } from '#electron/storage/blobs.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { proved, sized } from '#test/support/prove.ts';
import { buildChild, runAndKill } from '#test/support/storage-kill.ts';
import { idFrom, sampleEvidence } from '#test/support/storage-samples.ts';
import {
  type Bed,
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
  sampleKey,
  sampleVaultId,
  temporaryBed,
} from '#test/support/storage-stores.ts';

/** Full size: 400 kills of each size while saving, 200 while adding attachments: 1,000. */
const savingKills = sized(16, 400);
const attachingKills = sized(16, 200);
const powerCuts = sized(8, 15);
const spread = 25;
const small = 75;
const large = 2300;
const sizes = [
  { records: small, name: '100 KB' },
  { records: large, name: '3 MB' },
];
let bed: Bed;
let child: string;
beforeAll(async () => {
  bed = await temporaryBed();
  child = await buildChild(join(bed.folder, 'child'));
});
afterAll(() => bed.remove());

/** Runs `lanes` series of kills side by side, each in a folder of its own. */
const inLanes = (lanes: number, work: (lane: number) => Promise<void>) =>
  Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));

/** The newest number each record must hold when everything up to `last` was acknowledged. */
const newest = (last: number, records: number) =>
  Array.from({ length: records }, (_, record) => last - ((last - record + records * 1e6) % records));

/** Checks that everything acknowledged is there. Returns how many saves the journal now has. */
async function checkSaved(folder: string, from: number, lines: readonly string[], records: number) {
  expect(lines.map(Number)).toEqual(lines.map((_, index) => from + index));
  const store = await openSampleStore(folder, { policy: neverCheckpoint });
  try {
    const done = store.head().entries - before;
    // The save that was under way may be there or not; no more and no less than that.
    expect([from + lines.length, from + lines.length + 1]).toContain(done);
    for (const [record, number] of newest(done - 1, records).entries()) {
      const item = store.get('evidence', idFrom(record));
      expect(item?.hours).toBe(number >= 0 ? number : sampleEvidence(record).hours);
    }
    return { done, acknowledged: lines.length };
  } finally {
    await store.close();
  }
}

/** Kills `task` once and checks that what it acknowledged is there. */
async function killSaving(task: string, folder: string, from: number, records = small) {
  const { lines } = await runAndKill(child, [task, folder, String(from), String(records)], spread);
  return checkSaved(folder, from, lines, records);
}

/** Lines a new store begins with. */
const before = 1;

/** A store with so many records, put in by one line. */
async function fullStore(folder: string, records = small): Promise<string> {
  const store = await newSampleStore(folder, { policy: neverCheckpoint });
  const items = Array.from({ length: records }, (_, record) => sampleEvidence(record));
  await store.commit(
    'evidence.add',
    items.map((value) => ({ collection: 'evidence', id: value.id, value })),
  );
  await store.close();
  return folder;
}
const newStore = (name: string, records = small) => fullStore(join(bed.folder, name), records);

describe('kill -9', () => {
  it.each(sizes)(
    `${savingKills} times while saving and folding $name: nothing acknowledged is lost, one last save at most is added`,
    async ({ records, name }) => {
      let acknowledged = 0;
      await inLanes(2, async (lane) => {
        const folder = await newStore(`save-${records}-${lane}`, records);
        let from = 0;
        for (let kill = 0; kill < savingKills / 2; kill += 1) {
          const killed = await killSaving('save', folder, from, records);
          acknowledged += killed.acknowledged;
          from = killed.done;
        }
      });
      // Killed at work, not at rest.
      expect(acknowledged).toBeGreaterThan(savingKills * 2);
      proved(`kill -9, ${name}`, `${savingKills} kills, ${acknowledged} acknowledged, 0 lost`);
    },
  );

  it(`${attachingKills} times while adding attachments: each acknowledged one is whole, and no record names one that is not`, async () => {
    let acknowledged = 0;
    await inLanes(2, async (lane) => {
      const folder = await newStore(`attach-${lane}`);
      let from = 0;
      for (let kill = 0; kill < attachingKills / 2; kill += 1) {
        const { lines } = await runAndKill(child, ['attach', folder, String(from), String(small)], spread);
        const store = await openSampleStore(folder, { policy: neverCheckpoint });
        const place = {
          key: sampleKey,
          vaultId: sampleVaultId,
          store: 'portfolios/sample',
          folder: `${folder}/blobs`,
        };
        const blobs = await openBlobs(nodeFiles, place);
        // What the store began with names files that never were: only what the child attached is looked for.
        const named = [...store.all('evidence').values()]
          .flatMap((item) => item.attachments)
          .filter((file) => file.name === 'sample.bin');
        const said = lines.map((line) => line.split(' ')[1] ?? '');
        for (const hash of new Set([...said, ...named.map((file) => file.hash)])) {
          const found = await blobs.read(hash);
          if (found === undefined) throw new Error('an attachment is lost');
          const hasher = createHash('sha256');
          for await (const chunk of found.bytes) hasher.update(chunk);
          expect(hasher.digest('hex')).toBe(hash);
        }
        const done = store.head().entries - before;
        expect([from + lines.length, from + lines.length + 1]).toContain(done);
        await store.close();
        acknowledged += lines.length;
        from = done;
      }
    });
    proved('kill -9, attachments', `${attachingKills} kills, ${acknowledged} acknowledged, 0 lost`);
  });
});

describe('a power cut, which loses what was not synced', () => {
  it('loses no acknowledged save', async () => {
    const folder = await newStore('lazy');
    let from = 0;
    for (let kill = 0; kill < powerCuts; kill += 1) from = (await killSaving('save-lazy', folder, from)).done;
    expect(from).toBeGreaterThan(powerCuts * 3);
  });

  it('is found out by this harness when the store does not sync', async () => {
    const folder = await newStore('unsynced');
    await expect(killSaving('save-unsynced', folder, 0)).rejects.toThrow(/to include \+?0|VAULT_DAMAGED/);
  });

  it("is found out by this harness with lowdb's own file", async () => {
    const folder = join(bed.folder, 'json-file');
    await mkdir(folder);
    const { lines } = await runAndKill(child, ['json-file-lazy', folder, '0'], spread);
    expect(lines.length).toBeGreaterThan(0);
    await expect(new JSONFile(join(folder, 'lowdb.json')).read()).rejects.toThrow(SyntaxError);
  });
});
