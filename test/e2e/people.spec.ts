import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { spokenFingerprint } from '#shared/domain/people.ts';
import { cards, testPerson } from '#test/support/people-cards.ts';
import { qrCodesIn } from '#test/support/trust-judges.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { createPortfolio, doctor, go, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

const annasName = 'Dr Anna Łęcka (invented)';

/** Pixels of one module of the QR code, as wide as it is drawn. */
const moduleWidth = (page: Page) =>
  page.getByRole('img', { name: /^QR code of the card/ }).evaluate((drawn) => {
    const [, , modules] = drawn.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    return drawn.getBoundingClientRect().width / (modules ?? Number.NaN);
  });

test('my card’s QR code is read by another program, from the screen and as it is printed', async ({
  waymark,
}) => {
  test.skip(process.env.WAYMARK_E2E_HOST === 'electron', 'read in the browser’s run, where zbarimg is');
  const page = waymark.page();
  await setUp(page);
  await go(page, 'People');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const mine = cards.read(await readFile(await (await saving).path(), 'utf8'));
  const printed = { width: 794, height: 1123 }; // A4 at 96 dots an inch
  for (const [media, size] of [
    ['screen', { width: 1280, height: 800 }],
    ['print', printed],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ media });
    await page.getByRole('img', { name: /^QR code of the card/ }).scrollIntoViewIfNeeded();
    expect(await moduleWidth(page), media).toBeGreaterThan(3.5);
    expect(cards.read(qrCodesIn(await page.screenshot())), media).toEqual(mine);
    // As a camera at arm's length sees it: at three fifths of the size.
    await page.evaluate(() => {
      document.documentElement.style.zoom = '0.6';
    });
    expect(cards.read(qrCodesIn(await page.screenshot())), `${media}, from afar`).toEqual(mine);
    await page.evaluate(() => {
      document.documentElement.style.zoom = '';
    });
  }
});

test('somebody’s card is added, compared by voice, and never silently replaced', async ({ waymark }) => {
  const page = waymark.page();
  const anna = await testPerson(annasName);
  const { fingerprint } = cards.read(anna.text);
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'People');
  await settled(page);
  await expect(page.getByText('Nobody here yet')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'people, empty');

  // My own card: the file is the text, and the text is a card of mine.
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^Dr-Ŵyn-Łukasz-Nguyễn-invented\.waymark-card$/);
  const mine = cards.read(await readFile(await saved.path(), 'utf8'));
  expect(mine.card.name).toBe(doctor);
  const read = await page
    .getByRole('list', { name: 'My fingerprint' })
    .getByRole('listitem')
    .allTextContents();
  expect(read).toEqual(spokenFingerprint(mine.fingerprint));
  await expect(page.getByRole('img', { name: /^QR code of the card/ })).toBeVisible();

  // Not a card: said in words, nothing kept.
  waymark.allow(/status of 422/);
  await page.getByRole('link', { name: 'Add somebody’s card' }).click();
  await page.getByRole('textbox', { name: 'Or paste the text of the card' }).fill(anna.text.slice(0, -9));
  await page.getByRole('button', { name: 'Read the card' }).click();
  await expect(page.getByText('This file was refused')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'adding a card, refused');

  await page.getByTestId('file-input').setInputFiles({
    name: 'anna.waymark-card',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(`${anna.text}\n`),
  });
  const groups = page.getByRole('list', { name: `Fingerprint of the card of ${annasName}` });
  await expect(groups.getByRole('listitem')).toHaveText([...spokenFingerprint(fingerprint)]);
  await expectAccessibleInBothThemes(page, 'adding a card, comparing');
  await page.getByRole('button', { name: 'Not now: keep it as not confirmed' }).click();
  await expect(
    page.getByRole('region', { name: 'People I know' }).getByText('Not confirmed yet'),
  ).toBeVisible();
  await expectAccessibleInBothThemes(page, 'people');

  await page.getByRole('link', { name: annasName }).click();
  await expectAccessibleInBothThemes(page, 'one person, not confirmed');
  await page.getByRole('button', { name: 'Yes, all six match' }).click();
  await expect(page.getByText(/^Confirmed by voice on/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'one person, confirmed');

  // Somebody takes her profile and name with keys of their own.
  const imposter = await testPerson(annasName, { profileId: anna.card.profileId });
  await page.getByRole('link', { name: 'Back to people' }).click();
  await page.getByRole('link', { name: 'Add somebody’s card' }).click();
  await page.getByRole('textbox', { name: 'Or paste the text of the card' }).fill(imposter.text);
  await page.getByRole('button', { name: 'Read the card' }).click();
  await expect(page.getByText(`This is not the key you know for ${annasName}`)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Not now/ })).toHaveCount(0);
  await expectAccessibleInBothThemes(page, 'adding a card with another key');
  await page.getByRole('button', { name: 'No, they differ' }).click();
  await expect(page.getByText('The card was not kept')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a card that differed');
  await page.getByRole('link', { name: 'Back to people' }).click();
  await expect(
    page.getByRole('list', { name: `Fingerprint of ${annasName}` }).getByRole('listitem'),
  ).toHaveText([...spokenFingerprint(fingerprint)]);

  await page.getByRole('link', { name: annasName }).click();
  await page.getByRole('button', { name: 'Remove from my people' }).click();
  await expect(page.getByRole('dialog', { name: `Remove ${annasName}?` })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'removing a person');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Nobody here yet')).toBeVisible();
});
