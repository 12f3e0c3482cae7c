import { createApp } from '#electron/app.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';

const author = {
  id: '00000000-0000-4000-8000-00000000a11e',
  name: 'Dr Other Laptop (invented)',
  at: '2026-03-02T08:00:00.000Z',
};

/**
 * What comes of merging: another laptop had the first version of each of these items, and changed it. The vault must be
 * closed. @param change gives the other laptop's version; null: deleted there.
 */
export async function changeElsewhere(
  vaultFolder: string,
  passphrase: string,
  changes: Readonly<Record<string, (first: object) => object | null>>,
): Promise<void> {
  const app = await createApp({ vaultFolder, host: 'browser' });
  try {
    await app.services.app.unlock({ passphrase });
    const [shelf] = await app.services.portfolios.list(undefined);
    const { store } = await app.session.portfolio(shelf?.id ?? '');
    for (const [title, change] of Object.entries(changes)) {
      const item = [...store.all('evidence').values()].find((one) => one.title === title);
      if (item === undefined) throw new Error(`no item called ${title}`);
      const { collection, id } = { collection: 'evidence', id: item.id };
      const versions = await store.history.versions(collection, id);
      const first = versions.at(-1);
      if (first === undefined) throw new Error('no version');
      const parents = [first.revision];
      const value = change(first.value as object);
      const revision = app.ports.hash(contentOf({ collection, id, parents, value }));
      await store.merge('import.package', [{ revision, collection, id, parents, value, by: author }]);
    }
  } finally {
    await app.close();
  }
}
