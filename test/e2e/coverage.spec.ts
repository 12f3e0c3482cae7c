import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

test.describe.configure({ timeout: 240_000 });

test('a doctor sees where they stand, what to do next, what grows too old, and how fast they go', async ({
  waymark,
}) => {
  const page = waymark.page();
  await openSample(page);

  // A number shows the items it counts, with the rule it comes from, and leads to them.
  await visit(page, '/coverage');
  const number = page
    .getByRole('list', { name: 'Numbers of IM1' })
    .getByRole('button', { name: /in the window$/ });
  const counted = Number(((await number.textContent()) ?? '').split(' ')[0]);
  await number.click();
  const panel = page.getByRole('dialog', { name: 'IM1: in the window' });
  await expect(panel.getByText('Begun, and still young enough on the target date.')).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(counted);
  await settled(page);
  await expectAccessibleInBothThemes(page, 'the items behind a number');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  // The first suggestion, set aside, goes down to what was set aside, and comes back from there.
  await page.getByRole('tab', { name: 'What next' }).click();
  await settled(page);
  const steps = page.getByRole('region', { name: 'What next' }).getByRole('listitem');
  const first = (await steps.first().locator('p').first().textContent()) ?? '';
  const second = (await steps.nth(1).locator('p').first().textContent()) ?? '';
  await steps
    .first()
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expectAccessibleInBothThemes(page, 'what next, setting aside');
  await page.getByRole('menuitem', { name: 'For 4 weeks' }).click();
  await expect(steps.first()).toContainText(second);
  await page.getByRole('button', { name: 'Set aside: 1 suggestion' }).click();
  await page.getByRole('button', { name: /^Bring back/ }).click();
  await expect(steps.first()).toContainText(first);

  // One click begins the item that is missing.
  await steps
    .getByRole('link', { name: /^Add evidence here/ })
    .first()
    .click();
  await expect(page).toHaveURL(/evidence\/new/);
  await page.goBack();
  await settled(page);

  // Another submission date changes the counts on the screen, and nothing else.
  await page.getByRole('tab', { name: 'Growing too old' }).click();
  await settled(page);
  const region = page.getByRole('region', { name: 'If you submitted on another day' });
  const date = region.getByRole('textbox', { name: 'Submission date to try' });
  const own = await date.inputValue();
  await date.fill(own.replace(/\d{4}$/, (year) => String(Number(year) + 3)));
  await expect(region.getByRole('table', { name: 'Counts that change' })).toBeVisible();
  await expect(region.getByText(/no longer met/).first()).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'growing too old, with another date');
  await region.getByRole('button', { name: 'Back to the target date' }).click();
  await expect(region.getByRole('table')).toBeHidden();

  // The chart passes the page's policy, and its numbers are there to be read.
  await page.getByRole('tab', { name: 'Pace' }).click();
  await settled(page);
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await page.getByRole('button', { name: 'The same as a table' }).click();
  await expect(page.getByRole('table', { name: 'The pace as a table' }).getByText('(today)')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the pace');

  // Leave stops the clock: the window reaches further back, and nobody is behind.
  await page.getByRole('link', { name: 'Target date, breaks and working time' }).click();
  await settled(page);
  const effect = page.getByRole('status', { name: /^Evidence from/ });
  const before = (await effect.textContent()) ?? '';
  await page.getByRole('button', { name: 'Add a break' }).click();
  await page.getByRole('textbox', { name: 'First day of break 1' }).fill('01/01/2025');
  await page.getByRole('textbox', { name: 'Reason for break 1' }).fill('Parental leave');
  await page.getByRole('button', { name: 'Add a change of working time' }).click();
  await page.getByRole('textbox', { name: 'From (1)' }).fill('01/09/2026');
  await page.getByRole('textbox', { name: 'Per cent of full time (1)' }).fill('60');
  await expect(effect).not.toHaveText(before);
  await expectAccessibleInBothThemes(page, 'breaks and working time');
  await page.getByRole('button', { name: 'Save breaks and working time' }).click();
  await expect(page.getByText('Not saved yet.')).toBeHidden();
  const after = ((await effect.textContent()) ?? '').match(/\d\d\/\d\d\/\d{4}/)?.[0] ?? '';
  await visit(page, '/coverage');
  await expect(page.getByText(`Evidence since ${after} counts`)).toBeVisible();
  await visit(page, '/');
  await expect(
    page.getByRole('region', { name: 'Pace' }).getByText('On a break', { exact: true }),
  ).toBeVisible();
  await expectAccessibleInBothThemes(page, 'home, on a break');
});
