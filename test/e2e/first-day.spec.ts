import { addEvidence, createPortfolio, doctor, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

test('a doctor sets up, logs evidence, closes and finds everything again', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4', 'IM2'] });
  await page.getByRole('textbox', { name: 'Aim' }).fill('Antibiotics within the hour.');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('link', { name: 'Sepsis audit' })).toBeVisible();

  page = await waymark.restart();
  await unlock(page);
  await expect(page.getByText(doctor).first()).toBeVisible();
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Sepsis audit' }).click();
  await expect(page.getByRole('textbox', { name: 'Aim' })).toHaveValue('Antibiotics within the hour.');
  await expect(page.getByRole('textbox', { name: 'Start date' })).toHaveValue('01/03/2026');
  await expect(page.getByRole('checkbox', { name: /^G4 / })).toBeChecked();
});
