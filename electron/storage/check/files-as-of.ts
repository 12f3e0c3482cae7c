import type { Files } from '../files.ts';
import type { JournalPosition } from '../record-store.ts';
import { checkpointName, segmentName } from '../segments.ts';
import { portfoliosFolder } from '../vault-folder.ts';

export type JournalEnd = Pick<JournalPosition, 'segment' | 'bytes'>;
/** Where a journal ends that nobody can add to. */
export const wholeJournal: JournalEnd = {
  segment: Number.POSITIVE_INFINITY,
  bytes: Number.POSITIVE_INFINITY,
};

/**
 * A vault's files as they were at one moment, while it is in use: journals end where they ended then, and what came
 * later is not there.
 * @param positions by store; a store that is not among them is not cut.
 */
export function filesAsOf(files: Files, folder: string, positions: ReadonlyMap<string, JournalEnd>): Files {
  const ends = new Map<string, number>();
  const names = new Map<string, (name: string) => boolean>();
  for (const [store, { segment, bytes }] of positions) {
    if (segment === wholeJournal.segment) continue;
    ends.set(`${folder}/${store}/${segmentName(segment)}`, bytes);
    names.set(
      `${folder}/${store}`,
      (name) =>
        !/^(journal|checkpoint)-/.test(name) ||
        (name.startsWith('journal') ? name <= segmentName(segment) : name <= checkpointName(segment)),
    );
  }
  names.set(`${folder}/${portfoliosFolder}`, (id) => positions.has(`${portfoliosFolder}/${id}`));
  return {
    ...files,
    list: async (path) => {
      const admits = names.get(path);
      const found = await files.list(path);
      return admits === undefined ? found : found?.filter(admits);
    },
    open: async (path, mode) => {
      const file = await files.open(path, mode);
      const end = ends.get(path);
      return end === undefined ? file : { ...file, size: async () => end };
    },
  };
}
