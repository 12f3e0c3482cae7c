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
import { expect, test } from './waymark.ts';

// Two people, each with an app of their own: a slow machine may take its time.
test.describe.configure({ timeout: 300_000 });

const assessor = 'Dr Anna Łęcka (invented)';
type Handed = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

async function handed(download: Download): Promise<Handed> {
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

async function saved(page: Page, button: string): Promise<Handed> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return handed(await saving);
}

async function cardOf(page: Page): Promise<Handed> {
  await go(page, 'People');
  return saved(page, 'Save as a file');
}

async function know(page: Page, card: Handed): Promise<void> {
  await go(page, 'People');
  await page.getByRole('link', { name: 'Add somebody’s card' }).click();
  await page.getByTestId('file-input').setInputFiles(card);
  await page.getByRole('button', { name: 'Not now: keep it as not confirmed' }).click();
  await expect(page.getByRole('region', { name: 'People I know' })).toBeVisible();
}

async function written(page: Page, to: string): Promise<Handed> {
  await page.getByRole('checkbox', { name: to }).check();
  await page.getByRole('button', { name: 'Write the package' }).click();
  await expect(page.getByText('The package is ready to be saved')).toBeVisible();
  return saved(page, 'Save the file');
}

async function receive(page: Page, file: Handed): Promise<void> {
  await go(page, 'Home');
  await go(page, 'Receive');
  await expect(page.getByRole('heading', { level: 1, name: 'Receive a package' })).toBeVisible();
  await page.getByTestId('file-input').setInputFiles(file);
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep it in my vault' }).click();
  await expect(page.getByText('It is in your vault')).toBeVisible();
}

test('a doctor asks, an assessor signs off in their own vault, and a printed form finds back', async ({
  waymark,
  other,
}) => {
  const [mine, theirs] = [waymark.page(), other.page()];
  await setUp(mine);
  await createPortfolio(mine);
  await addEvidence(mine, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await attachText(mine, { name: 'protocol.txt', text: 'Antibiotics within the hour.' });
  await theirs.getByRole('button', { name: 'Set up Waymark' }).click();
  await theirs.getByRole('textbox', { name: 'Your name' }).fill(assessor);
  await theirs.getByRole('checkbox', { name: 'Supervisor' }).check();
  await theirs.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await theirs.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await theirs.getByRole('button', { name: 'Create my vault' }).click();
  await keepRecoveryCode(theirs);
  await expect(theirs.getByText('Start with a portfolio')).toBeVisible();
  await know(mine, await cardOf(theirs));
  await know(theirs, await cardOf(mine));

  await go(mine, 'Requests');
  await expect(mine.getByText('Nothing was asked yet')).toBeVisible();
  await expectAccessibleInBothThemes(mine, 'requests, none yet');
  await go(mine, 'Evidence');
  await mine.getByRole('checkbox', { name: /Sepsis audit/ }).check();
  await mine.getByRole('link', { name: 'Ask for sign-off' }).click();
  await settled(mine);
  await mine.getByRole('textbox', { name: 'Name' }).fill(assessor);
  await mine.getByRole('textbox', { name: 'Post' }).fill('Consultant in acute medicine');
  await expectAccessibleInBothThemes(mine, 'a new request');
  await mine.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(mine.getByRole('region', { name: assessor })).toBeVisible();
  await mine.getByRole('button', { name: `I reminded them today: ${assessor}` }).click();
  await expect(mine.getByText(/^Reminded on/)).toBeVisible();
  await mine.getByRole('button', { name: 'A reminder to copy' }).click();
  await expect(mine.getByText(/If you cannot do it, please tell me/)).toBeVisible();
  await expect(mine.locator('pre')).not.toContainText('Sepsis');
  await expectAccessibleInBothThemes(mine, 'requests, one waiting');
  await mine.getByRole('link', { name: 'Make the file' }).click();
  await settled(mine);
  const request = await written(mine, assessor);
  expect(request.name).toContain('for assessor');

  await receive(theirs, request);
  await keep(theirs);
  await visit(theirs, '/asked-of-me');
  await expect(theirs.getByRole('region', { name: doctor })).toBeVisible();
  await theirs.getByRole('radio', { name: 'I sign it off' }).check();
  await theirs.getByRole('textbox', { name: 'A comment, if you like' }).fill('Seen on the ward.');
  await theirs.getByRole('textbox', { name: 'Passphrase of your vault' }).fill(passphrase);
  await expectAccessibleInBothThemes(theirs, 'asked of me');
  await theirs.getByRole('button', { name: 'Answer' }).click();
  await theirs.getByRole('button', { name: 'Make the reply' }).click();
  await expect(theirs.getByRole('radio', { name: 'The doctor' })).toBeChecked();
  const reply = await written(theirs, doctor);

  await receive(mine, reply);
  await keep(mine);
  await receive(mine, reply);
  await expect(mine.getByText(/You have all of this already/)).toBeVisible();
  await mine.getByRole('button', { name: 'Put it away' }).click();
  await go(mine, 'Requests');
  await mine.getByRole('button', { name: 'Closed requests (1)' }).click();
  await expect(mine.getByText(/Signed off on .*: Seen on the ward\./)).toBeVisible();
  await expectAccessibleInBothThemes(mine, 'requests, answered');
  await go(mine, 'Evidence');
  await mine.getByRole('link', { name: 'Sepsis audit' }).click();
  await expect(
    mine.getByRole('region', { name: 'In-person sign-off' }).getByText(assessor, { exact: true }),
  ).toBeVisible();

  // The same on paper.
  await mine.getByRole('link', { name: 'Ask somebody who is not here' }).click();
  await settled(mine);
  await mine.getByRole('textbox', { name: 'Name' }).fill('Dr On Paper (invented)');
  await mine.getByRole('radio', { name: 'On paper' }).check();
  await mine.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(mine.getByRole('region', { name: 'Dr On Paper (invented)' })).toBeVisible();
  const form = await saved(mine, 'Save the form');
  await mine.getByTestId('file-input').setInputFiles({ ...form, mimeType: 'application/pdf' });
  await expect(mine.getByText('The form was recognised')).toBeVisible();
  await mine.getByRole('textbox', { name: 'Institution' }).fill('Test Hospital (invented)');
  await expectAccessibleInBothThemes(mine, 'requests, a scan recognised');
  await mine.getByRole('button', { name: 'Keep it with these items' }).click();
  await mine.getByRole('button', { name: 'Closed requests (2)' }).click();
  await expect(mine.getByText(/Signed on paper on/)).toBeVisible();
});
