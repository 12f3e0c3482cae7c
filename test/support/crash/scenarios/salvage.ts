import { salvageVault } from '#electron/services/salvage.ts';
import type { Files } from '#electron/storage/files.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { testItem, testPassphrase, testPortfolio, testProfile } from '../../app-under-test.ts';
import { appOn, vaultFolder } from '../app-on-disk.ts';
import type { Scenario } from '../scenario.ts';

const passphrase = testPassphrase;
const journal = 'journal-000001.log';

/** Every file in the vault that somebody set aside, by the end of its path. */
async function asideOf(files: Files, store: string): Promise<readonly string[]> {
  return (await files.list(`${vaultFolder}/set-aside/${store}`)) ?? [];
}

async function bytesOf(files: Files, path: string): Promise<Buffer> {
  const file = await files.open(path, 'read');
  const bytes = Buffer.alloc(await file.size());
  await file.read(bytes, 0);
  await file.close();
  return bytes;
}

/** What a portfolio's journal was when it was damaged: none of it may ever be lost. */
let damaged: Buffer = Buffer.alloc(0);

/**
 * The good part of a damaged vault is opened. However that is interrupted, the good part opens the next time, and the
 * damaged file is kept whole, where it was or set aside.
 */
export const salvageScenario: Scenario = {
  name: 'opening the good part of a damaged vault',
  prepare: async (files) => {
    const app = await appOn(files);
    await app.services.app.createVault({ passphrase, profile: testProfile });
    const { id } = await app.services.portfolios.create(testPortfolio);
    for (const title of ['first', 'second', 'third'])
      await app.services.evidence.create({ portfolioId: id, item: { ...testItem, title } });
    await app.close();
    const path = `${vaultFolder}/portfolios/${id}/${journal}`;
    damaged = await bytesOf(files, path);
    const at = Math.floor(damaged.length * 0.9);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    const file = await files.open(path, 'update');
    await file.write(damaged, 0);
    await file.sync();
    await file.close();
  },
  already: ['first', 'second'],
  run: async (files, act) => {
    const app = await appOn(files);
    await act('salvaged', async () => {
      const { vault } = await salvageVault(app.ports, app.session, passphrase);
      app.session.open(vault);
    });
    await app.close();
  },
  reopen: async (files) => {
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase }).catch((thrown: unknown) => {
      if (!isFailure(thrown) || thrown.failure !== 'VAULT_DAMAGED') throw thrown;
    });
    const id = (await files.list(`${vaultFolder}/portfolios`))?.[0] ?? '';
    const open = async () => (await app.session.portfolio(id)).store;
    const found = new Set<string>();
    let store = await open().catch(() => undefined);
    if (store !== undefined) found.add('salvaged');
    else {
      await app.services.app.salvage({ passphrase });
      store = await open();
    }
    for (const { title } of store.all('evidence').values()) found.add(title);
    await app.services.evidence.create({ portfolioId: id, item: { ...testItem, title: 'goes on' } });
    await app.close();
    const kept = await Promise.all(
      (await asideOf(files, `portfolios/${id}`)).map((name) =>
        bytesOf(files, `${vaultFolder}/set-aside/portfolios/${id}/${name}`),
      ),
    );
    if (!kept.some((bytes) => bytes.equals(damaged))) throw new Error('what was damaged is not kept');
    return found;
  },
};
