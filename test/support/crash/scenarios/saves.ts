import type { Change, PortfolioRecords, RecordStore } from '#electron/services/ports.ts';
import { openBlobs } from '#electron/storage/blobs.ts';
import type { Files } from '#electron/storage/files.ts';
import { createJournal } from '#electron/storage/journal-adapter.ts';
import type { CheckpointPolicy } from '#electron/storage/record-store.ts';
import { idFrom, sampleEvidence } from '../../storage-samples.ts';
import { neverCheckpoint, openSampleStore, sampleKey, sampleVaultId } from '../../storage-stores.ts';
import type { Scenario } from '../scenario.ts';

export const sampleFolder = '/vault/portfolios/sample';
const folder = sampleFolder;
type Store = RecordStore<PortfolioRecords>;

export const putEvidence = (number: number, title?: string): Change<PortfolioRecords> => {
  const value = sampleEvidence(number, title);
  return { collection: 'evidence', id: value.id, value };
};

/** Goes on working where a crash has stopped, twice, so that what follows a repair is seen to hold as well. */
async function goesOn(files: Files): Promise<void> {
  for (const number of [900, 901]) {
    const store = await openSampleStore(folder, { files, policy: neverCheckpoint });
    await store.commit('evidence.add', [putEvidence(number)]);
    await store.close();
  }
  const store = await openSampleStore(folder, { files, policy: neverCheckpoint });
  for (const number of [900, 901]) {
    if (store.get('evidence', idFrom(number)) === undefined)
      throw new Error('a save after reopening is lost');
  }
  await store.close();
}

const prepare = (files: Files) => createJournal(files, folder);

// Every third save writes two records: both are there, or neither.
const second = 500;
const hasSecond = (number: number) => number % 3 === 2;
export const changesOf = (number: number) => [
  putEvidence(number),
  ...(hasSecond(number) ? [putEvidence(second + number)] : []),
];

export const savesScenario = (name: string, saves: number, policy: CheckpointPolicy): Scenario => ({
  name,
  prepare,
  run: async (files, act) => {
    const store = await openSampleStore(folder, { files, policy });
    for (let number = 0; number < saves; number += 1) {
      await act(`save ${number}`, () => store.commit('evidence.add', changesOf(number)));
    }
    await store.close();
  },
  reopen: async (files) => {
    const store = await openSampleStore(folder, { files, policy: neverCheckpoint });
    const found = new Set<string>();
    for (const id of store.all('evidence').keys()) {
      const number = Number.parseInt(id.slice(-12), 16) % second;
      found.add(`save ${number}`);
    }
    for (const name of found) {
      const number = Number(name.slice('save '.length));
      const wanted = hasSecond(number) ? [number, second + number] : [number];
      if (wanted.some((each) => store.get('evidence', idFrom(each)) === undefined))
        throw new Error(`${name} is there in part`);
    }
    if (store.head().entries !== found.size) throw new Error('the journal and the records differ');
    await store.close();
    await goesOn(files);
    return found;
  },
});

const blobPlace = {
  key: sampleKey,
  vaultId: sampleVaultId,
  store: 'portfolios/sample',
  folder: `${folder}/blobs`,
};

async function* attachment(number: number): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(3000 + number, number + 1);
  yield Buffer.alloc(2000, 200 - number);
}

async function hasWhole(files: Files, store: Store, number: number): Promise<boolean> {
  const item = store.get('evidence', idFrom(number));
  if (item === undefined) return false;
  const blobs = await openBlobs(files, blobPlace);
  const found = await blobs.read(item.attachments[0]?.hash ?? '');
  if (found === undefined) throw new Error('a record names an attachment that is not there');
  const parts: Uint8Array[] = [];
  for await (const part of found.bytes) parts.push(part);
  const wanted: Uint8Array[] = [];
  for await (const part of attachment(number % 3)) wanted.push(part);
  if (!Buffer.concat(parts).equals(Buffer.concat(wanted)))
    throw new Error('an attachment is not what it was');
  return true;
}

/** An attachment, and the record that names it. The fourth and fifth bring bytes that are already kept. */
export const attachmentsScenario: Scenario = {
  name: 'attachments',
  prepare,
  run: async (files, act) => {
    const store = await openSampleStore(folder, { files, policy: neverCheckpoint });
    const blobs = await openBlobs(files, blobPlace);
    for (let number = 0; number < 5; number += 1) {
      await act(`attachment ${number}`, async () => {
        const { hash, size } = await blobs.put(attachment(number % 3));
        const file = { hash, size, name: 'sample.bin', mediaType: 'application/octet-stream' };
        const value = { ...sampleEvidence(number), attachments: [file] };
        await store.commit('evidence.add', [{ collection: 'evidence', id: value.id, value }]);
      });
    }
    await store.close();
  },
  reopen: async (files) => {
    const store = await openSampleStore(folder, { files, policy: neverCheckpoint });
    const found = new Set<string>();
    for (let number = 0; number < 5; number += 1) {
      if (await hasWhole(files, store, number)) found.add(`attachment ${number}`);
    }
    await store.close();
    await goesOn(files);
    return found;
  },
};
