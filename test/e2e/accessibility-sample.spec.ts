import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe.ts';
import { settled, turnTo, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

// Many screens in one go; a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

/** Types that between them ask every kind of question. */
const types = ['audit', 'qi', 'msf', 'cbd', 'logbook', 'post'];

async function lists(page: Page): Promise<void> {
  await visit(page, '/evidence');
  await expectAccessibleInBothThemes(page, 'evidence list');
  await page.getByRole('combobox', { name: 'Types' }).press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'evidence list, choosing types');
  await turnTo(page, '/evidence?text=nothinghasthisword');
  await expect(page.getByText('No item matches')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'evidence list, filtered to nothing');
}

/** From one item to the trash, with the notice that offers to undo it, and to the item as it lies there. */
async function trash(page: Page): Promise<void> {
  await visit(page, '/evidence');
  const title = (await page.getByRole('grid').getByRole('link').first().textContent()) ?? '';
  await page.getByRole('grid').getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText(/was moved to the trash/)).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'evidence list with an undo notice');
  await page.getByText('Trash (1)').click();
  await expect(page.getByRole('grid', { name: 'Evidence in the trash' })).toHaveAttribute(
    'aria-rowcount',
    '2',
  );
  await settled(page);
  await expectAccessibleInBothThemes(page, 'trash');
  await page.getByRole('grid').getByRole('link', { name: title }).click();
  await expect(page.getByText('This item is in the trash')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'an item in the trash');
}

async function coverage(page: Page): Promise<void> {
  await visit(page, '/coverage');
  await expectAccessibleInBothThemes(page, 'coverage');
  for (const code of ['G5', 'IM2'])
    await page
      .getByRole('heading', { level: 3 })
      .getByRole('button', { name: new RegExp(`^${code} `) })
      .click();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'coverage with two capabilities open');
  await page.getByText('Gaps only').click();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'coverage, gaps only');
}

async function forms(page: Page): Promise<void> {
  await visit(page, '/evidence/new');
  await expectAccessibleInBothThemes(page, 'type chooser');
  await page.getByRole('textbox', { name: 'Find a type' }).fill('nothing like it');
  await expect(page.getByText(/No type matches/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'type chooser, nothing found');
  for (const type of types) {
    await turnTo(page, `/evidence/new?type=${type}`);
    await expectAccessibleInBothThemes(page, `form for ${type}`);
  }
}

async function oneForm(page: Page): Promise<void> {
  await visit(page, '/evidence/new?type=cpd&capability=G4');
  await page.getByRole('textbox', { name: 'Title' }).fill('Life support');
  await page.getByRole('button', { name: 'Choose start date from a calendar' }).click();
  await expect(page.getByRole('dialog', { name: 'Choose start date from a calendar' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'calendar');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Start date' }).fill('05/03/2026');
  await page
    .getByRole('radiogroup', { name: 'Verification' })
    .getByRole('radio', { name: 'Verified' })
    .check();
  await page.getByTestId('file-input').setInputFiles([
    { name: 'certificate.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\r\n1,2\r\n') },
    { name: 'the same.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\r\n1,2\r\n') },
  ]);
  await expect(page.getByText('Already attached')).toBeVisible();
  await expect(page.getByText(/until all three are filled in/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'form with files and a begun verification');

  await page.getByRole('textbox', { name: 'End date' }).fill('04/03/2026');
  await page.getByRole('textbox', { name: 'Title' }).fill('');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('The end cannot be before the start').first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'form with errors');
  await page.getByRole('button', { name: 'Change type' }).click();
  await expect(page.getByRole('dialog', { name: 'Change the type' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'changing the type');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'leaving unsaved words');
  await page.getByRole('button', { name: 'Leave and lose it' }).click();
  await settled(page);
}

async function settings(page: Page): Promise<void> {
  for (const tab of ['profile', 'portfolio', 'outcomes', 'security', 'backups', 'data', 'appearance']) {
    await turnTo(page, `/settings?tab=${tab}`);
    await expectAccessibleInBothThemes(page, `settings, ${tab}`);
  }
  await visit(page, '/settings?tab=outcomes');
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await page
    .getByRole('textbox', { name: /^Name of outcome/ })
    .first()
    .fill('Outcome 1');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'settings, outcomes with errors');
}

/** What an old bookmark may lead to. */
async function missing(page: Page): Promise<void> {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const [path, words] of [
    [`/reviews/${nobody}`, 'This review could not be found'],
    [`/evidence/${nobody}`, 'This evidence item could not be found'],
    [`/history/evidence/${nobody}`, 'This version could not be found'],
  ] as const) {
    await visit(page, path);
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page, path);
  }
}

async function overlays(page: Page): Promise<void> {
  await visit(page, '/no/such/page');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'not found');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Go to, or do' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'command palette');
  await page.keyboard.type('nothing like it');
  await expect(page.getByText(/Nothing found/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'command palette, nothing found');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'shortcuts');
}

test('home, lists and the map, full of evidence', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await settled(page);
  await expectAccessibleInBothThemes(page, 'home');
  await lists(page);
  await coverage(page);
  waymark.allow(/status of 404/);
  await missing(page);
  await overlays(page);
});

test('writing evidence, the trash and settings', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await forms(page);
  await oneForm(page);
  await trash(page);
  await settings(page);
});
