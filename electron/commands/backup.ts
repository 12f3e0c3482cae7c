import { basename, dirname, resolve } from 'node:path';
import { createApp } from '../app.ts';
import { defaultBackupRoot } from '../default-folder.ts';
import { backupVault } from '../services/make-backup.ts';
import { trySealHeads } from '../services/seal-heads.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { askPassphrase } from './passphrase.ts';

/**
 * `backup --vault DIR [--to FOLDER | --out FILE]`: one more backup in the vault's backup folder or another one, or one
 * complete file.
 */
export const backupCommand: Command = async (args, out) => {
  const { value } = parseOptions(args, { vault: 'string', to: 'string', out: 'string' });
  const folder = resolve(required(value('vault'), 'vault'));
  const to = value('to');
  const file = value('out');
  if (to !== undefined && file !== undefined) throw new UsageError('--to or --out, not both');
  const app = await createApp({ vaultFolder: folder, host: 'browser', backupRoot: defaultBackupRoot() });
  try {
    const vault = await app.ports.vaults.unlock(folder, await askPassphrase());
    app.session.open(vault);
    const request = { reason: 'by-hand', at: app.ports.clock.now(), version: app.ports.version } as const;
    if (file !== undefined) {
      await trySealHeads(app.ports, vault, 'backup');
      const path = resolve(file);
      const { size, attachments } = await vault.backups.save(dirname(path), basename(path), request);
      out.line(`${path}  ${size} bytes, ${attachments.count} attached files in it, read back and compared`);
      return 0;
    }
    if (to !== undefined) {
      await trySealHeads(app.ports, vault, 'backup');
      const info = await vault.backups.make(resolve(to), request);
      out.line(
        `${resolve(to, info.name)}  ${info.attachments.count} attached files beside it, read back and compared`,
      );
      return 0;
    }
    const info = await backupVault(app.ports, vault, 'by-hand');
    if (info === null) {
      out.fault('That is a sample vault: nothing in it is kept, and it has no backups. Use --to or --out.');
      return 1;
    }
    const { folder: place } = await app.ports.backups.folderFor(vault.id);
    out.line(
      `${resolve(place, info.name)}  ${info.attachments.count} attached files beside it, read back and compared`,
    );
    return 0;
  } finally {
    await app.close();
  }
};
