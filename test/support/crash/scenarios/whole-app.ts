import type { App } from '#electron/app.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import type { Files } from '#electron/storage/files.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { testItem, testPassphrase, testPortfolio, testProfile } from '../../app-under-test.ts';
import { appOn, vaultFolder } from '../app-on-disk.ts';
import { attach } from '../sample-vault.ts';
import type { Scenario } from '../scenario.ts';

const next = 'another test passphrase';
const draft = { key: 'sample', text: 'Half a sentence' };
const later = `${draft.text} and the other half`;

/** Every title in a portfolio. Reads each attachment to its end. @param spoilt whether some may be missing, as was told. */
async function titlesIn(app: App, portfolioId: string, spoilt = false): Promise<ReadonlySet<string>> {
  const { store } = await app.session.portfolio(portfolioId);
  const titles = new Set<string>();
  for (const item of store.all('evidence').values()) {
    titles.add(item.title);
    for (const { hash, size } of item.attachments) {
      const found = await store.blobs.read(hash);
      if (found === undefined && spoilt) continue;
      let read = 0;
      for await (const part of found?.bytes ?? []) read += part.length;
      if (read !== size) throw new Error('an attachment is not whole');
    }
  }
  return titles;
}

async function firstPortfolio(app: App): Promise<string | undefined> {
  return (await app.services.portfolios.list(undefined))[0]?.id;
}

/** Unlocks with whichever passphrase is in force; undefined when there is no vault. Says which it was. */
async function enter(app: App, passphrases: readonly string[]): Promise<string | undefined> {
  if ((await app.services.app.status(undefined)).state === 'absent') return undefined;
  for (const passphrase of passphrases) {
    try {
      await app.services.app.unlock({ passphrase });
      return passphrase;
    } catch (thrown) {
      // A crash while the vault was being made: the next start offers to make it again.
      if (isFailure(thrown) && thrown.failure === 'VAULT_ABSENT') return undefined;
      if (!isFailure(thrown) || thrown.failure !== 'WRONG_PASSPHRASE') throw thrown;
    }
  }
  throw new Error('no passphrase opens the vault');
}

async function add(app: App, portfolioId: string, title: string, bytes = 0): Promise<void> {
  const attachments =
    bytes === 0
      ? []
      : [await attach(app, portfolioId, 'sample.pdf', new Uint8Array(bytes).fill(bytes % 251))];
  await app.services.evidence.create({ portfolioId, item: { ...testItem, title, attachments } });
}

/** Goes on working, closes, opens: what was saved then is there. */
async function goesOn(files: Files, passphrase: string): Promise<void> {
  const app = await appOn(files);
  await app.services.app.unlock({ passphrase });
  await app.services.app.updateProfile({ ...testProfile, name: 'Dr After Crash (invented)' });
  await app.close();
  const again = await appOn(files);
  await again.services.app.unlock({ passphrase });
  const name = again.session.profile()?.name;
  await again.close();
  if (name !== 'Dr After Crash (invented)') throw new Error('a save after reopening is lost');
}

/** The first day: a vault, a portfolio, an item with an attachment, text not saved yet, another passphrase. */
export const firstDayScenario: Scenario = {
  name: 'the first day',
  run: async (files, act) => {
    const app = await appOn(files);
    let portfolioId = '';
    await act('vault', () =>
      app.services.app.createVault({ passphrase: testPassphrase, profile: testProfile }),
    );
    await act('portfolio', async () => {
      portfolioId = (await app.services.portfolios.create(testPortfolio)).id;
    });
    await act('item', () => add(app, portfolioId, 'item', 3000));
    await act('draft', () => app.services.drafts.keep(draft));
    await act('passphrase', () =>
      app.services.security.changePassphrase({ proof: { passphrase: testPassphrase }, newPassphrase: next }),
    );
    await act('draft again', () => app.services.drafts.keep({ ...draft, text: later }));
    await app.close();
  },
  reopen: async (files) => {
    const found = new Set<string>();
    const app = await appOn(files);
    const passphrase = await enter(app, [next, testPassphrase]);
    if (passphrase === undefined) {
      // Nothing was made: it can be made again, in the same place.
      await app.services.app.createVault({ passphrase: testPassphrase, profile: testProfile });
      await app.close();
      return found;
    }
    found.add('vault');
    if (passphrase === next) found.add('passphrase');
    const portfolioId = await firstPortfolio(app);
    if (portfolioId !== undefined) {
      await app.services.portfolios.get({ portfolioId });
      found.add('portfolio');
      for (const title of await titlesIn(app, portfolioId)) found.add(title);
    }
    const kept = await app.services.drafts.get({ key: draft.key });
    if (kept !== null && kept.text !== draft.text && kept.text !== later)
      throw new Error('a draft is not what was kept');
    if (kept !== null) found.add('draft');
    if (kept?.text === later) found.add('draft again');
    await app.close();
    await goesOn(files, passphrase);
    return found;
  },
};

async function filledVault(files: Files): Promise<string> {
  const app = await appOn(files);
  await app.services.app.createVault({ passphrase: testPassphrase, profile: testProfile });
  const { id } = await app.services.portfolios.create(testPortfolio);
  await add(app, id, 'first', 3000);
  await app.close();
  return id;
}

const request = { secret: { passphrase: testPassphrase }, keepAside: true } as const;

/** Restores a backup to another place and says what is in it. */
async function restoredTitles(files: Files, path: string): Promise<ReadonlySet<string>> {
  const elsewhere = '/elsewhere/vault';
  const app = await appOn(files, elsewhere);
  await restoreVault(app.ports, elsewhere, { ...request, source: { path } });
  await app.services.app.unlock({ passphrase: testPassphrase });
  const titles = await titlesIn(app, (await firstPortfolio(app)) ?? '');
  await app.close();
  return titles;
}

/** Backups by hand, with saves between them. Every one that is listed restores whole. */
export const backupScenario: Scenario = {
  name: 'backups',
  prepare: async (files) => {
    await filledVault(files);
  },
  already: ['first'],
  run: async (files, act) => {
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase: testPassphrase });
    const portfolioId = (await firstPortfolio(app)) ?? '';
    await act('by-hand', () => makeBackup(app.ports, app.session, 'by-hand'));
    await act('second', () => add(app, portfolioId, 'second', 2000));
    await act('before-import', () => makeBackup(app.ports, app.session, 'before-import'));
    await app.close();
  },
  reopen: async (files) => {
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase: testPassphrase });
    const found = new Set(await titlesIn(app, (await firstPortfolio(app)) ?? ''));
    const { backups, unreadable, folder } = await app.services.backups.status(undefined);
    await app.close();
    if (unreadable.length > 0) throw new Error('a backup is there in part');
    for (const { reason } of backups) found.add(reason);
    const [newest] = backups;
    if (newest !== undefined) {
      const titles = await restoredTitles(files, `${folder}/${newest.name}`);
      if (!titles.has('first')) throw new Error('a backup misses what was saved before it');
      if (newest.reason === 'before-import' && titles.has('second') !== found.has('second'))
        throw new Error('a backup misses what was saved before it');
    }
    await goesOn(files, testPassphrase);
    return found;
  },
};

/** An attachment that the disk could not read back is left out of a restore, and told. */
let spoilt = false;

/** A backup restored where a vault already is: the old one is kept aside. */
export const restoreScenario: Scenario = {
  name: 'restore over a vault',
  prepare: async (files) => {
    const id = await filledVault(files);
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase: testPassphrase });
    await makeBackup(app.ports, app.session, 'by-hand');
    await add(app, id, 'since the backup');
    await app.close();
  },
  already: ['first'],
  run: async (files, act) => {
    const app = await appOn(files);
    const [backup] = await app.ports.backups.found();
    const path = `${backup?.folder}/${backup?.info.name}`;
    spoilt = false;
    await act('restored', async () => {
      const { report } = await restoreVault(app.ports, vaultFolder, { ...request, source: { path } });
      spoilt = report.findings.some(({ code }) => code === 'attachment-missing');
    });
    await app.close();
  },
  reopen: async (files) => {
    const app = await appOn(files);
    if ((await enter(app, [testPassphrase])) === undefined) throw new Error('there is no vault any more');
    const titles = await titlesIn(app, (await firstPortfolio(app)) ?? '', spoilt);
    await app.close();
    const found = new Set(['first']);
    if (!titles.has('first')) throw new Error('what was in both is gone');
    if (!titles.has('since the backup')) {
      found.add('restored');
      // The one that was in the way is never lost: it is kept aside, whole.
      const kept = ((await files.list('/')) ?? []).find((name) => name.startsWith('vault-kept-aside-'));
      const aside = await appOn(files, `/${kept}`);
      await aside.services.app.unlock({ passphrase: testPassphrase });
      const before = await titlesIn(aside, (await firstPortfolio(aside)) ?? '');
      await aside.close();
      if (!before.has('since the backup')) throw new Error('the old vault is not whole');
    }
    await goesOn(files, testPassphrase);
    return found;
  },
};
