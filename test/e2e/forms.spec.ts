import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { createPortfolio, go, openSample, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true });
const saved = (page: Page) => page.getByRole('main').getByText(/^Saved \d\d:\d\d$/);
const row = (page: Page, name: string) => page.getByRole('group', { name });

/** The next save of the item that names these words is on disk. */
const keeping = (page: Page, words: string) =>
  page.waitForResponse(
    (answer) =>
      /\/rpc\/evidence\/(create|update)$/.test(answer.url()) &&
      (answer.request().postData() ?? '').includes(words) &&
      answer.ok(),
  );

async function measure(page: Page, at: number, date: string, value: string): Promise<void> {
  await row(page, `Measurement ${at}`).getByRole('textbox', { name: 'Date' }).fill(date);
  await row(page, `Measurement ${at}`).getByRole('textbox', { name: 'Value' }).fill(value);
}

test('a QI project with cycles, measurements and a run chart, its marks, tags and prompts', async ({
  waymark,
}) => {
  test.setTimeout(180_000);
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await visit(page, '/evidence/new?type=qi&capability=G4');
  await field(page, 'Title').fill('Sepsis within the hour');
  await field(page, 'Start date').fill('01/03/2026');
  await page.getByRole('button', { name: 'Add a PDSA cycle' }).click();
  await row(page, 'PDSA cycle 1').getByRole('textbox', { name: 'Plan' }).fill('A trolley in resus');
  await page.getByRole('button', { name: 'Add a measurement' }).click();
  await measure(page, 1, '01/03/2026', '52');
  // Enter begins the next row.
  await row(page, 'Measurement 1').getByRole('textbox', { name: 'Value' }).press('Enter');
  await measure(page, 2, '01/04/2026', '50');
  await page.getByRole('button', { name: 'Add a measurement' }).click();
  await measure(page, 3, '01/05/2026', '81');
  const kept = keeping(page, '"value":81');
  await field(page, 'Day the change began').fill('15/04/2026');
  await kept;
  const chart = page.getByRole('img', { name: /^Run chart of 3 measurements/ });
  await expect(chart).toHaveAccessibleName(/Median before the change: 51\. The change began on 15\/04\/2026/);
  await expect(chart.locator('svg').first()).toBeVisible();
  await page.getByRole('button', { name: 'The same as a table' }).click();
  await expect(page.getByRole('cell', { name: /^81/ })).toBeVisible();

  await page.getByRole('button', { name: 'Remove measurement 2' }).click();
  await expect(page.getByRole('img', { name: /^Run chart of 2 measurements/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(row(page, 'Measurement 2').getByRole('textbox', { name: 'Value' })).toHaveValue('50');

  await page.getByRole('button', { name: 'Questions that help with reflecting' }).click();
  await expect(
    page.getByText('What will you do, by when, and how will you know that it worked?'),
  ).toBeVisible();
  await expect(field(page, 'What it taught you')).toHaveValue('');
  await page.getByRole('button', { name: 'Put these headings into the text of reflecting' }).click();
  await expect(field(page, 'What it taught you')).toHaveValue(/^What happened:\n[\s\S]*Now what:\n$/);

  const tagged = keeping(page, 'ARCP 2026');
  await page.getByRole('combobox', { name: 'Tags' }).fill('ARCP 2026');
  await page.keyboard.press('Enter');
  await tagged;
  const verification = page.getByRole('radiogroup', { name: 'Verification' });
  await verification.getByRole('radio', { name: 'Verified' }).check();
  await field(page, 'Verified by').fill('Dr Sample Consultant (invented)');
  await page.getByRole('button', { name: 'Verified today' }).click();
  const marked = keeping(page, 'Sample Hospital');
  await field(page, 'Institution').fill('Sample Hospital (invented)');
  await marked;
  await page.getByRole('button', { name: 'From abroad, or not in English' }).click();
  const translated = keeping(page, '"notNeeded":["translated"]');
  await page
    .getByRole('radiogroup', { name: 'Translation' })
    .getByRole('radio', { name: 'Not needed' })
    .check();
  await translated;
  await expectAccessibleInBothThemes(page, 'form of a QI project');

  await page.reload();
  await settled(page);
  await expect(row(page, 'PDSA cycle 1').getByRole('textbox', { name: 'Plan' })).toHaveValue(
    'A trolley in resus',
  );
  await expect(row(page, 'Measurement 3').getByRole('textbox', { name: 'Value' })).toHaveValue('81');
  await expect(page.getByRole('img', { name: /^Run chart of 3 measurements/ })).toBeVisible();
  await expect(verification.getByRole('radio', { name: 'Verified' })).toBeChecked();

  await page
    .getByRole('navigation', { name: 'Parts of this form' })
    .getByRole('button', { name: 'Where it is used' })
    .click();
  await expect(page.getByText('No review names it.')).toBeVisible();
  await page.getByRole('button', { name: 'Who can see this' }).first().click();
  await expect(page.getByRole('button', { name: 'Who can see this', expanded: true })).toBeFocused();
  await expect(page.getByText('would be given it in a package').first()).toBeVisible();
  await expect(page.getByText('No package made in this vault held it.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'where an item goes');
});

test('a logbook adds its rows up, and what an item of the sample is used in is told', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await visit(page, '/evidence/new?type=logbook');
  await field(page, 'Title').fill('Procedures in AMU');
  await field(page, 'Start date').fill('01/03/2026');
  for (const [at, [kind, number]] of [
    ['Chest drain', '12'],
    ['LP', '8'],
  ].entries()) {
    await page.getByRole('button', { name: 'Add a count' }).click();
    await row(page, `Count ${at + 1}`)
      .getByRole('textbox', { name: 'Kind' })
      .fill(kind ?? '');
    await row(page, `Count ${at + 1}`)
      .getByRole('textbox', { name: 'Number' })
      .fill(number ?? '');
  }
  await expect(page.getByText('Number of cases: 20')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await go(page, 'Evidence');
  await page.getByRole('textbox', { name: 'Search' }).fill('interpreter');
  await page.getByRole('grid').getByRole('link', { name: 'Working with an interpreter' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Where it is used' }).last().click();
  await expect(page.getByText(/E\d+ in its signed report, under /)).toBeVisible();
});

test('a draft survives the app being killed, and going back and forward loses no text', async ({
  waymark,
}) => {
  test.skip(process.env.WAYMARK_E2E_HOST === 'electron', 'the desktop app has no back and forward buttons');
  test.setTimeout(180_000);
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByRole('button', { name: /^Audit/ }).click();
  await field(page, 'Title').fill('Sepsis audit');
  await field(page, 'Start date').fill('01/03/2026');
  await expect(saved(page)).toBeVisible();
  // Left at once, in the middle of typing: back saves first, forward has it.
  await field(page, 'What it taught you').fill('Typed and left within the same breath');
  await page.goBack();
  await expect(page.getByRole('grid').getByRole('link', { name: 'Sepsis audit' })).toBeVisible();
  await page.goForward();
  await settled(page);
  await expect(field(page, 'What it taught you')).toHaveValue('Typed and left within the same breath');

  // Hidden, as when another program is brought to the front, it is saved without waiting.
  const hidden = keeping(page, 'Before the window was hidden');
  await field(page, 'What it taught you').fill('Before the window was hidden');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await hidden;
  // A mark that lacks a part cannot be saved: it is kept apart, and offered back after the app was killed.
  await page
    .getByRole('radiogroup', { name: 'Verification' })
    .getByRole('radio', { name: 'Verified' })
    .check();
  const held = page.waitForResponse((answer) => answer.url().endsWith('/rpc/drafts/keep'));
  await field(page, 'Verified by').fill('Dr Half (invented)');
  await held;
  const path = new URL(page.url()).pathname;
  page = await waymark.crash();
  await unlock(page);
  await visit(page, path);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field(page, 'What it taught you')).toHaveValue('Before the window was hidden');
  await expect(field(page, 'Verified by')).toHaveValue('Dr Half (invented)');
});
