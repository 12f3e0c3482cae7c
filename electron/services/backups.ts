import type { BackupStatus } from '#shared/contract/backups.ts';
import type { Services } from '#shared/contract/services.ts';
import type { BackupInfo } from '#shared/domain/backup.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { backupStateOf } from './backup-state.ts';
import { headsInBackups, judgeVault } from './check-vault.ts';
import { makeBackup } from './make-backup.ts';
import { mergeCopy, previewCopy } from './merge-copy.ts';
import type { BackupSource, CopySource } from './ports/backups.ts';
import type { Ports } from './ports.ts';
import { restoreVault } from './restore-vault.ts';
import type { RefusedVault } from './salvage.ts';
import { trySealHeads } from './seal-heads.ts';
import type { Session } from './session.ts';

type Backups = Services['backups'];

/** A week without a backup is worth a word. Milliseconds. */
const overdueAfter = 7 * 86_400_000;

/** Bytes of the backups, with each attachment they share counted once: the newest names nearly all there are. */
const sizeOf = (backups: readonly BackupInfo[]) =>
  backups.reduce((sum, { size }) => sum + size, 0) +
  Math.max(0, ...backups.map(({ attachments }) => attachments.size));

const fileName = (at: Date) => `waymark-complete-${at.toISOString().slice(0, 10)}.waymark-backup`;

export function createBackupsService(ports: Ports, session: Session, refused: RefusedVault): Backups {
  const status = async (): Promise<BackupStatus> => {
    const vault = session.vault();
    const { folder, chosen, synced } = await ports.backups.folderFor(vault.id);
    const state = backupStateOf(vault);
    // A stick that is not in is said by what failed; the list is then empty, not the screen.
    const { backups, unreadable } = await vault.backups
      .list(folder)
      .catch(() => ({ backups: [], unreadable: [] }));
    const [last] = backups;
    const age = last === undefined ? null : ports.clock.now().getTime() - Date.parse(last.madeAt);
    return {
      folder,
      chosen,
      synced,
      backups,
      unreadable,
      size: sizeOf(backups),
      running: state.running !== undefined,
      failed: state.failed ?? null,
      overdue: age === null || age > overdueAfter,
      kept: !session.isSample(),
    };
  };

  const sourceOf = async (from: Parameters<Backups['restore']>[0]['from']): Promise<BackupSource> => {
    if ('uploadId' in from) {
      const upload = await ports.uploads.take(from.uploadId);
      if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
      return { bytes: upload.bytes };
    }
    if ('path' in from) {
      if (!(await ports.backups.exists(from.path))) throw failure('NOT_FOUND', { what: 'backup' });
      return { path: from.path };
    }
    const found = (await ports.backups.found()).find(({ id }) => id === from.foundId);
    if (found === undefined) throw failure('NOT_FOUND', { what: 'backup' });
    return { path: `${found.folder}/${found.info.name}` };
  };

  const copySourceOf = async (
    from: Parameters<Backups['merge']>[0],
    signal: AbortSignal,
  ): Promise<CopySource> => {
    const vault = session.vault();
    if ('path' in from) return { path: from.path, signal };
    if ('backup' in from) {
      const { folder } = await ports.backups.folderFor(vault.id);
      const { backups } = await vault.backups.list(folder);
      const known = backups.find(({ name }) => name === from.backup);
      if (known === undefined) throw failure('NOT_FOUND', { what: 'backup' });
      return { path: `${folder}/${known.name}`, signal };
    }
    const copy = (await vault.copies()).find(({ id }) => id === from.copyId);
    if (copy === undefined) throw failure('NOT_FOUND', { what: 'backup' });
    return { copy };
  };

  return {
    status,
    make: async () => {
      session.vault();
      const jobId = session.jobs.start('backup', ({ progress, signal }) =>
        makeBackup(ports, session, 'by-hand', {
          signal,
          progress: (done, total) => progress('backing-up', done, total),
        }),
      );
      return { jobId };
    },
    saveComplete: async () => {
      const vault = session.vault();
      const jobId = session.jobs.start('complete-file', async ({ progress, signal }) => {
        await trySealHeads(ports, vault, 'backup');
        const at = ports.clock.now();
        const { bytes } = await vault.backups.stream({
          reason: 'by-hand',
          at,
          version: ports.version,
          signal,
          progress: (done, total) => progress('backing-up', done, total),
        });
        const name = fileName(at);
        const mediaType = 'application/zip';
        const { id, size } = await ports.outbox.keep({ name, mediaType, bytes, encrypted: true });
        return { id, name, size };
      });
      return { jobId };
    },
    choose: async ({ folder }) => {
      const vault = session.vault();
      if (folder !== null) await vault.backups.assertOutside(folder);
      await ports.backups.choose(vault.id, folder);
      return status();
    },
    check: async () => {
      const vault = session.vault();
      const jobId = session.jobs.start('check', async ({ progress, signal }) => {
        const reading = await vault.examine({
          signal,
          progress: (done, total) => progress('checking', done, total),
        });
        return judgeVault(ports, reading, await headsInBackups(ports, reading));
      });
      return { jobId };
    },
    found: async () => {
      const own = await ports.vaults.idOf(ports.vaultFolder);
      const all = await ports.backups.found();
      return all.map(({ id, folder, vaultId, info }) => ({ id, folder, info, own: vaultId === own }));
    },
    restore: async ({ from, secret, keepAside }) => {
      if (session.current() !== undefined && !session.isSample()) throw failure('VAULT_EXISTS', {});
      if (!keepAside && (await ports.vaults.inspect(ports.vaultFolder)).state !== 'absent') {
        throw failure('VAULT_EXISTS', {});
      }
      const source = await sourceOf(from);
      const jobId = session.jobs.start('restore', async ({ progress, signal }) => {
        try {
          const { info, keptAside, report } = await restoreVault(ports, ports.vaultFolder, {
            source,
            secret,
            keepAside,
            signal,
            progress: (done, total) => progress('restoring', done, total),
          });
          // The vault that was refused lies beside this one now.
          refused.forget();
          // A wrong passphrase is tried again with the same upload; a restored one has had its use.
          if ('uploadId' in from) await ports.uploads.drop(from.uploadId);
          return { info, keptAside, report };
        } catch (thrown) {
          if (isFailure(thrown)) ports.log('restore-refused', { code: thrown.failure });
          throw thrown;
        }
      });
      return { jobId };
    },
    copies: async () => session.vault().copies(),
    previewMerge: async (from) => {
      session.vault();
      const jobId = session.jobs.start('preview-copy', async (tools) =>
        previewCopy(session, await copySourceOf(from, tools.signal), tools),
      );
      return { jobId };
    },
    merge: async (from) => {
      const vault = session.vault();
      const jobId = session.jobs.start('merge-copy', async (tools) => {
        const source = await copySourceOf(from, tools.signal);
        const merged = await mergeCopy(ports, session, source, tools);
        if ('copy' in source) await vault.setCopyAside(source.copy);
        return merged;
      });
      return { jobId };
    },
  };
}
