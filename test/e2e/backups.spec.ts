import { appendFile, cp, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { visit } from './screens.ts';
import { addEvidence, createPortfolio, go, passphrase, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const title = 'Audit of handover (invented)';

async function withOneItem(page: Page): Promise<void> {
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title, date: '01/03/2026', codes: ['G4'] });
}

async function restore(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Check and restore' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your vault is back' })).toBeVisible({
    timeout: 20_000,
  });
}

async function expectTheItem(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Unlock it' }).click();
  await unlock(page);
  await go(page, 'Evidence');
  await expect(page.getByText(title)).toBeVisible();
}

test('a backup is made, the vault checked, and a lost vault comes back from the complete file', async ({
  waymark,
}) => {
  let page = waymark.page();
  waymark.allow(/403|404|500/);
  await withOneItem(page);
  await visit(page, '/settings?tab=backups');
  await expect(page.getByText('There is no backup yet')).toBeVisible();
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(page.getByText('Done, and read back.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'made by you' })).toBeVisible();
  await page.getByRole('button', { name: 'Check this vault' }).click();
  await expect(page.getByText('Everything is as it was saved.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'backups');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a complete backup file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^waymark-complete-.*\.waymark-backup$/);
  const saved = join(dirname(waymark.vaultFolder), file.suggestedFilename());
  await file.saveAs(saved);

  // What a sync program leaves beside a vault that was open in two places.
  const laptop = `${waymark.vaultFolder}-LAPTOP`;
  page = await waymark.whileClosed((folder) => cp(folder, laptop, { recursive: true }));
  await unlock(page);
  await visit(page, '/settings?tab=backups');
  const others = page.getByRole('region', { name: 'Other versions of this vault' });
  await others.getByRole('button', { name: 'See what is in it' }).click();
  await expect(others.getByText('Nothing that is not here already.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'another version of the vault');
  await rm(laptop, { recursive: true });
  await page.getByRole('button', { name: 'Lock Waymark' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
  // A new machine: neither the vault nor the backups beside it.
  await rm(waymark.vaultFolder, { recursive: true });
  await rm(join(dirname(waymark.vaultFolder), 'backups'), { recursive: true });
  await page.reload();
  await page.getByRole('link', { name: 'Restore from a backup' }).click();
  await expect(page.getByText('None was found in the usual place')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'choose a backup');
  await page.getByTestId('file-input').setInputFiles(saved);
  await expect(page.getByRole('radio', { name: 'My passphrase' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'open a backup');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('not the right one');
  await page.getByRole('button', { name: 'Check and restore' }).click();
  await expect(page.getByText('That is not the passphrase')).toBeVisible({ timeout: 20_000 });
  await restore(page);
  await expectAccessibleInBothThemes(page, 'restored');
  await expectTheItem(page);
});

test('a damaged vault is kept aside while the last backup takes its place', async ({ waymark }) => {
  let page = waymark.page();
  waymark.allow(/403|404|500/);
  await withOneItem(page);
  // The first lock of the day makes a backup by itself.
  page = await waymark.restart();
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
  await appendFile(join(waymark.vaultFolder, 'vault.json'), 'damage');
  await page.reload();
  await page.getByRole('link', { name: 'Restore from a backup' }).click();
  await page.getByRole('button', { name: /^Use the backup of .*, daily$/ }).click();
  await expect(page.getByText('The vault that is there now is kept')).toBeVisible();
  await restore(page);
  const beside = await readdir(dirname(waymark.vaultFolder));
  expect(beside.filter((name) => name.startsWith('vault-kept-aside-'))).toHaveLength(1);
  await expectTheItem(page);
});

test('what went with an earlier backup is brought in from a later one, and taken back in one step', async ({
  waymark,
}) => {
  let page = waymark.page();
  waymark.allow(/403|404|500/);
  const later = 'Written after the first backup (invented)';
  const make = async () => {
    await visit(page, '/settings?tab=backups');
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(page.getByText('Done, and read back.')).toBeVisible();
  };
  await withOneItem(page);
  await make();
  await addEvidence(page, { type: 'Audit', title: later, date: '02/03/2026', codes: ['G4'] });
  await make();
  page = await waymark.restart();
  await page.getByRole('link', { name: 'Restore from a backup' }).click();
  await page
    .getByRole('button', { name: /^Use the backup of .*, made by you$/ })
    .nth(1)
    .click();
  await restore(page);
  await expectTheItem(page);
  await expect(page.getByText(later)).toHaveCount(0);

  await visit(page, '/settings?tab=backups');
  await page.getByRole('combobox', { name: 'Backup' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await expect(page.getByText('In it and not here: 1 new record.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'look into a backup');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByText('Brought in: 1 new record.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back: the vault reads as it did before.')).toBeVisible();
  await go(page, 'Evidence');
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByText(later)).toHaveCount(0);
});
