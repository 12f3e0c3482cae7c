import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JSONFile } from 'lowdb/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlobs } from '#electron/storage/blobs.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { buildChild, runAndKill } from '#test/support/storage-kill.ts';
import { idFrom } from '#test/support/storage-samples.ts';
import {
  type Bed,
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
  sampleKey,
  sampleVaultId,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const kills = 200;
const spread = 25;
const records = 20;
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
const newest = (last: number) =>
  Array.from({ length: records }, (_, record) => last - ((last - record + records * 1e6) % records));

/** Kills `task` once and checks that what it acknowledged is there. Returns how many saves the journal now has. */
async function killSaving(task: string, folder: string, from: number) {
  const { lines } = await runAndKill(child, [task, folder, String(from)], spread);
  expect(lines.map(Number)).toEqual(lines.map((_, index) => from + index));
  const store = await openSampleStore(folder, { policy: neverCheckpoint });
  const done = store.head().entries;
  // The save that was under way may be there or not; no more and no less than that.
  expect([from + lines.length, from + lines.length + 1]).toContain(done);
  for (const [record, number] of newest(done - 1).entries()) {
    if (number >= 0) expect(store.get('evidence', idFrom(record))?.hours).toBe(number);
  }
  await store.close();
  return { done, acknowledged: lines.length };
}

async function emptyStore(name: string): Promise<string> {
  const folder = join(bed.folder, name);
  await (await newSampleStore(folder)).close();
  return folder;
}

describe('kill -9', () => {
  it(`${kills} times while saving: nothing acknowledged is lost, nothing but one last save is added`, async () => {
    let acknowledged = 0;
    await inLanes(2, async (lane) => {
      const folder = await emptyStore(`save-${lane}`);
      let from = 0;
      for (let kill = 0; kill < kills / 2; kill += 1) {
        const killed = await killSaving('save', folder, from);
        acknowledged += killed.acknowledged;
        from = killed.done;
      }
    });
    // Killed at work, not at rest.
    expect(acknowledged).toBeGreaterThan(kills * 3);
  });

  it(`${kills} times while adding attachments: each acknowledged one is whole, and no record names one that is not`, async () => {
    await inLanes(2, async (lane) => {
      const folder = await emptyStore(`attach-${lane}`);
      let from = 0;
      for (let kill = 0; kill < kills / 2; kill += 1) {
        const { lines } = await runAndKill(child, ['attach', folder, String(from)], spread);
        const store = await openSampleStore(folder, { policy: neverCheckpoint });
        const place = {
          key: sampleKey,
          vaultId: sampleVaultId,
          store: 'portfolios/sample',
          folder: `${folder}/blobs`,
        };
        const blobs = await openBlobs(nodeFiles, place);
        const named = [...store.all('evidence').values()].flatMap((item) => item.attachments.slice(0, 1));
        const said = lines.map((line) => line.split(' ')[1] ?? '');
        for (const hash of new Set([...said, ...named.map((file) => file.hash)])) {
          const found = await blobs.read(hash);
          if (found === undefined) throw new Error('an attachment is lost');
          const hasher = createHash('sha256');
          for await (const chunk of found.bytes) hasher.update(chunk);
          expect(hasher.digest('hex')).toBe(hash);
        }
        const done = store.head().entries;
        expect([from + lines.length, from + lines.length + 1]).toContain(done);
        await store.close();
        from = done;
      }
    });
  });
});

describe('a power cut, which loses what was not synced', () => {
  it('loses no acknowledged save', async () => {
    const folder = await emptyStore('lazy');
    let from = 0;
    for (let kill = 0; kill < 15; kill += 1) from = (await killSaving('save-lazy', folder, from)).done;
    expect(from).toBeGreaterThan(45);
  });

  it('is found out by this harness when the store does not sync', async () => {
    const folder = await emptyStore('unsynced');
    await expect(killSaving('save-unsynced', folder, 0)).rejects.toThrow(/to include \+?0|VAULT_DAMAGED/);
  });

  it("is found out by this harness with lowdb's own file", async () => {
    const folder = join(bed.folder, 'json-file');
    await mkdir(folder);
    const { lines } = await runAndKill(child, ['json-file', folder, '0'], spread);
    expect(lines.length).toBeGreaterThan(0);
    await expect(new JSONFile(join(folder, 'lowdb.json')).read()).rejects.toThrow(SyntaxError);
  });
});
