import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { addEvidence, createPortfolio, doctor, go, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

const inDays = (days: number) => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return new Intl.DateTimeFormat('en-GB').format(day);
};

async function planReview(page: Page): Promise<void> {
  await go(page, 'Reviews');
  await page.getByRole('link', { name: 'Schedule a review' }).first().click();
  await page.getByRole('textbox', { name: 'Date of the review' }).fill(inDays(30));
  await expect(page.getByRole('textbox', { name: 'Evidence by' })).toHaveValue(inDays(16));
  await expect(page.getByRole('textbox', { name: 'Open to the panel to' })).toHaveValue(inDays(31));
  const member = (at: number) => page.getByRole('group', { name: `Member ${at}` });
  await member(1).getByRole('textbox', { name: 'Name' }).fill('Dr Cara Chair (invented)');
  await member(2).getByRole('textbox', { name: 'Name' }).fill('Dr Sam Supervisor (invented)');
  await page.getByRole('button', { name: 'Schedule the review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Review of/ })).toBeVisible();
}

const card = (page: Page) => page.getByRole('region', { name: 'Where this review stands' });
const happened = (page: Page) =>
  card(page).getByRole('list', { name: 'What happened' }).getByRole('listitem');

async function take(
  page: Page,
  todo: string,
  submit: string,
  reason?: readonly [string, string],
): Promise<void> {
  await card(page).getByRole('button', { name: todo, exact: true }).click();
  if (reason !== undefined) await card(page).getByRole('textbox', { name: reason[0] }).fill(reason[1]);
  await card(page).getByRole('button', { name: submit, exact: true }).click();
  await expect(card(page).getByRole('button', { name: 'Cancel' })).toHaveCount(0);
}

test('a review goes step by step, and says whose turn it is', async ({ waymark }) => {
  test.setTimeout(240_000);
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await page.getByRole('button', { name: 'Done' }).click();
  await planReview(page);
  await settled(page);
  await expect(card(page).getByText('Scheduled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Why other steps cannot be taken now' }).click();
  await expect(card(page).getByText('Release to the doctor: After the chair signed.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a planned review');

  await take(page, 'Ask for evidence', 'Ask for evidence');
  await expect(card(page).getByText(`(doctor) by ${inDays(16)}`)).toBeVisible();
  await expect(card(page).getByText(/^Missing: A sealed supervisor’s report/)).toBeVisible();

  await card(page).getByRole('button', { name: 'Hand in', exact: true }).click();
  await card(page).getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(card(page).getByText('There is a problem')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'handing in without a reason');
  await card(page)
    .getByRole('textbox', { name: 'Why there is no sealed supervisor’s report' })
    .fill('On leave.');
  await card(page).getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(card(page).getByText('Handed in', { exact: true }).first()).toBeVisible();
  await expect(card(page).getByText('1 item handed in on', { exact: false })).toBeVisible();

  await take(page, 'Postpone', 'Postpone', ['Why it is postponed', 'The chair is ill.']);
  await expect(card(page).getByText('Postponed', { exact: true }).first()).toBeVisible();
  await take(page, 'Take up again', 'Take it up again');
  await expect(happened(page)).toHaveCount(4);
  await expect(happened(page).nth(1)).toContainText(`${doctor}, doctor`);
  await expect(happened(page).nth(2)).toContainText(`at the computer of ${doctor}`);
  await expectAccessibleInBothThemes(page, 'a review with steps');
  await page.setViewportSize({ width: 640, height: 400 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await card(page).getByRole('button', { name: 'Change the panel’s days' }).click();
  await card(page).getByRole('textbox', { name: 'First day' }).fill(inDays(0));
  await card(page).getByRole('textbox', { name: 'Why the days are changed' }).fill('Everybody can come.');
  await card(page).getByRole('button', { name: 'Change the days' }).click();
  await expect(page.getByRole('navigation', { name: 'Steps of the review' })).toBeVisible();
  await page.getByRole('button', { name: /Where this review stands/ }).click();
  await expect(page.getByText('Panel’s days changed')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'an open review with its steps');
});
