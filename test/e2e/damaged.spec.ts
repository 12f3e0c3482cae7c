import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './axe.ts';
import { createPortfolio, passphrase, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

/** Flips one bit of a file. */
async function damage(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

test('a damaged vault says what is damaged, opens the good part, and goes on', async ({ waymark }) => {
  waymark.allow(/status of [45]\d\d/);
  await setUp(waymark.page());
  await createPortfolio(waymark.page());
  await waymark.crash();
  await damage(join(waymark.vaultFolder, 'heads'));
  const page = await waymark.restart();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Part of your vault is damaged' })).toBeVisible();
  await expect(page.getByText('is not as it was written')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Restore from a backup' })).toBeVisible();
  await expectAccessible(page, 'a damaged vault');

  // Closing changes nothing.
  await page.getByRole('button', { name: 'Close the vault' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Part of your vault is damaged' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase');
  await page.getByRole('button', { name: 'See what can be opened' }).click();
  await expect(page.getByText(/That is not the passphrase/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'See what can be opened' }).click();
  await expect(page.getByText('1 damaged file found. Nothing you have entered is lost.')).toBeVisible();
  await expectAccessible(page, 'a damaged vault');
  await page.screenshot({ path: 'test-results/damaged-vault.png', fullPage: true });
  await page.getByRole('button', { name: 'Set aside and open the good part' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeVisible();
  expect(await readdir(join(waymark.vaultFolder, 'set-aside'))).toEqual([
    expect.stringMatching(/^heads\.damaged-/),
  ]);
});
