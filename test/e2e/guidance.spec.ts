import { readFile } from 'node:fs/promises';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { addEvidence, createPortfolio, go, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

test('a Trust makes a pack, and a doctor moves to it and back', async ({ waymark }) => {
  waymark.allow(/Failed to load resource: the server responded with a status of 400/);
  const page = waymark.page();
  await setUp(page);
  await page.getByRole('searchbox', { name: 'Find a specialty' }).fill('cardiology');
  await expect(page.getByText(/^Cardiology has no guidance in Waymark yet\./)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a specialty' }).fill('acute');
  await expect(page.getByRole('radio')).toHaveCount(1);
  await expect(page.getByText(/^Draft: confirm against the SSG\. Acute/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'finding a specialty');
  await page.getByRole('searchbox', { name: 'Find a specialty' }).clear();
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4', 'IM7'] });

  await go(page, 'Guidance');
  await settled(page);
  await expectAccessibleInBothThemes(page, 'guidance');
  await page.getByRole('link', { name: 'Make my own from it' }).nth(5).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Make a pack of your own' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Our medicine (invented Trust)');
  await page.getByRole('textbox', { name: 'Version' }).fill('one');
  await page.getByRole('button', { name: 'Save version one' }).click();
  await expect(page.getByRole('alert')).toContainText('Version: has to be three numbers with dots');
  await expectAccessibleInBothThemes(page, 'the editor with a fault');
  await page.getByRole('textbox', { name: 'Version' }).fill('1.0.0');
  await page.getByRole('textbox', { name: 'New expectation' }).fill('Working aim: 2 ward rounds observed');
  await page.getByRole('button', { name: 'Add the expectation' }).click();
  await page.getByRole('button', { name: 'Save version 1.0.0' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guidance' })).toBeVisible();
  const own = page.getByRole('region', { name: 'Your own packs' });
  await expect(own.getByText('Our medicine (invented Trust)')).toBeVisible();

  // As a CASE package, and in again.
  const saving = page.waitForEvent('download');
  await own.getByRole('button', { name: 'Save as …' }).click();
  await page.getByRole('menuitem', { name: /^A CASE package/ }).click();
  const file = await (await saving).path();
  const framework: unknown = JSON.parse(await readFile(file, 'utf8'));
  await page.getByTestId('file-input').setInputFiles({
    name: 'framework.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ CFPackage: framework })),
  });
  await expect(page.getByRole('list', { name: 'What became of what' })).toContainText('→ capability');
  await expectAccessibleInBothThemes(page, 'a pack brought in');
  await page.getByRole('button', { name: 'Leave it' }).click();

  await page.getByRole('combobox', { name: 'Other guidance' }).click();
  await page.getByRole('option', { name: /Our medicine/ }).click();
  await page.getByRole('link', { name: 'See what it changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Change of guidance' })).toBeVisible();
  await expect(
    page.getByText('0 items changed: 0 links to another capability, 2 kept, 0 unmapped.'),
  ).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a change of guidance');
  await page.getByRole('button', { name: /^Move to Our medicine/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guidance' })).toBeVisible();
  const inUse = page.getByRole('region', { name: 'In this portfolio' });
  await expect(inUse.locator('strong')).toHaveText('Our medicine (invented Trust)');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(inUse.locator('strong')).toHaveText('General (internal) medicine');
  await visit(page, '/evidence');
  await expect(page.getByRole('row', { name: /Sepsis audit/ })).toBeVisible();
});
