import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { readWhole, writeAll } from '#electron/storage/file-steps.ts';
import type { Files } from '#electron/storage/files.ts';
import { sampleEvidence } from '../../storage-samples.ts';
import type { Scenario } from '../scenario.ts';

const path = '/vault/lowdb.json';
type Data = Record<string, unknown>;

/** Node's own two functions, as lowdb calls them, on a simulated disk. */
async function onDisk<T>(files: Files, work: () => Promise<T>): Promise<T> {
  const { writeFile, rename } = promises;
  const simulated = {
    writeFile: async (target: string, text: string) => {
      const isThere = (await files.size(target)) !== undefined;
      const file = await files.open(target, isThere ? 'update' : 'create');
      if (isThere) await file.truncate(0);
      await writeAll(file, Buffer.from(text), 0);
      await file.close();
    },
    rename: (from: string, to: string) => files.rename(from, to),
  };
  Object.assign(promises, simulated);
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(promises, { writeFile, rename });
    syncBuiltinESMExports();
  }
}

/** lowdb's own file adapter, its real code, on the same disk and under the same questions. */
export const jsonFileScenario: Scenario = {
  name: "lowdb's JSONFile",
  prepare: (files) => files.makeFolder('/vault'),
  run: (files, act) =>
    onDisk(files, async () => {
      const low = new Low<Data>(new JSONFile(path), {});
      for (let number = 0; number < 6; number += 1) {
        await act(`save ${number}`, () =>
          low.update((data) => {
            data[`save ${number}`] = sampleEvidence(number);
          }),
        );
      }
    }),
  reopen: async (files) => {
    if ((await files.size(path)) === undefined) return new Set();
    return new Set(Object.keys(JSON.parse((await readWhole(files, path)).toString('utf8')) as Data));
  },
};
