import { open, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { audienceSchema, audiences } from '#shared/domain/packages/audiences.ts';
import type { App } from '../app.ts';
import { writePackage } from '../services/packages/write-package.ts';
import { refuseWeak } from '../services/passphrase.ts';
import type { PackageLock } from '../services/ports/exchange.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { commandTools, packagePassphrase } from './package-file.ts';
import { withVault } from './with-vault.ts';

type Locked = { readonly lock: PackageLock; readonly recipients: readonly string[] };

async function lockOf({ ports }: App, files: readonly string[]): Promise<Locked> {
  if (files.length > 0) {
    const cards = await Promise.all(
      files.map(async (file) => ports.cards.read(await readFile(resolve(file), 'utf8')).card),
    );
    return {
      lock: { recipients: cards.map(({ recipient }) => recipient) },
      recipients: cards.map(({ name }) => name),
    };
  }
  const passphrase = packagePassphrase();
  if (passphrase === null) throw new UsageError('Give --to CARD..., or set WAYMARK_PACKAGE_PASSPHRASE.');
  refuseWeak(passphrase);
  return { lock: { passphrase }, recipients: [] };
}

/** `pack --vault DIR --portfolio ID --audience NAME [--request ID] --to CARD... --out FILE`: writes a package for people, or under a passphrase. */
export const packCommand: Command = async (args, out) => {
  const { value, list, positionals } = parseOptions(args, {
    vault: 'string',
    portfolio: 'string',
    audience: 'string',
    to: 'list',
    request: 'string',
    out: 'string',
  });
  const folder = required(value('vault'), 'vault');
  const portfolioId = required(value('portfolio'), 'portfolio');
  const audience = audienceSchema.safeParse(required(value('audience'), 'audience'));
  if (!audience.success) throw new UsageError(`--audience is one of ${audiences.join(', ')}`);
  const file = resolve(required(value('out'), 'out'));
  return withVault(folder, async (app) => {
    const { ports, session } = app;
    const request = {
      audience: audience.data,
      exclude: [],
      request: value('request') ?? null,
      ...(await lockOf(app, [...list('to'), ...positionals])),
    };
    const portfolio = await session.portfolio(portfolioId);
    const written = await writePackage(ports, session, portfolio, request, commandTools);
    const waiting = ports.outbox.read(written.outboxId);
    if (waiting === undefined) throw new TypeError('nothing was written');
    // Never over something: a name typed in haste must not cost a file.
    const handle = await open(file, 'wx');
    try {
      await pipeline(waiting.bytes, handle.createWriteStream());
    } catch (fault) {
      await rm(file, { force: true });
      throw fault;
    }
    const { counts, files, size } = written;
    out.note(
      `Wrote ${file} (${size} bytes): ${counts.evidence} evidence items, ${counts.reviews} reviews, ${files} files.`,
    );
    return 0;
  });
};
