import { createHmac } from 'node:crypto';
import { dirname } from 'node:path';
import type { DerivedStore } from '../services/ports/store.ts';
import type { BlobKeys } from './blob-file.ts';
import { orStorageFailure } from './faults.ts';
import { readWhole, removeTemporary, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import { openMessage, sealMessage, subkey } from './seal.ts';

const magic = 'WMD1';

/**
 * What can be made again from attached files: their words, the number of their pages. Sealed like everything else, under
 * names that tell nobody which file is meant. It is no record: no backup or package holds it, a damaged one counts as
 * missing, and nobody is told.
 */
export function createDerived(
  files: Files,
  place: BlobKeys & { readonly folder: string },
  mayWrite: () => boolean,
): DerivedStore {
  const { folder, vaultId, store } = place;
  const key = subkey(place.key, vaultId, 'derived');
  const nameKey = subkey(place.key, vaultId, 'derived-name');
  const pathOf = (name: string) => {
    const kept = createHmac('sha256', nameKey).update(name).digest('hex').slice(0, 40);
    return `${folder}/${kept.slice(0, 2)}/${kept}`;
  };
  const boundTo = (name: string) => Buffer.from(`waymark/3/derived\n${vaultId}\n${store}\n${name}`);

  const clear = new Map<string, Promise<void>>();

  return {
    get: (name) =>
      orStorageFailure(async () => {
        const path = pathOf(name);
        if ((await files.size(path)) === undefined) return undefined;
        const bytes = await readWhole(files, path);
        if (bytes.toString('latin1', 0, magic.length) !== magic) return undefined;
        return openMessage(key, bytes.subarray(magic.length), boundTo(name));
      }),
    put: (name, bytes) =>
      orStorageFailure(async () => {
        if (!mayWrite()) return;
        const path = pathOf(name);
        const sealed = Buffer.concat([Buffer.from(magic), sealMessage(key, bytes, boundTo(name))]);
        const within = dirname(path);
        // Before anything of ours is being written there.
        const cleared =
          clear.get(within) ?? files.makeFolder(within).then(() => removeTemporary(files, within));
        clear.set(within, cleared);
        await cleared;
        await replaceFile(files, path, (file) => writeAll(file, sealed, 0));
      }),
  };
}
