import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipped } from '#test/support/open-archives.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

test.describe.configure({ timeout: 240_000 });

async function chooseAndWrite(page: Page): Promise<void> {
  await visit(page, '/submission');
  await expectAccessibleInBothThemes(page, 'hand over');
  const check = page.getByRole('region', { name: 'Who could be recognised' });
  await expect(check.getByText(/^Marked as anonymised by a person: /)).toBeVisible();
  await expect(
    check.getByText(/not checked yet|must check every page|possible identifiers/).first(),
  ).toBeVisible();
  const section = page.getByRole('region', { name: /^G5 / });
  await section.getByRole('button', { name: 'Documents' }).click();
  await section
    .getByRole('button', { name: /^Change: / })
    .first()
    .click();
  await section.getByRole('textbox', { name: /^Description for the portal/ }).fill('Teaching, in short');
  await expectAccessibleInBothThemes(page, 'a document being described');
  await section.getByRole('button', { name: 'Keep' }).click();
  await expect(section.getByRole('link', { name: 'Teaching, in short' })).toBeVisible();
  await section.getByRole('button', { name: 'Leave out: Teaching, in short' }).click();
  const out = page.getByRole('region', { name: 'Left out by you' });
  await out.getByRole('button', { name: /^Take back in/ }).click();
  await expect(out).toHaveCount(0);

  await page.getByRole('button', { name: 'Put the set together' }).click();
  const saving = page.waitForEvent('download');
  // Its PDFs are made one after the other.
  await page.getByRole('button', { name: 'Save the set' }).click({ timeout: 40_000 });
  await expectAccessibleInBothThemes(page, 'a set that is ready');
  const files = await unzipped(await readFile(await (await saving).path()));
  expect([...files.keys()]).toEqual(expect.arrayContaining(['Index.pdf', 'README.txt', 'index.csv']));
}

async function registers(page: Page): Promise<void> {
  await visit(page, '/verifiers');
  await page.getByRole('button', { name: 'Name a verifier' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Dr Vera Fire (invented)');
  await expectAccessibleInBothThemes(page, 'naming a verifier');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('Dr Vera Fire (invented)').first()).toBeVisible();
  await page.getByRole('button', { name: 'What the pro forma covers' }).first().click();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'verifiers');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'All pro forma lists' }).click();
  await page.getByRole('menuitem', { name: /^As a PDF/ }).click();
  expect((await saving).suggestedFilename()).toMatch(/^Evidence to verify, .*\.pdf$/);

  await visit(page, '/referees');
  await expectAccessibleInBothThemes(page, 'no referees');
  await page.getByRole('button', { name: 'Add a referee' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Dr Ref Eree (invented)');
  await expectAccessibleInBothThemes(page, 'adding a referee');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('To do: has not agreed yet')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'referees');
}

async function answer(page: Page): Promise<void> {
  await visit(page, '/submission/answer');
  await expectAccessibleInBothThemes(page, 'no recommendations');
  await page.getByRole('button', { name: 'Add the first recommendation' }).click();
  await page.getByRole('textbox', { name: 'In short' }).fill('A full audit cycle');
  await page.getByRole('combobox', { name: 'Evidence that answers it' }).press('ArrowDown');
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('1 item answers it')).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'an answer by recommendation');
}

test('the set is chosen, written, verified by somebody and organised for an answer', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await chooseAndWrite(page);
  await registers(page);
  await answer(page);
  const shots = process.env.WAYMARK_SHOTS;
  if (shots === undefined) return;
  for (const [name, path] of [
    ['hand-over', '/submission'],
    ['answer', '/submission/answer'],
    ['verifiers', '/verifiers'],
    ['referees', '/referees'],
  ] as const) {
    await visit(page, path);
    await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  }
});
