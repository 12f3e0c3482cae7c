import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import { textOf } from '#test/support/report-judges.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

test.describe.configure({ timeout: 180_000 });

async function exported(page: Page, item: RegExp): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return readFile(await (await saving).path());
}

async function fillsTheGaps(page: Page): Promise<void> {
  await visit(page, '/cv');
  const look = page.getByRole('region', { name: /^Worth a look/ });
  await look.getByRole('button', { name: /^Days without a post/ }).click();
  await expect(look.getByText(/without a post or a reason/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the CV');
  await look
    .getByRole('button', { name: /^Registrar in general medicine, overseas, from/ })
    .first()
    .click();
  await expect(
    page.getByRole('listitem', { name: /^Registrar in general medicine, overseas/ }),
  ).toBeFocused();

  const gaps = page.getByRole('region', { name: 'Gaps between posts' });
  await gaps.getByRole('button', { name: /^Give the reason/ }).press('Enter');
  await page.getByRole('textbox', { name: /^What you did/ }).fill('Voluntary work abroad');
  await page.keyboard.press('Enter');
  await expect(gaps.getByText(/^Voluntary work abroad/)).toBeVisible();
  await expect(look.getByRole('button', { name: /^Days without a post/ })).toHaveCount(0);
}

async function addsAPost(page: Page): Promise<void> {
  const posts = page.getByRole('region', { name: 'Posts held' });
  await posts.getByRole('button', { name: /^Attach Rota of the acute take/ }).click();
  await expect(posts.getByRole('button', { name: /^Attach/ })).toHaveCount(0);
  await posts.getByRole('button', { name: 'Add a post' }).click();
  await posts.getByRole('textbox', { name: 'Title of the post' }).fill('Honorary fellow');
  await posts.getByRole('textbox', { name: 'First day' }).fill('1/2/2026');
  await posts.getByRole('textbox', { name: 'Per cent of full time' }).fill('20');
  await posts.getByRole('textbox', { name: 'Institution' }).fill('Sample University (invented)');
  await settled(page);
  await expectAccessibleInBothThemes(page, 'adding a post');
  await posts.getByRole('button', { name: 'Keep' }).click();
  const line = posts.getByRole('listitem', { name: /^Honorary fellow/ });
  await expect(line.getByText(/120 % of full time together/)).toBeVisible();
  await line.getByRole('button', { name: /^Change/ }).click();
  await posts.getByRole('textbox', { name: 'Per cent of full time' }).fill('');
  await posts.getByRole('button', { name: 'Keep' }).click();
  await expect(line.getByText(/say how much of full time each was/)).toBeVisible();

  const awards = page.getByRole('region', { name: 'Awards' });
  await awards.getByRole('button', { name: 'Add to Awards' }).click();
  await page.getByRole('textbox', { name: 'Award or prize' }).fill('Second prize');
  await page.keyboard.press('Enter');
  await awards.getByRole('button', { name: 'Move up: Second prize' }).click();
  await expect(awards.getByRole('listitem').first()).toContainText('Second prize');
}

async function leavesWithIt(page: Page): Promise<void> {
  const pdf = (await textOf(await exported(page, /PDF/))).replaceAll(/\s+/g, ' ');
  const { value: word } = await mammoth.extractRawText({ buffer: await exported(page, /Word/) });
  for (const text of [pdf, word.replaceAll(/\s+/g, ' ')])
    for (const words of ['Honorary fellow', '01/02/2026', 'Voluntary work abroad', 'Second prize'])
      expect(text).toContain(words);
  await page.getByText('Preview', { exact: true }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: 'Posts held' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the CV as it will read');
}

async function looksAtTheYears(page: Page): Promise<void> {
  await visit(page, '/timeline');
  await expect(page.getByRole('link', { name: /^Honorary fellow/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Explained gap: Voluntary work abroad/ })).toHaveCount(1);
  await expectAccessibleInBothThemes(page, 'the timeline');
  await page.getByText('Months', { exact: true }).click();
  await expect(page.getByText('Month', { exact: true })).toBeVisible();
  await page.getByText('Tables', { exact: true }).click();
  await page.getByRole('button', { name: '2026', exact: true }).click();
  await expectAccessibleInBothThemes(page, 'the timeline as tables');
  const number = page.getByRole('link', { name: /^\d+ items?: Quality improvement, \w{3} 26$/ }).first();
  const behind = Number((await number.textContent()) ?? '');
  await number.click();
  await settled(page);
  await expect(page.getByText(new RegExp(`^${behind} of \\d+ items`))).toBeVisible();
  await visit(page, '/timeline');
  await page.getByRole('link', { name: /^Honorary fellow/ }).click();
  await expect(page.getByRole('listitem', { name: /^Honorary fellow/ })).toBeFocused();
}

test('a doctor explains a gap, adds a post, takes the CV away and looks back over the years', async ({
  waymark,
}) => {
  const page = waymark.page();
  await openSample(page);
  await fillsTheGaps(page);
  await addsAPost(page);
  await leavesWithIt(page);
  await looksAtTheYears(page);
  const shots = process.env.WAYMARK_SHOTS;
  if (shots === undefined) return;
  for (const [name, path] of [
    ['cv', '/cv'],
    ['cv-preview', '/cv?preview=true'],
    ['timeline', '/timeline'],
    ['timeline-months', '/timeline?zoom=months'],
    ['timeline-tables', '/timeline?show=tables'],
  ] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await visit(page, path);
      await page.screenshot({ path: `${shots}/${name}-${scheme}.png`, fullPage: true });
    }
  }
});
