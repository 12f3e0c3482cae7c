import { randomBytes } from 'node:crypto';
import type { Files, OpenFile } from '#electron/storage/files.ts';
import {
  changed,
  type DataChange,
  type EntryChange,
  newFile,
  newFolder,
  nodeAt,
  placeOf,
  type SimDisk,
  type SimFile,
  type SimFolder,
  setEntries,
} from './sim-disk.ts';

export type SimOptions = {
  /** Called after every operation that changes the disk or makes something durable: a crash may come now. */
  readonly onStep?: (operation: string) => void;
  /** False: a sync of a file makes nothing durable. */
  readonly syncs?: boolean;
  /** False: a sync of a folder makes nothing durable. */
  readonly syncsFolders?: boolean;
};

const systemError = (code: string) => Object.assign(new Error(code), { code });
const machine = `${process.pid}-${randomBytes(6).toString('hex')}`;
let disks = 0;

/** The port storage works through, over a disk in memory. */
export function simFiles(disk: SimDisk, options: SimOptions = {}): Files {
  const { onStep = () => undefined, syncs = true, syncsFolders = true } = options;
  disks += 1;
  const name = `${machine}-${disks}`;

  const change = (next: EntryChange) => {
    for (const [entry, node] of next.entries) {
      const before = next.folder.live.get(entry);
      if (before?.kind === 'file') before.names -= 1;
      if (node?.kind === 'file') node.names += 1;
    }
    setEntries(next.folder.live, next);
    disk.pending.push(next);
  };
  const folderOf = (path: string) => {
    const place = placeOf(disk, path);
    if (place.folder === undefined) throw systemError('ENOENT');
    return { folder: place.folder, name: place.name };
  };

  const opened = (file: SimFile): OpenFile => {
    const note = (operation: DataChange) => {
      file.live = changed(file.live, operation);
      file.pending.push(operation);
      onStep(operation.kind);
    };
    return {
      read: async (into, position) => {
        const part = file.live.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      },
      write: async (bytes, position) => {
        note({ kind: 'write', bytes: Buffer.from(bytes), position });
        return bytes.length;
      },
      sync: async () => {
        if (syncs) {
          file.durable = file.live;
          file.pending = [];
        }
        onStep('sync');
      },
      truncate: async (length) => note({ kind: 'truncate', length }),
      size: async () => file.live.length,
      hasName: () => file.names > 0,
      close: async () => undefined,
    };
  };

  const syncFolder = async (path: string) => {
    const folder = nodeAt(disk, path);
    if (folder?.kind !== 'folder') throw systemError('ENOENT');
    if (syncsFolders) {
      for (const entry of disk.pending) if (entry.folder === folder) setEntries(folder.durable, entry);
      disk.pending = disk.pending.filter((entry) => entry.folder !== folder);
    }
    onStep('syncFolder');
  };

  return {
    open: async (path, mode) => {
      const found = nodeAt(disk, path);
      if (found?.kind === 'folder') throw systemError('EISDIR');
      if (mode !== 'create') {
        if (found === undefined) throw systemError('ENOENT');
        return opened(found);
      }
      if (found !== undefined) throw systemError('EEXIST');
      const { folder, name } = folderOf(path);
      const file = newFile();
      change({ folder, entries: [[name, file]] });
      onStep('create');
      return opened(file);
    },
    list: async (path) => {
      const folder = nodeAt(disk, path);
      if (folder === undefined) return undefined;
      if (folder.kind === 'file') throw systemError('ENOTDIR');
      return [...folder.live.keys()].sort();
    },
    size: async (path) => {
      const found = nodeAt(disk, path);
      return found?.kind === 'folder' ? 4096 : found?.live.length;
    },
    makeFolder: async (path) => {
      const made: string[] = [];
      const names = path.split('/').filter((part) => part !== '');
      for (let depth = 1; depth <= names.length; depth += 1) {
        const below = `/${names.slice(0, depth).join('/')}`;
        if (nodeAt(disk, below) !== undefined) continue;
        const { folder, name } = folderOf(below);
        change({ folder, entries: [[name, newFolder()]] });
        made.push(below);
        onStep('mkdir');
      }
      for (const below of made.reverse()) await syncFolder(below.slice(0, below.lastIndexOf('/')));
    },
    rename: async (from, to) => {
      const source = folderOf(from);
      const target = folderOf(to);
      const node = source.folder.live.get(source.name);
      if (node === undefined) throw systemError('ENOENT');
      const over = target.folder.live.get(target.name);
      if (over?.kind === 'folder' && over.live.size > 0) throw systemError('ENOTEMPTY');
      if (source.folder === target.folder) {
        change({
          folder: source.folder,
          entries: [
            [target.name, node],
            [source.name, undefined],
          ],
        });
      } else {
        // Two folders, two syncs: the new name may be there without the old one being gone, and the other way round.
        change({ folder: target.folder, entries: [[target.name, node]] });
        change({ folder: source.folder, entries: [[source.name, undefined]] });
      }
      onStep('rename');
    },
    remove: async (path) => {
      const { folder, name } = placeOf(disk, path);
      const node = folder?.live.get(name);
      if (folder === undefined || node === undefined) return;
      // A folder's files go one by one, as the system does it.
      const empty = (within: SimFolder) => {
        for (const [entry, below] of [...within.live]) {
          if (below.kind === 'folder') empty(below);
          change({ folder: within, entries: [[entry, undefined]] });
          onStep('remove');
        }
      };
      if (node.kind === 'folder') empty(node);
      change({ folder, entries: [[name, undefined]] });
      onStep('remove');
    },
    syncFolder,
    // Vaults are locked by their real path, on the whole machine: no two simulated disks may share one.
    realPath: async (path) => {
      if (nodeAt(disk, path) === undefined) throw systemError('ENOENT');
      return `/simulated-${name}${path}`;
    },
  };
}
