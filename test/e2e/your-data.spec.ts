import { readFile } from 'node:fs/promises';
import { csvRecords, unzipped } from '#test/support/open-archives.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { visit } from './screens.ts';
import { addEvidence, attachText, createPortfolio, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

test('everything is shown, and given away in open formats', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4', 'IM2'] });
  await attachText(page, { name: 'protocol.txt', text: 'Antibiotics within the hour.' });

  await visit(page, '/settings?tab=data');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Evidence items').getByRole('cell').nth(1)).toHaveText('1');
  await expect(row('Files, as you added them').getByRole('cell').nth(1)).toHaveText('1');
  await expect(page.getByText('No package has been made in this vault or kept in it.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'settings, your data');

  await page.getByRole('button', { name: 'Export everything…' }).click();
  const dialog = page.getByRole('dialog', { name: 'This will not be encrypted' });
  await expect(dialog.getByRole('button', { name: 'Export everything' })).toBeDisabled();
  await expectAccessibleInBothThemes(page, 'before an export');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Export everything' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the folder (ZIP)' }).click();
  await expectAccessibleInBothThemes(page, 'an export that is ready');
  const files = await unzipped(await readFile(await (await saving).path()));
  const one = (name: RegExp) => [...files].find(([path]) => name.test(path))?.[1].toString() ?? '';
  expect(one(/files\/2026-03-01 Sepsis audit\/protocol\.txt$/)).toBe('Antibiotics within the hour.');
  expect(csvRecords(one(/evidence\.csv$/)).map(({ title }) => title)).toEqual(['Sepsis audit']);
});
