import { addEvidence, createPortfolio, go, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

test('a copied tab waits its turn, so that neither saves over the other', async ({ waymark }) => {
  test.skip(process.env.WAYMARK_E2E_HOST === 'electron', 'the desktop app has one window');
  const first = waymark.page();
  await setUp(first);
  await createPortfolio(first);
  await addEvidence(first, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });

  // As "Duplicate tab" does: the same address and a copy of the session.
  const kept = await first.evaluate(() => JSON.stringify({ ...sessionStorage }));
  const second = await first.context().newPage();
  await second.addInitScript((text) => {
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, string>))
      sessionStorage.setItem(key, value);
  }, kept);
  await second.goto(first.url());
  await expect(second.getByRole('heading', { name: 'Waymark is open in another tab' })).toBeVisible();

  await first.getByRole('textbox', { name: 'Place' }).fill('Test Hospital (invented)');
  await expect(first.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await second.getByRole('button', { name: 'Go on here' }).click();
  await expect(second.getByRole('textbox', { name: 'Place' })).toHaveValue('Test Hospital (invented)');
  await expect(first.getByRole('heading', { name: 'Waymark is open in another tab' })).toBeVisible();
  await go(second, 'Home');
});
