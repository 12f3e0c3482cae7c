import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createApp } from '../app.ts';
import { restoreVault } from '../services/restore-vault.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import { findingLine } from './check-words.ts';
import type { Command } from './command.ts';
import { askSecret } from './secret.ts';

/**
 * `restore FILE --vault DIR [--keep-aside]`: puts a vault back where none is. With --keep-aside one that is in the way is
 * renamed, never deleted.
 */
export const restoreCommand: Command = async (args, out) => {
  const { value, has, positionals } = parseOptions(args, { vault: 'string', 'keep-aside': 'boolean' });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError('restore FILE --vault DIR [--keep-aside]');
  const folder = resolve(required(value('vault'), 'vault'));
  const path = resolve(file);
  try {
    await access(path);
  } catch {
    out.fault('That backup could not be read.');
    return 2;
  }
  const app = await createApp({ vaultFolder: folder, host: 'browser' });
  try {
    const restored = await restoreVault(app.ports, folder, {
      source: { path },
      secret: await askSecret(),
      keepAside: has('keep-aside'),
    });
    const { counts, findings } = restored.report;
    out.line(
      `${folder}  as it was on ${restored.info.madeAt}: ${counts.lines} journal lines, ${counts.attachments} attached files, all checked`,
    );
    if (restored.keptAside !== null) out.line(`The folder that was in the way is now ${restored.keptAside}`);
    for (const finding of findings) out.note(findingLine(finding));
    return 0;
  } finally {
    await app.close();
  }
};
