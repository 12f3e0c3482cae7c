import type { Files, OpenFile } from '#electron/storage/files.ts';

export type Call =
  | 'open'
  | 'read'
  | 'write'
  | 'sync'
  | 'truncate'
  | 'rename'
  | 'syncFolder'
  | 'makeFolder'
  | 'remove'
  | 'list';
/** `short` writes half of what was asked and then behaves as a full disk for the rest. */
export type FaultKind = 'ENOSPC' | 'EIO' | 'EPERM' | 'short';
export type FaultPlan = { readonly at: number; readonly kind: FaultKind; readonly lasting: boolean };

export type FaultyFiles = {
  readonly files: Files;
  /** Calls so far, in order. */
  readonly calls: readonly Call[];
  /** Forgets the calls so far and arms a fault (or none). */
  readonly arm: (plan: FaultPlan | undefined) => void;
};

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** A file system over a real one that fails at the n-th call, once or from then on. */
export function faultyFiles(inner: Files): FaultyFiles {
  const calls: Call[] = [];
  let plan: FaultPlan | undefined;

  const faultAt = (call: Call): FaultKind | undefined => {
    const index = calls.push(call) - 1;
    if (plan === undefined) return undefined;
    return index === plan.at || (plan.lasting && index > plan.at) ? plan.kind : undefined;
  };
  const guarded = async <T>(call: Call, work: () => Promise<T>): Promise<T> => {
    const fault = faultAt(call);
    if (fault !== undefined) throw systemError(fault === 'short' ? 'ENOSPC' : fault);
    return work();
  };

  const wrap = (file: OpenFile): OpenFile => ({
    ...file,
    read: (into, position) => guarded('read', () => file.read(into, position)),
    sync: () => guarded('sync', () => file.sync()),
    truncate: (length) => guarded('truncate', () => file.truncate(length)),
    write: async (bytes, position) => {
      const fault = faultAt('write');
      if (fault === 'short' && bytes.length > 1)
        return file.write(bytes.subarray(0, bytes.length >> 1), position);
      if (fault !== undefined) throw systemError(fault === 'short' ? 'ENOSPC' : fault);
      return file.write(bytes, position);
    },
  });

  return {
    calls,
    arm: (next) => {
      calls.length = 0;
      plan = next;
    },
    files: {
      ...inner,
      open: async (path, mode) => wrap(await guarded('open', () => inner.open(path, mode))),
      rename: (from, to) => guarded('rename', () => inner.rename(from, to)),
      syncFolder: (folder) => guarded('syncFolder', () => inner.syncFolder(folder)),
      makeFolder: (folder) => guarded('makeFolder', () => inner.makeFolder(folder)),
      remove: (path) => guarded('remove', () => inner.remove(path)),
      list: (folder) => guarded('list', () => inner.list(folder)),
    },
  };
}
