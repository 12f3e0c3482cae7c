import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createApp } from '../app.ts';
import { judgeReviews } from '../services/packages/judge-reviews.ts';
import { aboutOf } from '../services/packages/judge-sender.ts';
import { keysOf } from '../services/packages/open-package.ts';
import { signedRecords } from '../services/packages/signed-records.ts';
import type { PackageKeys } from '../services/ports/exchange.ts';
import { parseOptions, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { packagePassphrase, tellAbout, withPackageFile } from './package-file.ts';
import { askPassphrase } from './passphrase.ts';
import { tellSigned } from './signed-words.ts';

/** The secret keys of a file as `age-keygen` writes it. */
async function identitiesIn(file: string): Promise<readonly string[]> {
  const lines = (await readFile(resolve(file), 'utf8')).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * `unpack FILE --list [--vault DIR | --identity FILE]`: what a package holds and who sealed it, after checking every
 * byte of it. Writes nothing.
 */
export const unpackCommand: Command = async (args, out) => {
  const { value, has, positionals } = parseOptions(args, {
    list: 'boolean',
    vault: 'string',
    identity: 'string',
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || !has('list'))
    throw new UsageError('unpack FILE --list [--vault DIR | --identity FILE]');
  const vault = value('vault');
  const identity = value('identity');
  return withPackageFile(resolve(file), out, async (source) => {
    // Without a vault nobody is known, and a folder that never comes to be stands for it.
    const nowhere = vault === undefined ? await mkdtemp(join(tmpdir(), 'waymark-unpack-')) : undefined;
    const app = await createApp({
      vaultFolder: resolve(vault ?? join(nowhere ?? '', 'none')),
      host: 'browser',
    });
    try {
      const { ports, session } = app;
      let keys: PackageKeys = { identities: [], passphrase: packagePassphrase() };
      if (identity !== undefined) keys = { ...keys, identities: await identitiesIn(identity) };
      if (vault !== undefined) {
        await app.services.app.unlock({ passphrase: await askPassphrase() });
        keys = keysOf(session, packagePassphrase());
      }
      const opened = await ports.exchange.open(source, keys);
      const about = aboutOf(ports, session, opened);
      const revisions = await opened.verify({
        inspect: async () => undefined,
        progress: () => undefined,
        signal: undefined,
      });
      const { notTaken, verdicts } = await judgeReviews(ports, opened, revisions, undefined);
      tellAbout(about, out);
      const arrived = { revisions, verdicts, here: undefined, summary: null };
      tellSigned(await signedRecords(ports, session, arrived), out);
      for (const { id, why } of notTaken) out.line(`not sound   review ${id} (${why})`);
      for (const { path, size } of opened.manifest.entries) out.line(`${String(size).padStart(12)}  ${path}`);
      return 0;
    } finally {
      await app.close();
      if (nowhere !== undefined) await rm(nowhere, { recursive: true, force: true });
    }
  });
};
