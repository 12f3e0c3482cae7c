import type { BackupManifest } from '#shared/domain/backup.ts';
import type { Clock, NewId } from '../../services/ports.ts';
import { profileCollections } from '../collections.ts';
import type { Files } from '../files.ts';
import type { Log } from '../journal-adapter.ts';
import { openRecordStore } from '../record-store.ts';
import { subkey } from '../seal.ts';
import { profileFolder } from '../vault-folder.ts';

export type NoteRestoreParts = {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
  readonly newId: NewId;
  readonly log: Log;
};

/**
 * Notes in a vault's own records that it was put back from a backup, as one more line of its profile: so that backups
 * made on the line it leaves behind can be told from journals that somebody has tampered with.
 * @param vault one of today's format that nobody has open.
 */
export async function noteRestore(
  { files, clock, newId, log }: NoteRestoreParts,
  vault: { readonly folder: string; readonly vaultId: string; readonly dataKey: Uint8Array },
  { madeAt, heads }: Pick<BackupManifest, 'madeAt' | 'heads'>,
): Promise<void> {
  const { folder, vaultId, dataKey } = vault;
  const key = subkey(dataKey, vaultId, `journal/${profileFolder}`);
  const place = { vaultId, store: profileFolder, key, folder: `${folder}/${profileFolder}` };
  let owner: { readonly id: string; readonly name: string } | undefined;
  const profile = await openRecordStore({
    files,
    place,
    collections: profileCollections,
    clock,
    log,
    actor: () => owner?.id ?? vaultId,
    actorName: () => owner?.name ?? '—',
  });
  try {
    owner = [...profile.all('profile').values()][0];
    const id = newId();
    const value = { id, at: clock.now().toISOString(), madeAt, heads };
    await profile.commit('vault.restore', [{ collection: 'restores', id, value }]);
  } finally {
    await profile.close();
  }
}
