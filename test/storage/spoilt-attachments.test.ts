import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '#electron/services/make-backup.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { fillVault, newPlace, ownPassphrase, type Place } from '#test/support/backup-vaults.ts';
import { failureOf, filesBelow } from '#test/support/storage-stores.ts';

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

describe('an attachment that the disk of the backups has spoilt', () => {
  it('is copied again by the next backup somebody asks for, and keeps nothing else from being restored', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    const made = await makeBackup(app.ports, app.session, 'by-hand');
    const { folder } = await app.ports.backups.folderFor(app.session.vault().id);
    const pool = join(folder, 'attachments');
    const [first] = await filesBelow(pool);
    if (first === undefined) throw new Error('no attachments');
    const [name, good] = first;
    const spoil = async () => {
      const bytes = await readFile(join(pool, name));
      bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
      await writeFile(join(pool, name), bytes);
    };
    await spoil();
    await makeBackup(app.ports, app.session, 'by-hand');
    expect((await filesBelow(pool)).get(name)).toEqual(good);
    // What nobody has looked at since.
    await spoil();
    await app.close();

    const to = join(place.folder, 'other', 'vault');
    const other = await place.app({ vaultFolder: to });
    const request = {
      source: { path: join(folder, made?.name ?? '') },
      secret: { passphrase: ownPassphrase },
      keepAside: false,
    };
    await rename(pool, `${pool}-moved`);
    expect(await failureOf(restoreVault(other.ports, to, request))).toMatchObject({
      code: 'PACKAGE_REFUSED',
      data: { why: 'attachment-missing' },
    });
    await rename(`${pool}-moved`, pool);
    const { report } = await restoreVault(other.ports, to, request);
    expect(report.findings.map(({ code }) => code)).toContain('attachment-missing');
    await other.services.app.unlock({ passphrase: ownPassphrase });
    expect((await other.session.portfolio(id)).store.all('evidence').size).toBe(3);
  });
});
