import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

// One long journey through the whole list.
test.describe.configure({ timeout: 240_000 });

const grid = (page: Page) => page.getByRole('grid', { name: 'Evidence', exact: true });
const box = (page: Page) => page.getByRole('textbox', { name: 'Search' });
const found = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /items?/ })
    .first();
const shot = async (page: Page, name: string) => {
  const folder = process.env.WAYMARK_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

async function searching(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('type:audit -verified:yes cap:G99');
  await expect(page.getByText('“cap:G99” is no capability of this guidance.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take away the filter Audit' })).toBeVisible();
  await settled(page);
  await shot(page, 'search');
  await expectAccessibleInBothThemes(page, 'evidence list with filters');
  // The chip, the choice and the text are one.
  await page.getByRole('button', { name: 'Take away the filter Not: Verified' }).click();
  await expect(box(page)).toHaveValue('type:audit cap:G99');
  await page.getByRole('combobox', { name: 'Types' }).click();
  await page.getByRole('option', { name: 'Teaching delivered' }).click();
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('type:audit,teaching cap:G99');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(box(page)).toHaveValue('');
  await page.getByRole('button', { name: 'How to search' }).click();
  await expect(page.getByText('Begun before that day; 2024 or 03/2024 will do')).toBeVisible();
  await shot(page, 'help');
  await expectAccessible(page, 'how to search');
  await page.keyboard.press('Escape');
}

async function columns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click();
  // Not `check`, which looks before the menu has drawn what it was told.
  const choice = (name: string) => page.getByRole('checkbox', { name });
  await choice('Tags').click();
  await expect(choice('Tags')).toBeChecked();
  await choice('Files').click();
  await expect(choice('Files')).not.toBeChecked();
  await page.getByRole('button', { name: 'Tags earlier' }).click();
  await shot(page, 'columns');
  await expectAccessible(page, 'columns of the list');
  await page.keyboard.press('Escape');
  const heads = grid(page).getByRole('columnheader');
  await expect(heads).toHaveText(['Select', 'Title', 'Type', 'Dates', 'Capabilities', 'Tags', 'Marks']);
  await page.reload();
  await expect(heads).toHaveText(['Select', 'Title', 'Type', 'Dates', 'Capabilities', 'Tags', 'Marks']);
}

async function groupsAndSaving(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Groups' }).click();
  await page.getByRole('option', { name: 'Year' }).click();
  await expect(grid(page).getByRole('rowheader').first()).toHaveText(/^20\d\d \d+ items?$/);
  await settled(page);
  await shot(page, 'groups');
  await expectAccessibleInBothThemes(page, 'evidence list in groups');
  await box(page).fill('type:teaching');
  await expect(found(page)).toHaveText(/ of \d+ items match/);
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('textbox', { name: 'Save this search as' }).fill('Teaching by year');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Rename Teaching by year' })).toBeVisible();
  await shot(page, 'saved');
  await expectAccessible(page, 'saved searches');
  await page.getByRole('textbox', { name: 'Save this search as' }).fill('teaching BY year');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('There is one of that name')).toBeVisible();
  await page.keyboard.press('Escape');
  await visit(page, '/evidence');
  await page.getByRole('button', { name: 'Saved searches (1)' }).click();
  await page.getByRole('button', { name: 'Teaching by year', exact: true }).click();
  await expect(box(page)).toHaveValue('type:teaching');
  await expect(grid(page).getByRole('rowheader').first()).toBeVisible();
  await page.getByRole('button', { name: 'Saved searches (1)' }).click();
  await page.getByRole('button', { name: 'Remove Teaching by year' }).click();
  await expect(page.getByText('The saved search “Teaching by year” is gone.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Saved searches (1)' })).toBeVisible();
}

async function bulk(page: Page): Promise<void> {
  await visit(page, '/evidence?text=type%3Ateaching');
  await grid(page).getByRole('checkbox').first().check();
  const all = page.getByRole('button', { name: /^Select all/ });
  if (await all.isVisible()) await all.click();
  await page.getByRole('button', { name: 'Change …' }).click();
  await shot(page, 'change');
  await page.getByRole('menuitem', { name: 'Add a tag …' }).click();
  await page.getByRole('textbox', { name: 'Tag' }).fill('for the panel');
  await expectAccessible(page, 'a tag for many');
  await page.getByRole('button', { name: /^Tag \d+ items?$/ }).click();
  await expect(page.getByText(/^Tagged \d+ items?: for the panel/)).toBeVisible();
  await expect(grid(page).getByText('for the panel').first()).toBeVisible();
  await grid(page).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Change …' }).click();
  await page.getByRole('menuitem', { name: 'Change the type …' }).click();
  await page.getByRole('combobox', { name: 'Type', exact: true }).click();
  await page.getByRole('option', { name: 'Reflection', exact: true }).click();
  await page.getByRole('button', { name: /^Change type of/ }).click();
  await expect(page.getByRole('dialog', { name: '1 item stayed as before' })).toBeVisible();
  await shot(page, 'refused');
  await expectAccessible(page, 'items that stayed as before');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(grid(page).getByRole('checkbox').first()).toBeChecked();
  await page.getByRole('button', { name: 'Export …' }).click();
  await expectAccessible(page, 'export');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/^Evidence .*\.csv$/);
}

test('the list is searched, shaped, kept and changed as a whole', async ({ waymark }) => {
  // A name that is taken is refused.
  waymark.allow(/status of 400/);
  const page = waymark.page();
  await openSample(page);
  await visit(page, '/evidence');
  await shot(page, 'list');
  await searching(page);
  await columns(page);
  await groupsAndSaving(page);
  await bulk(page);
  await page.setViewportSize({ width: 640, height: 800 });
  await visit(page, '/evidence?text=type%3Ateaching&group=year');
  await shot(page, 'narrow');
  await expectAccessible(page, 'evidence list, narrow');
});
