import type { BackupInfo, BackupReason } from '#shared/domain/backup.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { backupStateOf } from './backup-state.ts';
import type { Progress } from './ports/backups.ts';
import type { OpenVault, Ports } from './ports.ts';
import { trySealHeads } from './seal-heads.ts';
import type { Session } from './session.ts';

export type BackupOptions = { readonly signal?: AbortSignal; readonly progress?: Progress };

const isSample = (vault: OpenVault) =>
  [...vault.profile.all('profile').values()].some(({ sample }) => sample);

/**
 * Makes a backup of a vault into its backup folder; null for the sample, of which nothing is kept. Fails with
 * BACKUP_FAILED, CANCELLED, or what is wrong with the vault itself.
 */
export async function backupVault(
  ports: Ports,
  vault: OpenVault,
  reason: BackupReason,
  { signal, progress }: BackupOptions = {},
): Promise<BackupInfo | null> {
  if (isSample(vault)) return null;
  const state = backupStateOf(vault);
  // One after another: the later one may be the one that somebody needs.
  await state.ended;
  const running = new AbortController();
  const stop = () => running.abort();
  if (signal?.aborted === true) throw failure('CANCELLED', {});
  signal?.addEventListener('abort', stop);
  state.running = running;
  const making = (async () => {
    await trySealHeads(ports, vault, 'backup');
    const folder = await ports.backups.prepare(vault.id);
    const at = ports.clock.now();
    return vault.backups.make(folder, {
      reason,
      at,
      version: ports.version,
      signal: running.signal,
      progress,
    });
  })();
  state.ended = making.then(
    () => undefined,
    () => undefined,
  );
  try {
    const info = await making;
    state.failed = undefined;
    return info;
  } catch (thrown) {
    if (isFailure(thrown) && thrown.failure !== 'CANCELLED') {
      state.failed = { at: ports.clock.now().toISOString(), code: thrown.failure, data: thrown.data };
    }
    throw thrown;
  } finally {
    signal?.removeEventListener('abort', stop);
    state.running = undefined;
  }
}

/** The same for the vault that is open: what imports, migrations and bulk deletions call first. Fails with LOCKED too. */
export const makeBackup = (
  ports: Ports,
  session: Session,
  reason: BackupReason,
  options: BackupOptions = {},
): Promise<BackupInfo | null> => backupVault(ports, session.vault(), reason, options);
