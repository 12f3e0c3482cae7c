import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { expectFocusSeen } from './keyboard.ts';
import { settled } from './screens.ts';
import { addEvidence, createPortfolio, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const saved = (page: Page) => page.getByRole('main').getByText(/^Saved \d\d:\d\d/);
const undo = (page: Page, what: RegExp) => page.getByRole('button', { name: what });
const selected = (page: Page, words: string) =>
  page.getByRole('toolbar', { name: /selected items/ }).getByText(words);

test('a wrong change of many items is seen a day later, and undone', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  for (const title of ['Sepsis audit', 'Teaching on sepsis', 'Handover project']) {
    await addEvidence(page, { type: 'Audit', title, date: '01/03/2026', codes: ['G4'] });
  }
  await go(page, 'Evidence');

  // By keyboard: Space chooses, Shift with an arrow chooses the next as well.
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Space');
  await expect(selected(page, '1 item selected')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(page, '3 items selected')).toBeVisible();
  await expectFocusSeen(page, 'in the list');
  await expectAccessibleInBothThemes(page, 'a list with selected items');
  await page.getByRole('button', { name: 'Unlink …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Unlink from a capability' });
  await dialog.getByRole('combobox', { name: 'Capability' }).click();
  await page.getByRole('option', { name: /^G4 / }).click();
  await expectAccessibleInBothThemes(page, 'the question which capability');
  await dialog.getByRole('button', { name: 'Unlink 3 items' }).click();
  await expect(page.getByText('Unlinked 3 items from G4.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Sepsis audit/ }).getByText('None')).toBeVisible();
  await addEvidence(page, { type: 'Reflection', title: 'Something later', date: '02/03/2026', codes: [] });

  page = await waymark.restart();
  await unlock(page);
  // The latest change is another one, so the mistake is found where everything that was done is listed.
  await expect(undo(page, /^Undo: (edited|added) “Something later”/)).toBeVisible();
  await go(page, 'Activity');
  await expectAccessibleInBothThemes(page, 'activity');
  await page.getByRole('button', { name: 'Undo this: Unlinked 3 items' }).click();
  const asked = page.getByRole('dialog', { name: 'Undo this change?' });
  await expectAccessibleInBothThemes(page, 'the question whether to undo');
  await asked.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('Undone: unlinked 3 items.')).toBeVisible();
  await go(page, 'Evidence');
  for (const title of ['Sepsis audit', 'Teaching on sepsis', 'Handover project']) {
    await expect(page.getByRole('row', { name: new RegExp(title) }).getByText('G4')).toBeVisible();
  }

  // And by the keys, back and forth.
  await page.getByRole('heading', { level: 1 }).focus();
  await expect(undo(page, /^Redo: unlinked 3 items/)).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('row', { name: /Sepsis audit/ }).getByText('None')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('row', { name: /Sepsis audit/ }).getByText('G4')).toBeVisible();
});

test('undoing under an open form: the form shows what is there, and never writes its old copy back', async ({
  waymark,
}) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await go(page, 'Evidence');
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).click();
  const place = page.getByRole('textbox', { name: 'Place' });
  await place.fill('Wrong Hospital (invented)');
  // Not saved yet: pressing Undo saves it first, and then takes it back.
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect(page.getByText(/^Undone: edited “Sepsis audit”/)).toBeVisible();
  await expect(place).not.toHaveValue('Wrong Hospital (invented)');
  await page.getByRole('button', { name: /^Redo: edited “Sepsis audit”/ }).click();
  await expect(place).toHaveValue('Wrong Hospital (invented)');
  await page.getByRole('button', { name: /^Undo: edited/ }).click();
  await expect(place).toHaveValue('');

  // What is typed from now on is saved with what is there, and nothing of the old copy.
  await page.getByRole('textbox', { name: /^Your role/ }).fill('Lead');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).click();
  await expect(page.getByRole('textbox', { name: /^Your role/ })).toHaveValue('Lead');
  await expect(place).toHaveValue('');

  // Where somebody types, the keys undo what was typed in that field and nothing else.
  await place.fill('Here');
  await place.press('Control+Z');
  await expect(place).toHaveValue('');
  await expect(page.getByRole('textbox', { name: /^Your role/ })).toHaveValue('Lead');
  await expect(undo(page, /^Nothing to redo/)).toBeVisible();
});

test('what an item said before a comment: read in its history, and brought back', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  const reflection = page.getByRole('textbox', { name: 'What it taught you' });
  await reflection.fill('We treated sepsis within the hour in most cases.');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).click();
  await reflection.fill('We treated sepsis within the hour in all cases.');
  await reflection.blur();
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History of “Sepsis audit”' })).toBeVisible();
  await settled(page);
  await expect(page.locator('del')).toHaveText(/most/);
  await expect(page.locator('ins')).toHaveText(/all/);
  await expectAccessibleInBothThemes(page, 'history');
  await page.getByRole('button', { name: /^Moved to the trash/ }).click();
  await page.getByText('What changed since').click();
  await expect(page.locator('del').filter({ hasText: 'most' })).toBeVisible();
  await page.getByRole('button', { name: /^Restored from the trash/ }).click();
  await page.getByRole('button', { name: 'Bring this version back' }).click();
  const asked = page.getByRole('dialog', { name: 'Bring this version back?' });
  await expectAccessibleInBothThemes(page, 'the question whether to bring a version back');
  await asked.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('button', { name: /^Brought back an earlier version/ })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the item' }).click();
  await expect(reflection).toHaveValue('We treated sepsis within the hour in most cases.');
});
