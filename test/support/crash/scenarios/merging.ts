import type { Files } from '#electron/storage/files.ts';
import { createJournal } from '#electron/storage/journal-adapter.ts';
import { idFrom } from '../../storage-samples.ts';
import { recordsOf } from '../../storage-sites.ts';
import { neverCheckpoint, openSampleStore } from '../../storage-stores.ts';
import type { Scenario } from '../scenario.ts';
import { diskFrom } from '../sim-disk.ts';
import { simFiles } from '../sim-files.ts';
import { changesOf, putEvidence, sampleFolder, savesScenario } from './saves.ts';

const merged = [300, 301, 303] as const;
const base = savesScenario('', 0, neverCheckpoint);

/** What another laptop has sent. */
async function arrived() {
  const files: Files = simFiles(diskFrom(new Map()));
  await createJournal(files, sampleFolder);
  const theirs = await openSampleStore(sampleFolder, { files, policy: neverCheckpoint });
  for (const number of merged) await theirs.commit('evidence.add', [putEvidence(number)]);
  const revisions = await theirs.history.travel(await recordsOf(theirs), 'all');
  await theirs.close();
  return revisions;
}

/** Three records merged in one step, between saves and with a checkpoint on its way. */
export const mergeScenario: Scenario = {
  name: 'a merge',
  prepare: (files) => base.prepare?.(files) ?? Promise.resolve(),
  run: async (files, act) => {
    const revisions = await arrived();
    const policy = { lines: 2, bytes: 1e12, linesAtClose: 1 };
    const store = await openSampleStore(sampleFolder, { files, policy });
    await act('save 0', () => store.commit('evidence.add', changesOf(0)));
    await act('merge', () => store.merge('import.package', revisions));
    await act('save 1', () => store.commit('evidence.add', changesOf(1)));
    await store.close();
  },
  reopen: async (files) => {
    const store = await openSampleStore(sampleFolder, { files, policy: neverCheckpoint });
    const found = new Set<string>();
    const has = (number: number) => store.get('evidence', idFrom(number)) !== undefined;
    for (const number of [0, 1]) if (has(number)) found.add(`save ${number}`);
    const there = merged.filter(has);
    if (there.length > 0 && there.length < merged.length) throw new Error('merged in part');
    if (there.length > 0) found.add('merge');
    await store.commit('evidence.add', [putEvidence(900)]);
    await store.close();
    const again = await openSampleStore(sampleFolder, { files, policy: neverCheckpoint });
    if (again.get('evidence', idFrom(900)) === undefined) throw new Error('a save after reopening is lost');
    await again.close();
    return found;
  },
};
