import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { openReviewPath, settled, visit } from './screens.ts';
import { createPortfolio, go, openSample, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const offer = (page: Page) =>
  page.getByRole('heading', { name: /^You were writing this on \d\d\/\d\d\/\d{4} at \d\d:\d\d$/ });
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });

async function lockedOut(page: Page): Promise<void> {
  await page.clock.fastForward('10:01');
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
}

test('what cannot be saved yet is there again after the automatic lock, or is discarded', async ({
  waymark,
}) => {
  const page = waymark.page();
  await page.clock.install();
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByRole('button', { name: /^Audit/ }).click();
  await field(page, 'Title').fill('Half an audit');
  await field(page, 'What it taught you').fill('That it is worth writing down.');
  await lockedOut(page);
  await expect(page.getByText('Half an audit')).toHaveCount(0);

  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Add evidence' })).toBeVisible();
  await expect(offer(page)).toBeVisible();
  await expect(page.getByText('Half an audit')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'unsaved text offered back');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field(page, 'Title')).toHaveValue('Half an audit');
  await expect(field(page, 'What it taught you')).toHaveValue('That it is worth writing down.');
  // Locked again without a letter typed since, it is still kept; finished, it is a record and nothing is offered.
  await lockedOut(page);
  await unlock(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await field(page, /^(Start d|D)ate/).fill('01/03/2026');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('link', { name: 'Half an audit' })).toBeVisible();
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await expect(page.getByRole('button', { name: /^Audit/ })).toBeVisible();

  await page.getByRole('button', { name: /^Audit/ }).click();
  await field(page, 'Title').fill('Not worth it');
  await lockedOut(page);
  await unlock(page);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('button', { name: /^Audit/ })).toBeVisible();
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await expect(page.getByRole('button', { name: /^Audit/ })).toBeVisible();
});

test('a review being planned and a list of outcomes survive a lock and a crash', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await visit(page, '/reviews/new');
  await field(page, 'Place').fill('Room 4, Test Hospital (invented)');
  await page.getByRole('button', { name: 'Lock Waymark' }).click();
  await unlock(page);
  await expect(offer(page)).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field(page, 'Place')).toHaveValue('Room 4, Test Hospital (invented)');

  await visit(page, '/settings?tab=outcomes');
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await field(page, /^Name of outcome/)
    .last()
    .fill('A half-named outcome');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/rpc/drafts/keep'));
  await field(page, 'What it means').last().fill('Its mean');
  await kept;
  page = await waymark.crash();
  await unlock(page);
  await visit(page, '/settings?tab=outcomes');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field(page, /^Name of outcome/).last()).toHaveValue('A half-named outcome');
  await expect(page.getByText('Not saved yet.')).toBeVisible();
});

test('somebody who decides to lose what they typed is not asked about it again', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await visit(page, '/reviews/new');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/rpc/drafts/keep'));
  await field(page, 'Place').fill('Nowhere');
  await kept;
  await go(page, 'Home').catch(() => undefined);
  const dropped = page.waitForResponse((answer) => answer.url().endsWith('/rpc/drafts/drop'));
  await page.getByRole('button', { name: 'Leave and lose it' }).click();
  await dropped;
  await visit(page, '/reviews/new');
  await expect(field(page, 'Place')).toHaveValue('');
});

test('an action without a date is half written, and is offered back', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  const path = await openReviewPath(page);
  await visit(page, `${path}?step=actions`);
  await page.getByRole('button', { name: /^Add an action/ }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/rpc/drafts/keep'));
  await field(page, /^What/).last().fill('Half an action');
  await kept;
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field(page, /^What/).last()).toHaveValue('Half an action');
});
