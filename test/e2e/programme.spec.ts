import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { makeProgrammeVault } from '#test/support/programme-vault.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, turnTo, visit } from './screens.ts';
import { passphrase, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

test.describe.configure({ timeout: 180_000 });

async function saved(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await saving).path(), 'utf8');
}

async function looksAtWhatWaits(page: Page): Promise<void> {
  const risk = page.getByRole('region', { name: 'Who may need support' });
  await expect(risk.getByText(/^Evidence was to be in by/).first()).toBeVisible();
  await expect(risk.getByText(/^A review was or is due by/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the home of a programme lead');

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Programme' }).click();
  await settled(page);
  const late = page.getByRole('region', { name: /^Past its day/ });
  await expect(late.getByText('Hand in the evidence').first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'what waits');
  await page.getByRole('combobox', { name: 'Waiting for' }).selectOption('The programme lead');
  await expect(page.getByText('Hand in the evidence')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Waiting for' }).selectOption('Anybody');

  const mine = 'Hand in the evidence, Dr A Fellow (invented)';
  await late.getByRole('button', { name: `Set aside: ${mine}` }).press('Enter');
  await page.getByRole('menuitem', { name: 'For a week' }).press('Enter');
  await expect(late.getByRole('button', { name: `Set aside: ${mine}` })).toHaveCount(0);
  await page.getByRole('button', { name: 'Set aside (1)' }).click();
  await page.getByRole('button', { name: `Bring back: ${mine}` }).click();
  await expect(late.getByRole('button', { name: `Set aside: ${mine}` })).toBeVisible();
}

async function goesThroughTheMonths(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Calendar' }).click();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'the calendar as a list');
  await page.getByText('As a month', { exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('cell').filter({ hasText: 'today' })).toHaveCount(1);
  await expectAccessibleInBothThemes(page, 'the calendar as a month');
  await page.setViewportSize({ width: 320, height: 640 });
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wider()).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  const before = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  await page.getByRole('button', { name: 'Month after' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(before);
  await page.getByRole('button', { name: 'This month' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(before);

  const file = await saved(page, 'Save the calendar file');
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  expect(events).toHaveLength(22);
  expect(file).not.toContain('Fellow');
  await page.getByRole('checkbox', { name: 'With the doctors’ names' }).check();
  expect(await saved(page, 'Save the calendar file')).toContain('Fellow');
}

async function readsTheNumbers(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Statistics' }).click();
  await settled(page);
  const outcomes = page.getByRole('table', { name: 'Outcomes by year' });
  await expect(outcomes.getByRole('cell', { name: 'fewer than 5' }).first()).toBeVisible();
  await expect(page.getByText(/Numbers from 1 to 4 read/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the statistics');
  const csv = await saved(page, 'Save as a table (CSV)');
  expect(csv).toContain('fewer than 5');
  expect(csv).not.toContain('Fellow');
}

async function changesTheDays(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Change the days' }).click();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'the days of a programme');
  const evidence = page.getByRole('textbox', { name: 'Ask the doctor for evidence' });
  await evidence.fill('10');
  await page.getByRole('button', { name: 'Save the days' }).click();
  await expect(page.getByText('This day would be on the wrong side').first()).toBeVisible();
  await evidence.fill('70');
  await page.getByRole('button', { name: 'Save the days' }).click();
  await expect(page.getByText('Not saved yet.')).toHaveCount(0);
  await visit(page, '/settings?tab=deadlines');
  await expect(evidence).toHaveValue(/^70 /);
}

test('a programme lead sees who waits for what, plans the months, and tells of the year without telling of anybody', async ({
  waymark,
}) => {
  const page = await waymark.whileClosed((folder) => makeProgrammeVault(folder, passphrase));
  await unlock(page);
  await settled(page);
  await looksAtWhatWaits(page);
  await goesThroughTheMonths(page);
  await readsTheNumbers(page);
  await changesTheDays(page);
  // From a line to that doctor's own review.
  await turnTo(page, '/programme');
  await page.getByRole('link', { name: 'Dr B Fellow (invented)' }).first().click();
  await settled(page);
  await expect(page.getByText('Dr B Fellow (invented)').first()).toBeVisible();
});
