import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessibleInBothThemes } from './axe.ts';
import { addEvidence, createPortfolio, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

test('a disk that fails while saving: what is safe, what is not taken any more, and how it is healed', async ({
  waymark,
}) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Saved before', date: '05/03/2026', codes: ['G4'] });
  // The file that saves go to is taken away under Waymark, as a disk does that drops out.
  const portfolios = join(waymark.vaultFolder, 'portfolios');
  const [id = ''] = await readdir(portfolios);
  const journal = join(portfolios, id, 'journal-000001.log');
  const aside = join(waymark.vaultFolder, '..', 'journal-aside');
  await cp(journal, aside);
  await rm(journal);
  waymark.allow(/status of (403|500)/);

  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Typed while it failed');
  await expect(page.getByRole('alert').getByText(/^Not saved\./)).toBeVisible();
  await title.fill('Typed after it failed');
  const said = page
    .getByRole('alert')
    .getByText(/The disk failed while saving, so this vault can only be read/);
  await expect(said).toBeVisible();
  // At the top of every screen too, wherever one goes from here.
  await expect(page.getByRole('banner').getByText(/^Not saved: the disk failed while saving/)).toBeVisible();
  await expect(page.getByText(/Everything saved before is safe/).first()).toBeVisible();
  await expect(
    page.getByText(/Copy what you typed, check the disk, then close Waymark/).first(),
  ).toBeVisible();
  await expect(title).toHaveValue('Typed after it failed');
  await expectAccessibleInBothThemes(page, 'a vault that can only be read');

  // The disk is back. What was saved before is there, and saving goes on.
  await cp(aside, journal);
  const opened = await waymark.crash();
  await unlock(opened);
  await go(opened, 'Evidence');
  await expect(opened.getByRole('link', { name: 'Saved before' })).toBeVisible();
  await addEvidence(opened, { type: 'Audit', title: 'Saved after', date: '06/03/2026', codes: ['G4'] });
  await go(opened, 'Evidence');
  await expect(opened.getByRole('link', { name: 'Saved after' })).toBeVisible();
});
