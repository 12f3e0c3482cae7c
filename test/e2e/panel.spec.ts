import type { Page } from '@playwright/test';
import { makePanelVault, panelVaultPassphrase } from '#test/support/panel-vault.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { expect, test } from './waymark.ts';

const doctors = [
  { name: 'Dr Amara Okafor (invented)', items: 60 },
  { name: 'Dr Bela Novak (invented)', items: 40 },
];
const shots = process.env.WAYMARK_SHOTS;
const picture = async (page: Page, name: string) => {
  if (shots === undefined) return;
  await page.emulateMedia({ colorScheme: name.endsWith('dark') ? 'dark' : 'light' });
  await page.screenshot({ path: `${shots}/${name}.png` });
};

const sits = (page: Page, name: string) => page.getByRole('button', { name: `I am ${name}` }).click();
const level = (page: Page) => page.getByRole('radiogroup', { name: /Your own judgement of/ });

/** Judges the first three capabilities by keys, with these levels, and says that this is their view. */
async function judges(page: Page, name: string, levels: readonly string[], reason: string): Promise<void> {
  await sits(page, name);
  await page.getByRole('button', { name: 'I have none' }).click();
  for (const key of levels) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(level(page)).toBeVisible();
    await page.locator('h1').click();
    await page.keyboard.press(key);
    await expect(page.getByRole('textbox', { name: /^Reason for / })).toBeFocused();
    await page.keyboard.type(reason);
  }
  await page.getByRole('button', { name: 'Finish my sheet' }).click();
  await expect(page.getByText('Finished: this is your view.')).toBeVisible();
}

test('three members on one laptop judge on their own, compare and agree', async ({ waymark }) => {
  test.setTimeout(180_000);
  const page = await waymark.whileClosed(async (vaultFolder) => {
    await makePanelVault(vaultFolder, doctors);
  });
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(panelVaultPassphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Panel day' }).click();
  const day = page.getByRole('list', { name: 'Reviews of the day' });
  await expect(day.getByRole('listitem')).toHaveCount(2);
  await picture(page, 'day');
  await expectAccessibleInBothThemes(page, 'panel day');
  await day.getByRole('link', { name: /Dr Amara Okafor/ }).click();
  await expect(page.getByRole('heading', { name: 'Who is at this computer?' })).toBeVisible();
  await picture(page, 'hand-over');
  await expectAccessibleInBothThemes(page, 'handing over');

  const handsOver = () => page.getByRole('button', { name: /: hand over$/ }).click();
  await judges(page, 'Dr Test Chair (invented)', ['1', '2', '2'], 'The chair saw a canary');
  await handsOver();
  await judges(page, 'Dr Test Team (invented)', ['3', '2', '2'], 'The team saw a canary');
  // Nothing of the first member is anywhere on the screen of the second.
  await expect(page.getByText('The chair saw')).toHaveCount(0);
  await handsOver();
  await sits(page, 'Dr Test External (invented)');
  await expect(page.getByRole('button', { name: 'Compare' })).toHaveCount(0);
  await page.getByRole('button', { name: 'I have none' }).click();
  await page.locator('h1').click();
  await page.keyboard.press('n');
  await page.keyboard.type('A private canary');
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();

  // Evidence by keys: an item, its file, the next page.
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await expect(page.getByRole('list', { name: /^Evidence for / })).toBeVisible();
  await page.keyboard.press('o');
  await expect(page.getByRole('region', { name: 'Page 1 of Certificate.pdf' })).toBeVisible();
  await expect(page.getByText('page 1 (invented)', { exact: false }).first()).toBeVisible();
  await page.locator('h1').click();
  await page.keyboard.press('e');
  await expect(page.getByRole('region', { name: 'Page 2 of Certificate.pdf' })).toBeVisible();
  await picture(page, 'evidence');
  await expectAccessibleInBothThemes(page, 'panel room with evidence');
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Pause the timer' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of the panel room' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1, name: /Dr Bela Novak/ })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: /Dr Amara Okafor/ })).toBeVisible();

  // The chair goes on without the third, and writes down what two agreed on.
  await handsOver();
  await sits(page, 'Dr Test Chair (invented)');
  await expect(page.getByRole('button', { name: 'Compare' })).toBeVisible();
  await expect(page.getByText('A private canary')).toHaveCount(0);
  await page.locator('h1').click();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: /side by side/ });
  await expect(dialog.getByRole('button', { name: 'Compare now' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /Dr Test External/ }).check();
  await picture(page, 'compare');
  await dialog.getByRole('button', { name: 'Compare now' }).click();
  const views = page.getByRole('region', { name: 'Judgements side by side' });
  await page.getByRole('navigation', { name: 'Capabilities' }).getByRole('button').nth(1).click();
  await expect(views.getByText('Two levels apart')).toBeVisible();
  await expect(views.getByText('The team saw a canary')).toBeVisible();
  await expect(page.getByText('A private canary')).toHaveCount(0);
  await page.locator('h1').click();
  await page.keyboard.press('2');
  await page.keyboard.type('Between the two.');
  await page.getByRole('textbox', { name: 'Progress needed' }).fill('One more course.');
  await page.getByRole('button', { name: 'Write down what was agreed' }).click();
  await expect(page.getByText(/is written down/)).toBeVisible();
  await picture(page, 'agreed');
  await expectAccessibleInBothThemes(page, 'side by side');
  await picture(page, 'agreed-dark');
  await page.setViewportSize({ width: 640, height: 400 });
  await picture(page, 'agreed-200');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('link', { name: 'Outcome and signing' }).click();
  await settled(page);
  await expect(page.getByText('1 of 14', { exact: false }).first()).toBeVisible();
});
