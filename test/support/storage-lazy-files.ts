import type { Files, OpenFile } from '#electron/storage/files.ts';

/**
 * A file system that holds what is written in this process until it is synced, so that killing the process loses it: what a
 * power cut does to a disk's cache.
 * @param syncs false: even a sync keeps nothing, as with a program that never asks for one.
 */
export function lazyFiles(inner: Files, syncs: boolean): Files {
  const wrap = (file: OpenFile): OpenFile => {
    const waiting: { readonly bytes: Uint8Array; readonly position: number }[] = [];
    return {
      ...file,
      write: async (bytes, position) => {
        waiting.push({ bytes: Uint8Array.from(bytes), position });
        return bytes.length;
      },
      sync: async () => {
        if (!syncs) return;
        for (const { bytes, position } of waiting.splice(0)) await file.write(bytes, position);
        await file.sync();
      },
    };
  };
  return { ...inner, open: async (path, mode) => wrap(await inner.open(path, mode)) };
}
