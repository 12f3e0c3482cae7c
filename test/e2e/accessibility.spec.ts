import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, turnTo, visit } from './screens.ts';
import { createPortfolio, passphrase, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

// Many screens in one go; a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

const refused = /Failed to load resource: the server responded with a status of (4|5)\d\d/;

async function firstStart(page: Page): Promise<void> {
  await settled(page);
  await expectAccessibleInBothThemes(page, 'welcome');
  await page.getByRole('link', { name: 'Verify a PDF' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Verify a report' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'verify, without a vault');
  await page.getByRole('link', { name: 'Back to start' }).click();
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await expectAccessibleInBothThemes(page, 'set-up');
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'set-up with errors');
  await page.getByRole('button', { name: 'Back' }).click();
}

async function newPortfolio(page: Page): Promise<void> {
  await visit(page, '/');
  await expect(page.getByText('Start with a portfolio')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'home without a portfolio');
  await visit(page, '/settings?tab=portfolio');
  await expectAccessibleInBothThemes(page, 'settings without a portfolio');
  await visit(page, '/portfolio/new');
  await page.getByRole('button', { name: 'Create the portfolio' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'new portfolio with errors');
  for (const specialty of ['General psychiatry', 'Emergency medicine', 'General (internal) medicine']) {
    await page.getByRole('radio', { name: specialty }).check();
    await expectAccessibleInBothThemes(page, `new portfolio, ${specialty}`);
  }
}

/** Screens of a portfolio with nothing in it yet. */
async function emptyScreens(page: Page): Promise<void> {
  for (const path of [
    '/',
    '/evidence',
    '/evidence?trash=true',
    '/coverage',
    '/reviews',
    '/cv',
    '/timeline',
    '/verify',
  ]) {
    await turnTo(page, path);
    await expectAccessibleInBothThemes(page, `${path} of an empty portfolio`);
  }
}

async function twoPortfolios(page: Page): Promise<void> {
  await visit(page, '/portfolio/new');
  await page.getByRole('radio', { name: 'Emergency medicine' }).check();
  await page.getByRole('textbox', { name: 'Target submission date' }).fill('31/01/2029');
  await page.getByRole('button', { name: 'Create the portfolio' }).click();
  await page.getByRole('button', { name: /^Portfolio: .*Choose another$/ }).click();
  await expect(page.getByRole('menuitem', { name: 'New portfolio' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'choosing a portfolio');
}

test('from the first start to an empty portfolio', async ({ waymark }) => {
  const page = waymark.page();
  await firstStart(page);
  await setUp(page);
  await newPortfolio(page);
  await visit(page, '/portfolio/new');
  await createPortfolio(page);
  await emptyScreens(page);
  await twoPortfolios(page);
});

test('locked, lost, without a key, and a vault that cannot be read', async ({ waymark }) => {
  waymark.allow(refused);
  waymark.allow(/net::ERR_FAILED/);
  let page = waymark.page();
  await setUp(page);
  page = await waymark.restart();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'unlock');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(`${passphrase} not`);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(/That is not the passphrase/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'unlock with a wrong passphrase');
  await unlock(page);
  await visit(page, '/portfolio/new');
  await createPortfolio(page);

  await page.route('**/rpc/**', (route) => route.abort());
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evidence' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Waymark was closed' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'lost');
  await page.unroute('**/rpc/**');
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'This page has no key' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'without a key');

  const file = join(waymark.vaultFolder, 'vault.json');
  await waymark.restart();
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, -20));
  page = await waymark.restart();
  await expect(page.getByRole('heading', { level: 1, name: 'Part of your vault is damaged' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a vault that cannot be read');
});
