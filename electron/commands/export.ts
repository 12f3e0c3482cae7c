import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openExport } from '../services/your-data/export-everything.ts';
import { exportBytes } from '../services/your-data/write-export.ts';
import { parseOptions, required } from './arguments.ts';
import type { Command } from './command.ts';
import { withVault } from './with-vault.ts';

/** `export --vault DIR [--portfolio ID] --out FILE.zip`: everything in open formats, not encrypted. */
export const exportCommand: Command = async (args, out) => {
  const { value } = parseOptions(args, { vault: 'string', portfolio: 'string', out: 'string' });
  const folder = required(value('vault'), 'vault');
  const file = resolve(required(value('out'), 'out'));
  return withVault(folder, async ({ ports, session }) => {
    const made = await openExport(ports, session, value('portfolio') ?? null);
    // Never over something: a name typed in haste must not cost a file.
    const handle = await open(file, 'wx');
    try {
      await pipeline(exportBytes(ports, made), handle.createWriteStream());
    } catch (fault) {
      await rm(file, { force: true });
      throw fault;
    }
    out.note(`Wrote ${file}: ${made.items} items, ${made.originals} files. It is NOT encrypted.`);
    return 0;
  });
};
