import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { go, openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

const scheduled = 'Hold the review';

async function holdSample(page: Page): Promise<void> {
  await openSample(page);
  await go(page, 'Reviews');
  await page.getByRole('link', { name: new RegExp(`^${scheduled}`) }).click();
  await expect(page.getByRole('heading', { level: 3, name: /^G1 / })).toBeVisible();
}

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps of the review' }).getByRole('link', { name });

const reasonOf = (page: Page, code: string) => page.getByRole('textbox', { name: `Reason for ${code}` });

async function judgeRest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Mark the remaining/ }).click();
  await page.getByRole('textbox', { name: 'Reason for all of them' }).fill('Outside this year’s aims.');
  await page.getByRole('button', { name: /^Mark \d+ capabilit/ }).click();
  await expect(step(page, '14 of 14 judged')).toBeVisible();
}

async function conclude(page: Page): Promise<void> {
  await step(page, 'Progress').click();
  await page.getByRole('textbox', { name: /achieved in this period/ }).fill('Two projects.');
  await page.getByRole('textbox', { name: /still needed/ }).fill('Research.');
  await step(page, 'Outcome').click();
  await page.getByRole('radio', { name: 'Progress, with specific actions' }).check();
  await page.getByRole('textbox', { name: 'Reason for the outcome' }).fill('Steady.');
  await page.getByRole('button', { name: /^In a year/ }).click();
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
}

const ukToday = () => new Intl.DateTimeFormat('en-GB').format(new Date());

/** The sample's review is planned for next month: a panel that meets today says so first. */
async function holdToday(page: Page): Promise<void> {
  await step(page, 'Sign').click();
  await page.getByRole('link', { name: /its date lies in the future/ }).click();
  await page.getByRole('textbox', { name: 'Date of the review' }).fill(ukToday());
  await expect(page.getByRole('textbox', { name: 'Period to' })).toHaveValue(ukToday());
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Review of ${ukToday()}` })).toBeVisible();
}

/** Another chair than the one who has signed here before. */
async function changeChair(page: Page, name: string, gmcNumber: string): Promise<void> {
  await page.getByRole('link', { name: 'Change the plan' }).click();
  const first = page.getByRole('group', { name: 'Member 1' });
  await first.getByRole('textbox', { name: 'Name' }).fill(name);
  await first.getByRole('textbox', { name: /^GMC number/ }).fill(gmcNumber);
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByText(`Chair: ${name}.`)).toBeVisible();
}

test('a panel judges from the keyboard and nothing half-written is lost', async ({ waymark }) => {
  const page = waymark.page();
  await holdSample(page);
  await expectAccessibleInBothThemes(page, 'judging');

  await page.keyboard.press('2');
  await expect(reasonOf(page, 'G1')).toBeFocused();
  await page.keyboard.type('Several kinds of evidence, 3 of them recent.');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 3, name: /^G2 / })).toBeFocused();
  await expect(step(page, '1 of 14 judged')).toBeVisible();

  await page.keyboard.press('1');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 3, name: /^G4 / })).toBeFocused();
  await expect(page.getByText('Not saved until finished: G2')).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coverage' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay here' }).click();

  await page.getByRole('button', { name: /^G2 .*Reason missing/ }).click();
  await expect(page.getByRole('radio', { name: /^Progressing/ })).toBeChecked();
  await reasonOf(page, 'G2').fill('Now written.');
  await expect(step(page, '2 of 14 judged')).toBeVisible();

  await page.reload();
  await expect(step(page, '2 of 14 judged')).toBeVisible();
  await page.getByRole('button', { name: /^G1 .*Developing/ }).click();
  await expect(reasonOf(page, 'G1')).toHaveValue('Several kinds of evidence, 3 of them recent.');
});

test('the evidence of a capability opens beside its judgement, with its files', async ({ waymark }) => {
  const page = waymark.page();
  await holdSample(page);
  const evidence = page.getByRole('list', { name: 'Evidence for G1' });
  const withFile = evidence.getByRole('listitem').filter({ hasText: '1 file' }).first();
  await withFile.getByRole('button').first().click();
  const downloading = page.waitForEvent('download');
  await withFile.getByRole('button', { name: /^Save .* (KB|MB|bytes)$/ }).click();
  expect((await downloading).suggestedFilename()).not.toBe('');
  await page.getByRole('button', { name: /^The counts behind it/ }).click();
  await expect(page.getByRole('list', { name: 'Rules of G1' }).getByRole('listitem').first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'evidence under judgement');
});

test('last actions are followed up and carried over; half an action stops the signature', async ({
  waymark,
}) => {
  const page = waymark.page();
  await holdSample(page);
  await holdToday(page);
  await judgeRest(page);
  await conclude(page);
  await step(page, 'Actions').click();
  await page
    .getByRole('radiogroup', { name: /action 1/ })
    .getByRole('radio', { name: 'Still open' })
    .check();
  await page
    .getByRole('radiogroup', { name: /action 2/ })
    .getByRole('radio', { name: 'Done' })
    .check();
  await page.getByRole('button', { name: 'Carry action 1 over' }).click();
  await expect(page.getByText('Copied below. It needs a new due date.')).toBeVisible();
  await expect(page.getByText(/^1 action not finished/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'actions');

  await step(page, 'Sign').click();
  await expect(page.getByRole('button', { name: 'Sign the review' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Action 1 is not finished' }).click();
  await page.getByRole('textbox', { name: 'Due date' }).fill('1/6/2030');
  await expect(step(page, '1 action')).toBeVisible();

  await page.getByRole('button', { name: 'Add an action' }).click();
  const second = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Action 2' }) });
  await second.getByRole('textbox', { name: 'What will be done' }).fill('Present at the audit day');
  await second.getByRole('textbox', { name: 'How it will be measured' }).fill('Certificate');
  await second.getByRole('textbox', { name: 'Due date' }).fill('01/07/2030');
  await expect(step(page, '2 actions')).toBeVisible();
  await page.getByRole('button', { name: 'Move action 2 up' }).click();
  await expect(page.getByRole('textbox', { name: 'What will be done' }).first()).toHaveValue(
    'Present at the audit day',
  );
  await expect(page.getByRole('button', { name: 'Move action 1 down' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove action 1' }).click();
  await page.getByRole('button', { name: /^Undo$/ }).click();
  await expect(step(page, '2 actions')).toBeVisible();
  await step(page, 'Sign').click();
  await expect(page.getByRole('button', { name: 'Sign the review' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'signing');
});

test('each chair signs with a passphrase of their own', async ({ waymark }) => {
  const page = waymark.page();
  // The browser itself reports the refusal of a wrong passphrase.
  waymark.allow(/status of 403/);
  await holdSample(page);
  await holdToday(page);
  await judgeRest(page);
  await conclude(page);

  await step(page, 'Sign').click();
  await page.getByRole('radio', { name: /^Staff badge/ }).check();
  await page.getByRole('textbox', { name: /^Your own signing passphrase/ }).fill('sample passphrase');
  await page.getByRole('button', { name: 'Sign the review' }).click();
  const own = page.getByRole('textbox', { name: /^Your own signing passphrase/ });
  await expect(own).toBeFocused();
  await expect(own).toHaveAccessibleDescription(/That is not the passphrase/);

  await changeChair(page, 'Dr New Chair (invented)', '0000004');
  await step(page, 'Sign').click();
  await expectAccessibleInBothThemes(page, 'a new chair signs');
  await page.getByRole('radio', { name: /^Photo/ }).check();
  const chosen = page.getByRole('textbox', { name: /^Choose a signing passphrase/ });
  await chosen.fill('too short');
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill('too short');
  await page.getByRole('button', { name: 'Sign the review' }).click();
  await expect(chosen).toHaveAccessibleDescription(/at least 10 characters/i);

  await changeChair(page, 'Dr Sample Doctor (invented)', '0000001');
  await step(page, 'Sign').click();
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill('sample passphrase');
  await page.getByRole('button', { name: 'Sign the review' }).click();
  await expect(page.getByText('Signed in their own Waymark, with their own passphrase')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessibleInBothThemes(page, 'a signed review');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save its data (JSON)' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^waymark-report-\d{4}-\d\d-\d\d\.json$/);
});
