import { createHash } from 'node:crypto';

/**
 * A disk with a cache in front of it, as a program sees one: every change is visible at once, and durable only when
 * the file, or the folder its name is in, has been synced. What was not synced may survive a crash or not.
 */
export type DataChange =
  | { readonly kind: 'write'; readonly bytes: Buffer; readonly position: number }
  | { readonly kind: 'truncate'; readonly length: number };

export type SimFile = {
  readonly kind: 'file';
  live: Buffer;
  durable: Buffer;
  /** What was done since the last sync, in order. */
  pending: DataChange[];
  /** How many folders name it: a file without a name is gone when it is closed. */
  names: number;
};
export type SimFolder = {
  readonly kind: 'folder';
  readonly live: Map<string, SimNode>;
  readonly durable: Map<string, SimNode>;
};
export type SimNode = SimFile | SimFolder;

/** One change of a folder's entries that is not durable yet: all of it survives, or nothing of it. */
export type EntryChange = {
  readonly folder: SimFolder;
  readonly entries: readonly (readonly [name: string, node: SimNode | undefined])[];
};

export type SimDisk = {
  readonly root: SimFolder;
  /** Entry changes not yet durable, of all folders, in the order they were made. */
  pending: EntryChange[];
};

/** What is on a disk: paths with `/`, null for a folder. */
export type Tree = ReadonlyMap<string, Buffer | null>;

export const newFolder = (): SimFolder => ({ kind: 'folder', live: new Map(), durable: new Map() });
export const newFile = (bytes: Buffer = Buffer.alloc(0)): SimFile => ({
  kind: 'file',
  live: bytes,
  durable: bytes,
  pending: [],
  names: 0,
});

/** The bytes after one change. Gaps are zeros. */
export function changed(bytes: Buffer, change: DataChange): Buffer {
  if (change.kind === 'truncate') {
    if (change.length <= bytes.length) return bytes.subarray(0, change.length);
    return Buffer.concat([bytes, Buffer.alloc(change.length - bytes.length)]);
  }
  const end = change.position + change.bytes.length;
  const result = Buffer.alloc(Math.max(bytes.length, end));
  bytes.copy(result);
  change.bytes.copy(result, change.position);
  return result;
}

export function setEntries(entries: Map<string, SimNode>, change: EntryChange): void {
  for (const [name, node] of change.entries) {
    if (node === undefined) entries.delete(name);
    else entries.set(name, node);
  }
}

const parts = (path: string) => path.split('/').filter((part) => part !== '');

/** Everything in the tree is durable. */
export function diskFrom(tree: Tree): SimDisk {
  const root = newFolder();
  const folderAt = (names: readonly string[]) => {
    let folder = root;
    for (const name of names) {
      const found = folder.live.get(name);
      const next = found?.kind === 'folder' ? found : newFolder();
      folder.live.set(name, next);
      folder.durable.set(name, next);
      folder = next;
    }
    return folder;
  };
  for (const [path, bytes] of tree) {
    const names = parts(path);
    if (bytes === null) folderAt(names);
    else {
      const folder = folderAt(names.slice(0, -1));
      const file: SimFile = { ...newFile(bytes), names: 1 };
      folder.live.set(names.at(-1) ?? '', file);
      folder.durable.set(names.at(-1) ?? '', file);
    }
  }
  return { root, pending: [] };
}

/** Walks folders from the root. @param entriesOf which of a folder's entries count. @param bytesOf which bytes a file has. */
export function treeOf(
  root: SimFolder,
  entriesOf: (folder: SimFolder) => ReadonlyMap<string, SimNode>,
  bytesOf: (file: SimFile) => Buffer,
): Tree {
  const tree = new Map<string, Buffer | null>();
  const walk = (folder: SimFolder, path: string) => {
    for (const [name, node] of [...entriesOf(folder)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const below = `${path}/${name}`;
      tree.set(below, node.kind === 'file' ? bytesOf(node) : null);
      if (node.kind === 'folder') walk(node, below);
    }
  };
  walk(root, '');
  return tree;
}

/** What a running program sees. */
export const liveTree = (disk: SimDisk): Tree =>
  treeOf(
    disk.root,
    (folder) => folder.live,
    (file) => file.live,
  );

export function nodeAt(disk: SimDisk, path: string): SimNode | undefined {
  let node: SimNode | undefined = disk.root;
  for (const name of parts(path)) {
    if (node?.kind !== 'folder') return undefined;
    node = node.live.get(name);
  }
  return node;
}

/** The folder a path is in, and its name there. */
export function placeOf(disk: SimDisk, path: string): { folder: SimFolder | undefined; name: string } {
  const names = parts(path);
  const folder = nodeAt(disk, names.slice(0, -1).join('/'));
  return { folder: folder?.kind === 'folder' ? folder : undefined, name: names.at(-1) ?? '' };
}

/** One text for everything on a disk: equal exactly when all of it is. */
export function digestOf(tree: Tree): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of tree) {
    hash.update(`${path}\n${bytes?.length ?? 'folder'}\n`);
    if (bytes !== null) hash.update(bytes);
  }
  return hash.digest('base64');
}
