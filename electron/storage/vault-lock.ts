import { createHash, randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from '#shared/domain/failure.ts';
import { codeOf } from './files.ts';

/** How the system names the lock. All but `file` vanish with their process; a file may stay behind a killed one. */
export type LockKind = 'abstract' | 'pipe' | 'file';
const usualKind = (): LockKind =>
  process.platform === 'linux' ? 'abstract' : process.platform === 'win32' ? 'pipe' : 'file';

function addressOf(realFolder: string, kind: LockKind): string {
  const name = `waymark-${createHash('sha256').update(realFolder).digest('hex').slice(0, 32)}`;
  if (kind === 'abstract') return `\0${name}`;
  return kind === 'pipe' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string, owner: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((asking) => {
      asking.on('error', () => undefined);
      asking.end(owner, () => asking.destroy());
    });
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      // The lock alone must not keep a process alive.
      server.unref();
      resolve(server);
    });
  });
}

const answerWithin = 1000;
const longestAnswer = 200;

/** What the holder says of itself; 'unknown' when it holds but does not answer (suspended); undefined when none holds. */
function askOwner(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    const done = (owner: string | undefined) => {
      socket.destroy();
      resolve(owner);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(answerWithin, () => done('unknown'));
    socket.on('data', (text: string) => {
      answer = (answer + text).slice(0, longestAnswer);
    });
    socket.on('end', () => done(answer === '' ? 'unknown' : answer));
    socket.on('error', (error) => {
      const gone = codeOf(error) === 'ECONNREFUSED' || codeOf(error) === 'ENOENT';
      done(gone ? undefined : 'unknown');
    });
  });
}

/**
 * Removes a socket file whose process is gone. It is renamed first: of two processes that find it only one gets it,
 * and should it turn out to be alive after all, it goes back.
 */
async function removeStale(address: string): Promise<void> {
  const aside = `${address}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(address, aside);
  } catch {
    return;
  }
  if ((await askOwner(aside)) === undefined) await rm(aside, { force: true });
  else await rename(aside, address);
}

export type VaultLock = { readonly release: () => Promise<void> };

/**
 * Makes this process the vault's owner until it releases or ends, however it ends. Fails with VAULT_IN_USE.
 * @param owner how the holder is named to a second one: host kind, process id and start time.
 */
export async function lockVault(
  realFolder: string,
  owner: string,
  kind: LockKind = usualKind(),
): Promise<VaultLock> {
  const address = addressOf(realFolder, kind);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const server = await listen(address, owner);
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    } catch (thrown) {
      if (codeOf(thrown) !== 'EADDRINUSE') throw thrown;
      const holder = await askOwner(address);
      // It may have let go between the two calls: then one more try decides.
      if (holder !== undefined || attempt === 3)
        throw failure('VAULT_IN_USE', { owner: holder ?? 'unknown' });
      if (kind === 'file') await removeStale(address);
    }
  }
}
