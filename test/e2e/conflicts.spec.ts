import { changeElsewhere } from '#test/support/other-laptop.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { addEvidence, createPortfolio, go, passphrase, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

test('edited on two laptops: both versions are shown, combined, and both brought back by Undo', async ({
  waymark,
}) => {
  const pictures = process.env.WAYMARK_PICTURES;
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  for (const title of ['Sepsis audit', 'Handover project']) {
    await addEvidence(page, { type: 'Audit', title, date: '01/03/2026', codes: ['G4'] });
    await page.getByRole('textbox', { name: 'What it taught you' }).fill(`${title}: written here.`);
    await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible();
  }
  page = await waymark.whileClosed((vaultFolder) =>
    changeElsewhere(vaultFolder, passphrase, {
      'Sepsis audit': (first) => ({
        ...first,
        reflection: 'Written on the ward computer.',
        place: 'Ward computer (invented)',
      }),
      'Handover project': () => null,
    }),
  );
  await unlock(page);
  await expect(page.getByText('2 records were changed in two places')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'home with a conflict');
  await page.getByRole('link', { name: 'Compare and decide' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Changed in two places' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'conflicts');

  await page.getByRole('link', { name: 'Compare and decide: Sepsis audit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Two versions of Sepsis audit' })).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'a conflict');
  const reflection = page.getByRole('group', { name: 'Reflection' });
  await expect(reflection.getByText('Sepsis audit: written here.')).toBeVisible();
  // Only the other side wrote a place, so that is chosen already.
  await expect(
    page.getByRole('group', { name: 'Place' }).getByRole('radio', { name: 'The other version' }),
  ).toBeChecked();
  await reflection.getByRole('radio', { name: 'Both, one under the other' }).check();
  await expect(
    page
      .getByRole('region', { name: 'What that comes to' })
      .getByText(/written here\.\s+Written on the ward/),
  ).toBeVisible();
  if (pictures !== undefined) {
    await page.screenshot({ path: `${pictures}/conflict.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.screenshot({ path: `${pictures}/conflict-dark.png` });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }
  await page.getByRole('button', { name: 'Keep this combined version' }).click();
  await expect(page.getByText(/^Settled\. Every version stays/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Compare and decide: Sepsis audit' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Compare and decide: Handover project' }).click();
  await expect(page.getByText('It was deleted.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a deleted side');
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/conflict-deleted.png` });
  await page.getByRole('button', { name: 'Keep this version whole' }).click();
  await expect(page.getByText('Nothing to decide')).toBeVisible();

  await go(page, 'Evidence');
  await page.getByRole('gridcell', { name: 'Sepsis audit' }).click();
  await expect(page.getByRole('textbox', { name: 'What it taught you' })).toHaveValue(
    'Sepsis audit: written here.\n\nWritten on the ward computer.',
  );
  await expect(page.getByRole('textbox', { name: 'Place' })).toHaveValue('Ward computer (invented)');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Dr Other Laptop (invented)').first()).toBeVisible();

  // Deciding is a change like any other.
  await page.getByRole('button', { name: /^Undo: settled “Handover project”/ }).click();
  await page.getByRole('button', { name: /^Undo: settled “Sepsis audit”/ }).click();
  await go(page, 'Home');
  await expect(page.getByText('2 records were changed in two places')).toBeVisible();
});
