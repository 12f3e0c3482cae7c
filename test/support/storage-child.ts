import { randomBytes } from 'node:crypto';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { PortfolioRecords, RecordStore } from '#electron/services/ports.ts';
import { openBlobs } from '#electron/storage/blobs.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { type LockKind, lockVault } from '#electron/storage/vault-lock.ts';
import { lazyFiles } from './storage-lazy-files.ts';
import { idFrom, sampleEvidence } from './storage-samples.ts';
import { openSampleStore, sampleKey, sampleVaultId } from './storage-stores.ts';

/**
 * The program the kill tests run and kill: `node storage-child.mjs TASK FOLDER FROM RECORDS`. It works until it is killed and prints one
 * line for everything that was acknowledged, at the moment it was.
 */
const [task = '', folder = '', from = '0', size = '20'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const records = Number(size);
const policy = { lines: 15, bytes: 1e12, linesAtClose: 1e9 };

async function saveForever(store: RecordStore<PortfolioRecords>) {
  for (let number = Number(from); ; number += 1) {
    const value = { ...sampleEvidence(number % records, `Save ${number}`), hours: number };
    await store.commit('evidence.edit', [{ collection: 'evidence', id: value.id, value }]);
    say(String(number));
  }
}

async function* attachment(number: number) {
  const bytes = randomBytes(1 + ((number * 7919) % 300_000));
  bytes.writeUInt8(number % 256, 0);
  for (let position = 0; position < bytes.length; position += 65_536)
    yield bytes.subarray(position, position + 65_536);
}

async function attachForever() {
  const store = await openSampleStore(folder, { policy });
  const blobs = await openBlobs(nodeFiles, {
    key: sampleKey,
    vaultId: sampleVaultId,
    store: 'portfolios/sample',
    folder: `${folder}/blobs`,
  });
  for (let number = Number(from); ; number += 1) {
    const { hash, size } = await blobs.put(attachment(number));
    const file = { hash, size, name: 'sample.bin', mediaType: 'application/octet-stream' };
    const value = { ...sampleEvidence(number % records, `Save ${number}`), attachments: [file] };
    await store.commit('evidence.edit', [{ collection: 'evidence', id: value.id, value }]);
    say(`${number} ${hash} ${size}`);
  }
}

const emptyFile = promises.writeFile;

/** lowdb never asks for a sync, so a power cut may leave the names it gave and none of the bytes. */
function loseUnsynced() {
  promises.writeFile = (path) => emptyFile(path, '');
  syncBuiltinESMExports();
}

async function jsonFileForever() {
  const file = new JSONFile<{ evidence: Record<string, unknown> }>(`${folder}/lowdb.json`);
  const low = new Low(file, { evidence: {} });
  for (let number = Number(from); ; number += 1) {
    await low.update((data) => {
      data.evidence[idFrom(number % records)] = { ...sampleEvidence(number % records), hours: number };
    });
    say(String(number));
  }
}

async function hold() {
  const kind = from === '0' ? undefined : (from as LockKind);
  await lockVault(folder, `desktop ${process.pid} sample`, kind);
  say('held');
  setInterval(() => undefined, 1000);
}

const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
  save: async () => saveForever(await openSampleStore(folder, { policy })),
  'save-lazy': async () =>
    saveForever(await openSampleStore(folder, { policy, files: lazyFiles(nodeFiles, true) })),
  'save-unsynced': async () =>
    saveForever(await openSampleStore(folder, { policy, files: lazyFiles(nodeFiles, false) })),
  attach: attachForever,
  'json-file': jsonFileForever,
  'json-file-lazy': () => {
    loseUnsynced();
    return jsonFileForever();
  },
  hold,
};
await tasks[task]?.();
