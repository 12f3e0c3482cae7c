import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LockKind, lockVault } from '#electron/storage/vault-lock.ts';
import { createVaults } from '#electron/storage/vaults.ts';
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

const kinds: readonly LockKind[] =
  process.platform === 'linux' ? ['abstract', 'file'] : process.platform === 'win32' ? ['pipe'] : ['file'];

describe.each(kinds)('the lock of a vault (%s)', (kind) => {
  it('refuses a second process with the name of the first, also while that is suspended, and is free once it is killed', async () => {
    const folder = join(bed.folder, `vault-${kind}`);
    const first = await holder(folder, kind);
    try {
      const second = () => failureOf(lockVault(folder, 'second', kind));
      for (let attempt = 0; attempt < 50; attempt += 1) {
        expect(await second()).toEqual({
          code: 'VAULT_IN_USE',
          data: { owner: `desktop ${first.pid} sample` },
        });
      }
      first.kill('SIGSTOP');
      expect(await second()).toEqual({ code: 'VAULT_IN_USE', data: { owner: 'unknown' } });
    } finally {
      first.kill('SIGKILL');
    }
    await once(first, 'exit');
    const start = performance.now();
    const lock = await lockVault(folder, 'third', kind);
    expect(performance.now() - start).toBeLessThan(1000);
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
