import type { Files } from '#electron/storage/files.ts';
import { segmentName } from '#electron/storage/segments.ts';
import { openSampleStore } from '../../storage-stores.ts';
import type { Scenario } from '../scenario.ts';
import { changesOf, sampleFolder, savesScenario } from './saves.ts';

const often = { lines: 2, bytes: 1e12, linesAtClose: 1 };
const base = savesScenario('', 0, often);

async function addBytes(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, (await files.size(path)) === undefined ? 'create' : 'update');
  await file.write(bytes, await file.size());
  await file.close();
}

/** A crash while a vault is being put right after a crash: an unfinished line and unfinished files lie about. */
export const recoveryScenario: Scenario = {
  name: 'opening after a crash',
  prepare: async (files) => {
    await base.prepare?.(files);
    const store = await openSampleStore(sampleFolder, { files, policy: often });
    for (let number = 0; number < 5; number += 1) await store.commit('evidence.add', changesOf(number));
    await store.close();
    const names = (await files.list(sampleFolder)) ?? [];
    const last = names.filter((name) => name.startsWith('journal-')).at(-1) ?? segmentName(1);
    await addBytes(files, `${sampleFolder}/${last}`, Buffer.from('1 6 c2FtcGxl'));
    await addBytes(files, `${sampleFolder}/checkpoint-000009.bin.tmp-0123456789abcdef`, Buffer.alloc(40));
  },
  already: [0, 1, 2, 3, 4].map((number) => `save ${number}`),
  run: async (files, act) => {
    const store = await openSampleStore(sampleFolder, { files, policy: often });
    await act('save 6', () => store.commit('evidence.add', changesOf(6)));
    await store.close();
  },
  reopen: base.reopen,
};
