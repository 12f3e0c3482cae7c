import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LockKind, lockVault } from '#electron/storage/vault-lock.ts';
import { createVaults } from '#electron/storage/vaults.ts';
import { proved, sized } from '#test/support/prove.ts';
import { buildChild } from '#test/support/storage-kill.ts';
import { idFrom, sampleActor, sampleClock } from '#test/support/storage-samples.ts';
import { type Bed, failureOf, noLog, temporaryBed } from '#test/support/storage-stores.ts';

let bed: Bed;
let child: string;
beforeAll(async () => {
  bed = await temporaryBed();
  child = await buildChild(join(bed.folder, 'child'));
});
afterAll(() => bed.remove());

async function holder(folder: string, kind: LockKind): Promise<ChildProcess> {
  const running = spawn(process.execPath, [child, 'hold', folder, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(running.stdout, 'data');
  return running;
}

/** What proper-lockfile and its like do: the holder touches a file, and an old file is nobody's. */
const touchForever = `
  const { writeFileSync } = require('node:fs');
  const touch = () => writeFileSync(process.argv[1] + '/lock', String(process.pid));
  touch();
  setInterval(touch, 20);
  process.stdout.write('held');
`;
const oldAfter = 500; // milliseconds
const isFreeByTime = async (folder: string) =>
  Date.now() - (await stat(join(folder, 'lock'))).mtimeMs > oldAfter;

const kinds: readonly LockKind[] =
  process.platform === 'linux' ? ['abstract', 'file'] : process.platform === 'win32' ? ['pipe'] : ['file'];

const openers = sized(20, 100);

describe('a lock that goes by the time of a file', () => {
  it('is given away while its holder is suspended: why ours is none', async () => {
    const folder = join(bed.folder, 'by-time');
    await mkdir(folder);
    const first = spawn(process.execPath, ['-e', touchForever, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(first.stdout, 'data');
      expect(await isFreeByTime(folder)).toBe(false);
      first.kill('SIGSTOP');
      // A laptop that sleeps for longer than the lock may be old.
      await expect.poll(() => isFreeByTime(folder), { timeout: 10_000, interval: 50 }).toBe(true);
    } finally {
      first.kill('SIGKILL');
    }
  });
});

describe.each(kinds)('the lock of a vault (%s)', (kind) => {
  it('refuses a second process with the name of the first, also while that is suspended, and is free once it is killed', async () => {
    const folder = join(bed.folder, `vault-${kind}`);
    const first = await holder(folder, kind);
    try {
      const second = () => failureOf(lockVault(folder, 'second', kind));
      for (let attempt = 0; attempt < openers; attempt += 1) {
        expect(await second()).toEqual({
          code: 'VAULT_IN_USE',
          data: { owner: `desktop ${first.pid} sample` },
        });
      }
      first.kill('SIGSTOP');
      // All at once: each waits a second for an answer that does not come.
      const refused = await Promise.all(Array.from({ length: openers }, second));
      expect(refused).toEqual(refused.map(() => ({ code: 'VAULT_IN_USE', data: { owner: 'unknown' } })));
      expect(refused).toHaveLength(openers);
    } finally {
      first.kill('SIGKILL');
    }
    await once(first, 'exit');
    const start = performance.now();
    const lock = await lockVault(folder, 'third', kind);
    const free = performance.now() - start;
    expect(free).toBeLessThan(1000);
    proved(
      `lock (${kind})`,
      `${openers} of ${openers} refused, ${openers} of ${openers} while suspended, free after ${free.toFixed(1)} ms`,
    );
    expect((await failureOf(lockVault(folder, 'fourth', kind))).data).toEqual({ owner: 'third' });
    await lock.release();
    await (await lockVault(folder, 'fifth', kind)).release();
  });

  it('is one for each folder', async () => {
    const locks = await Promise.all(['a', 'b'].map((name) => lockVault(join(bed.folder, name), name, kind)));
    await Promise.all(locks.map((lock) => lock.release()));
  });
});

describe('a vault', () => {
  it('is opened once at a time, by whatever path, and says who has it', async () => {
    const folder = join(bed.folder, 'opened');
    const vaults = createVaults({ clock: sampleClock, newId: () => idFrom(1), log: noLog, host: 'desktop' });
    const vault = await vaults.create(folder, 'sample passphrase', sampleActor);
    const refused = await failureOf(
      vaults.unlock(join(bed.folder, 'child', '..', 'opened'), 'sample passphrase'),
    );
    expect(refused.code).toBe('VAULT_IN_USE');
    expect(refused.data).toEqual({ owner: expect.stringMatching(`^desktop ${process.pid} 20`) });
    await vault.close();
    await (await vaults.unlock(folder, 'sample passphrase')).close();
  });
});
