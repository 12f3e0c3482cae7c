import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { openReviewPath, settled, signedReviewPath, turnTo, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

// Many screens in one go; a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

const ukToday = () => new Intl.DateTimeFormat('en-GB').format(new Date());

async function planning(page: Page): Promise<void> {
  await visit(page, '/reviews');
  await expectAccessibleInBothThemes(page, 'reviews');
  await turnTo(page, '/reviews/new');
  await expectAccessibleInBothThemes(page, 'schedule');
  await page.getByRole('button', { name: 'Remove member 2' }).click();
  await page.getByRole('button', { name: 'Schedule the review' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'schedule with errors');
}

async function replanning(page: Page, review: string): Promise<void> {
  await visit(page, `${review}/plan`);
  await page.getByRole('textbox', { name: 'Date of the review' }).fill('1/13/2026');
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'change the plan with errors');
}

async function steps(page: Page, review: string): Promise<void> {
  await visit(page, `${review}?step=judgements&capability=IM1`);
  await expectAccessibleInBothThemes(page, 'judging');
  const closed = page.getByRole('main').locator('section button[aria-expanded="false"]');
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'judging with everything open');
  for (const step of ['progress', 'outcome', 'sign']) {
    await turnTo(page, `${review}?step=${step}`);
    await expectAccessibleInBothThemes(page, `step ${step}`);
  }
  await visit(page, `${review}?step=actions`);
  await page.getByRole('radio', { name: 'Still open' }).first().check();
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByRole('textbox', { name: 'What will be done' }).fill('Lead one research project');
  // What is halfway under the line of steps that stays in view has no size to be judged.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessibleInBothThemes(page, 'step actions, one begun');
  await page.getByRole('button', { name: 'Remove action 1' }).click();
  await expect(page.getByText('Action removed')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'step actions with an undo notice');
}

/** The rest of a review in as few words as signing asks for. */
async function conclude(page: Page, review: string): Promise<void> {
  await visit(page, `${review}/plan`);
  await page.getByRole('textbox', { name: 'Date of the review' }).fill(ukToday());
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByRole('button', { name: /^Mark the remaining/ }).click();
  await page.getByRole('textbox', { name: 'Reason for all of them' }).fill('Outside this year’s aims.');
  await expectAccessibleInBothThemes(page, 'marking the rest as not considered');
  await page.getByRole('button', { name: /^Mark \d+ capabilit/ }).click();
  await page.getByRole('link', { name: /^2 Progress/ }).click();
  await page.getByRole('textbox', { name: /achieved in this period/ }).fill('An audit.');
  await page.getByRole('textbox', { name: /still needed/ }).fill('Research.');
  await page.getByRole('link', { name: /^4 Outcome/ }).click();
  await page.getByRole('radio', { name: 'Progress, with specific actions' }).check();
  await page.getByRole('textbox', { name: 'Reason for the outcome' }).fill('Steady.');
  await page.getByRole('button', { name: /^In a year/ }).click();
  await page.getByRole('link', { name: /^5 Sign/ }).click();
}

async function signing(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Sign the review' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'sign, a chair known here');
  await page.getByRole('button', { name: 'Sign the review' }).click();
  await expect(page.getByRole('textbox', { name: /signing passphrase/ })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectAccessibleInBothThemes(page, 'sign with errors');
  await page.getByRole('link', { name: 'Change the plan' }).click();
  await page
    .getByRole('group', { name: 'Member 1' })
    .getByRole('textbox', { name: 'Name' })
    .fill('Dr New Chair (invented)');
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByRole('link', { name: /^5 Sign/ }).click();
  await expect(page.getByRole('textbox', { name: 'Passphrase again' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'sign, a chair new here');
}

async function verifying(page: Page): Promise<void> {
  await visit(page, await signedReviewPath(page));
  await expectAccessibleInBothThemes(page, 'signed review');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save the signed report/ }).click();
  const report = await (await downloading).path();
  await visit(page, '/verify');
  await expectAccessibleInBothThemes(page, 'verify');
  const input = page.getByTestId('file-input');
  await input.setInputFiles(report);
  await expect(page.getByText(/unchanged since/i).first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'verify, valid');
  const changed = await readFile(report);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  await input.setInputFiles({ name: 'changed.pdf', mimeType: 'application/pdf', buffer: changed });
  await expect(page.getByText(/do not rely on/i).first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'verify, changed');
  await input.setInputFiles({ name: 'no.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no pdf') });
  await expect(page.getByText('no.pdf').first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'verify, unreadable');
}

test('planning, the five steps, a signed review and its verification', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await planning(page);
  const review = await openReviewPath(page);
  await replanning(page, review);
  await steps(page, review);
  await verifying(page);
});

test('signing', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await conclude(page, await openReviewPath(page));
  await signing(page);
});
