import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAll } from '#electron/storage/file-steps.ts';
import type { Files } from '#electron/storage/files.ts';
import { testItem } from '../../app-under-test.ts';
import { appOn, vaultFolder } from '../app-on-disk.ts';
import type { Scenario } from '../scenario.ts';

const fixture = join(import.meta.dirname, '../../../fixtures/vaults/format-1');
const { passphrase } = JSON.parse(readFileSync(join(fixture, 'expected.json'), 'utf8')) as {
  readonly passphrase: string;
};

async function copyIn(files: Files): Promise<void> {
  const from = join(fixture, 'vault');
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const to = `${vaultFolder}${path.slice(from.length)}`;
    await files.makeFolder(dirname(to));
    const file = await files.open(to, 'create');
    await writeAll(file, readFileSync(path), 0);
    await file.sync();
  }
}

const before = { items: 0 };

async function itemsOf(files: Files): Promise<{ readonly count: number; readonly added: boolean }> {
  const app = await appOn(files);
  await app.services.app.unlock({ passphrase });
  const [shelf] = await app.services.portfolios.list(undefined);
  const { store } = await app.session.portfolio(shelf?.id ?? '');
  const items = [...store.all('evidence').values()];
  await app.close();
  return { count: items.length, added: items.some(({ title }) => title === 'After the upgrade') };
}

/** A vault of 0.1 is opened for the first time and saved to. */
export const upgradeScenario: Scenario = {
  name: 'a vault of an older format',
  prepare: async (files) => {
    await copyIn(files);
  },
  run: async (files, act) => {
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase });
    const [shelf] = await app.services.portfolios.list(undefined);
    const portfolioId = shelf?.id ?? '';
    before.items = (await app.session.portfolio(portfolioId)).store.all('evidence').size;
    await act('item', () =>
      app.services.evidence.create({ portfolioId, item: { ...testItem, title: 'After the upgrade' } }),
    );
    await app.close();
  },
  reopen: async (files) => {
    const { count, added } = await itemsOf(files);
    const again = await itemsOf(files);
    if (again.count !== count) throw new Error('opening twice differs');
    if (count - (added ? 1 : 0) < before.items) throw new Error('an item is lost');
    return new Set(added ? ['item'] : []);
  },
};
