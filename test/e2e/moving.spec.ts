import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { addEvidence, attachText, createPortfolio, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) });

async function switchTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Portfolio: / }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^Portfolio: .*${name.source}`) })).toBeVisible();
}

test('items logged in the wrong portfolio go to the right one, and back', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await attachText(page, { name: 'audit.txt', text: 'An audit (invented)' });
  await addEvidence(page, { type: 'Audit', title: 'Handover project', date: '02/03/2026', codes: ['G4'] });
  // With one portfolio there is nowhere to go, and nothing offers it.
  await expect(page.getByRole('button', { name: 'Move to portfolio …' })).toHaveCount(0);
  await visit(page, '/portfolio/new');
  await page.getByRole('radio', { name: 'Emergency medicine' }).check();
  await page.getByRole('textbox', { name: 'Target submission date' }).fill('31/01/2029');
  await page.getByRole('button', { name: 'Create the portfolio' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeVisible();
  await switchTo(page, /General \(internal\) medicine/);

  await go(page, 'Evidence');
  await row(page, 'Sepsis audit').getByRole('checkbox').check();
  await row(page, 'Handover project').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Move to portfolio …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move to another portfolio' });
  await expect(dialog.getByText(/^2 items with 1 file \(\d+ bytes\) go there/)).toBeVisible();
  await expect(dialog.getByText('2 links to other guidance')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the question which portfolio');
  await dialog.getByRole('button', { name: 'Move 2 items' }).click();
  await expect(page.getByText(/^Moved 2 items to .*, Emergency medicine\.$/)).toBeVisible();
  await expect(row(page, 'Sepsis audit')).toHaveCount(0);

  // There: with its file, and a link that this guidance has not, which can stay or go.
  await switchTo(page, /Emergency medicine/);
  await go(page, 'Evidence');
  await expect(row(page, 'Sepsis audit').getByText('(not in this guidance)')).toHaveCount(1);
  await expectAccessibleInBothThemes(page, 'a list with links to other guidance');
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).click();
  await settled(page);
  await expect(page.getByText('audit.txt').first()).toBeVisible();
  await expect(page.getByText('Not in this guidance')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'an item with links to other guidance');
  await page.getByRole('button', { name: 'Remove the link to G4' }).click();
  await expect(page.getByText('Not in this guidance')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Place' }).fill('Moved Hospital (invented)');

  // Back alone, from its own page: what was just typed goes along.
  await page.getByRole('button', { name: 'Move to portfolio …' }).click();
  await dialog.getByRole('button', { name: 'Move 1 item' }).click();
  await expect(page.getByText(/^Moved 1 item to .*, General \(internal\) medicine\.$/)).toBeVisible();
  await expect(row(page, 'Sepsis audit')).toHaveCount(0);
  await expect(row(page, 'Handover project')).toHaveCount(1);

  page = await waymark.restart();
  await unlock(page);
  await switchTo(page, /General \(internal\) medicine/);
  await go(page, 'Activity');
  await expect(page.getByText('Moved “Sepsis audit” here from another portfolio')).toBeVisible();
  await expect(page.getByText(/^From .*, Emergency medicine$/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'activity with moves');
  await page.getByRole('button', { name: /^Undo: moved “Sepsis audit” here/ }).click();
  await expect(page.getByText(/^Undone: moved “Sepsis audit” here/)).toBeVisible();
  await page.getByRole('button', { name: /^Redo: moved “Sepsis audit” here/ }).click();
  await go(page, 'Evidence');
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).click();
  await expect(page.getByRole('textbox', { name: 'Place' })).toHaveValue('Moved Hospital (invented)');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('button', { name: /Moved here from another portfolio/ }).first()).toBeVisible();
});
