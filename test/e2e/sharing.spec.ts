import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import {
  addEvidence,
  attachText,
  createPortfolio,
  doctor,
  go,
  keepRecoveryCode,
  passphrase,
  setUp,
} from './steps.ts';
import { expect, test, type Waymark } from './waymark.ts';

// Two people, each with an app of their own: a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

const supervisor = 'Dr Anna Łęcka (invented)';

type Handed = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A file that was saved, as the other person receives it. */
async function handed(download: Download): Promise<Handed> {
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await download.path()),
  };
}

async function saved(page: Page, button: string): Promise<Handed> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return handed(await saving);
}

async function setUpSupervisor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(supervisor);
  await page.getByRole('checkbox', { name: 'Supervisor' }).check();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await keepRecoveryCode(page);
  await expect(page.getByText('Start with a portfolio')).toBeVisible();
}

async function cardOf(page: Page): Promise<Handed> {
  await go(page, 'People');
  return saved(page, 'Save as a file');
}

async function writePackage(page: Page): Promise<Handed> {
  await page.getByRole('button', { name: 'Write the package' }).click();
  await expect(page.getByText('The package is ready to be saved')).toBeVisible();
  return saved(page, 'Save the file');
}

async function receive(page: Page, file: Handed): Promise<void> {
  await go(page, 'Receive');
  // The screen before may have had a place for files too.
  await expect(page.getByRole('heading', { level: 1, name: 'Receive a package' })).toBeVisible();
  await page.getByTestId('file-input').setInputFiles(file);
}

/** How many the preview counts under a heading. */
const counted = (page: Page, what: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(what, { exact: true }) })
    .locator('dd');

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep it in my vault' }).click();
  await expect(page.getByText('It is in your vault')).toBeVisible();
}

async function bothSetUp(waymark: Waymark, other: Waymark) {
  const [mine, theirs] = [waymark.page(), other.page()];
  await setUp(mine);
  await createPortfolio(mine);
  await addEvidence(mine, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await attachText(mine, { name: 'protocol.txt', text: 'Antibiotics within the hour.' });
  await setUpSupervisor(theirs);
  return { mine, theirs };
}

test('a package goes from doctor to supervisor, and again after a change', async ({ waymark, other }) => {
  const { mine, theirs } = await bothSetUp(waymark, other);

  await go(mine, 'Send');
  await settled(mine);
  await expect(mine.getByText('Choose at least one person.')).toBeVisible();
  await expectAccessibleInBothThemes(mine, 'send, nobody known');
  const card = await cardOf(theirs);
  await go(mine, 'People');
  await mine.getByRole('link', { name: 'Add somebody’s card' }).click();
  await mine.getByTestId('file-input').setInputFiles(card);
  await mine.getByRole('button', { name: 'Not now: keep it as not confirmed' }).click();
  await expect(mine.getByRole('region', { name: 'People I know' })).toBeVisible();
  await go(mine, 'Send');
  await mine.getByRole('checkbox', { name: supervisor }).check();
  await expect(mine.getByText('Not everybody you chose is confirmed')).toBeVisible();
  await mine.getByRole('button', { name: /^Everything in it, by name/ }).click();
  await expect(counted(mine, 'Evidence items')).toHaveText('1');
  await expect(counted(mine, 'Files')).toHaveText('1');
  await expectAccessibleInBothThemes(mine, 'send, an unconfirmed person chosen');
  // Held back and taken in again: the count follows.
  await mine.getByRole('checkbox', { name: 'Sepsis audit' }).click();
  await expect(counted(mine, 'Evidence items')).toHaveText('0');
  await mine.getByRole('checkbox', { name: 'Sepsis audit' }).click();
  await expect(counted(mine, 'Evidence items')).toHaveText('1');
  const first = await writePackage(mine);
  expect(first.name).toMatch(/\.waymark$/);
  expect(first.buffer.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  await expectAccessibleInBothThemes(mine, 'send, written');

  // From somebody who is not known: their card is compared before anything is read.
  await visit(theirs, '/receive');
  await expectAccessibleInBothThemes(theirs, 'receive');
  await receive(theirs, first);
  await expect(theirs.getByText('Not among your people')).toBeVisible();
  await settled(theirs);
  await expectAccessibleInBothThemes(theirs, 'receive, an unknown sender');
  await theirs.getByRole('button', { name: 'Yes, all six match' }).click();
  await expect(theirs.getByRole('heading', { name: 'What would change' })).toBeVisible();
  await expect(counted(theirs, 'New')).toHaveText('2');
  await theirs.getByRole('button', { name: /^New \(2\)/ }).click();
  await expect(theirs.getByText('Sepsis audit')).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'receive, preview');
  await keep(theirs);
  await expectAccessibleInBothThemes(theirs, 'receive, kept');
  await visit(theirs, '/settings?tab=data');
  await expect(theirs.getByText(`Package kept, sealed by ${doctor}.`)).toBeVisible();
  await go(theirs, 'Evidence');
  await expect(theirs.getByText(doctor).first()).toBeVisible();
  await theirs.getByRole('link', { name: 'Sepsis audit' }).click();
  const file = await saved(theirs, 'Download protocol.txt');
  expect(file.buffer.toString()).toBe('Antibiotics within the hour.');

  // The same again changes nothing.
  await receive(theirs, first);
  await expect(theirs.getByText(/You have all of this already/)).toBeVisible();
  await theirs.getByRole('button', { name: 'Put it away' }).click();

  await go(mine, 'Evidence');
  await mine.getByRole('link', { name: 'Sepsis audit' }).click();
  await mine.getByRole('textbox', { name: 'Title' }).fill('Sepsis audit, second round');
  await expect(mine.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await go(mine, 'Send');
  await mine.getByRole('checkbox', { name: supervisor }).check();
  const second = await writePackage(mine);
  await receive(theirs, second);
  await expect(counted(theirs, 'Changed')).toHaveText('1');
  await keep(theirs);
  await theirs.getByRole('button', { name: 'See the evidence' }).click();
  await expect(theirs.getByRole('link', { name: 'Sepsis audit, second round' })).toBeVisible();

  // Both change it: nothing is overwritten, both are told.
  await theirs.getByRole('link', { name: 'Sepsis audit, second round' }).click();
  await theirs.getByRole('textbox', { name: 'Title' }).fill('Sepsis audit, as the supervisor calls it');
  await expect(theirs.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await go(mine, 'Evidence');
  await mine.getByRole('link', { name: 'Sepsis audit, second round' }).click();
  await mine.getByRole('textbox', { name: 'Title' }).fill('Sepsis audit, third round');
  await expect(mine.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await go(mine, 'Send');
  await mine.getByRole('checkbox', { name: supervisor }).check();
  await receive(theirs, await writePackage(mine));
  await expect(counted(theirs, 'Changed in both places')).toHaveText('1');
  await keep(theirs);
  await expect(theirs.getByText('1 record was changed in both places')).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'receive, kept with a conflict');
  await theirs.getByRole('button', { name: 'Compare and choose' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'Changed in two places' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: /^Compare and decide: Sepsis audit/ })).toBeVisible();
});

test('a package under a passphrase, and files that are no good', async ({ waymark, other }) => {
  const { mine, theirs } = await bothSetUp(waymark, other);
  await go(mine, 'Send');
  await mine.getByRole('radio', { name: 'Whoever has a passphrase' }).check();
  const field = mine.getByRole('textbox', { name: 'Passphrase for this package' });
  await field.fill('short');
  await expect(mine.getByRole('button', { name: 'Write the package' })).toBeDisabled();
  await field.fill('plum anchor violet ladder');
  await expectAccessibleInBothThemes(mine, 'send under a passphrase');
  const file = await writePackage(mine);
  await expect(mine.getByText(/Tell them the passphrase on the phone/)).toBeVisible();

  other.allow(/status of 4\d\d/);
  await receive(theirs, file);
  await theirs.getByRole('textbox', { name: 'Passphrase of the package' }).fill('not this one at all');
  await theirs.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(theirs.getByText(/That is not the passphrase/)).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'receive, wrong passphrase');
  await theirs.getByRole('textbox', { name: 'Passphrase of the package' }).fill('plum anchor violet ladder');
  await theirs.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(theirs.getByText('Not among your people')).toBeVisible();
  await theirs.getByRole('button', { name: 'No, they differ' }).click();
  await expect(theirs.getByText('This package is not from them')).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'receive, not from them');
  await theirs.getByRole('button', { name: 'Put it away' }).click();

  await receive(theirs, { ...file, buffer: Buffer.from('not a package') });
  await expect(theirs.getByText('This file was refused')).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'receive, refused');
});
