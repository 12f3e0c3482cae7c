import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { samplePanel } from '#electron/services/sample/sample-people.ts';
import { pdfsig } from '#test/support/trust-judges.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, signedReviewPath, visit } from './screens.ts';
import { go, keepRecoveryCode, openSample, passphrase } from './steps.ts';
import { expect, test } from './waymark.ts';

// Two people, each with an app of their own: a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

const [chair, supervisor] = samplePanel;

async function saved(page: Page, button: string) {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await saving;
  return {
    name: file.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await file.path()),
  };
}

async function setUpSupervisor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(supervisor.name);
  await page.getByRole('checkbox', { name: 'Supervisor' }).check();
  await page.getByRole('textbox', { name: 'GMC number' }).fill(supervisor.gmcNumber);
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await keepRecoveryCode(page);
  await expect(page.getByText('Start with a portfolio')).toBeVisible();
}

test('a signed review arrives from a known sender, its chair is told as unconfirmed, and the supervisor signs the report', async ({
  waymark,
  other,
}) => {
  const [mine, theirs] = [waymark.page(), other.page()];
  await openSample(mine);
  await setUpSupervisor(theirs);
  await go(theirs, 'People');
  const card = await saved(theirs, 'Save as a file');
  await go(mine, 'People');
  await mine.getByRole('link', { name: 'Add somebody’s card' }).click();
  await mine.getByTestId('file-input').setInputFiles(card);
  await mine.getByRole('button', { name: 'Not now: keep it as not confirmed' }).click();
  await expect(mine.getByRole('region', { name: 'People I know' })).toBeVisible();

  // The whole package holds, and its sender is known once the card was compared. Who the chair is, nobody has said.
  await go(mine, 'Send');
  await mine.getByRole('radio', { name: /^The review panel/ }).check();
  await mine.getByRole('checkbox', { name: supervisor.name }).check();
  await mine.getByRole('button', { name: 'Write the package' }).click();
  await expect(mine.getByText('The package is ready to be saved')).toBeVisible();
  const packaged = await saved(mine, 'Save the file');
  await go(theirs, 'Receive');
  await expect(theirs.getByRole('heading', { level: 1, name: 'Receive a package' })).toBeVisible();
  await theirs.getByTestId('file-input').setInputFiles(packaged);
  await theirs.getByRole('button', { name: 'Yes, all six match' }).click();
  await expect(theirs.getByRole('heading', { name: 'What would change' })).toBeVisible();
  const signers = theirs.getByRole('region', { name: 'Who signed' });
  await expect(theirs.getByText(/signatures? (is|are) not confirmed by you$/)).toBeVisible();
  await expect(signers.getByText(chair.name, { exact: true })).toBeVisible();
  await expect(signers.getByText(/^Signed on the computer of Dr Sample Doctor/)).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'receive, a chair nobody has confirmed');
  await theirs.getByRole('button', { name: 'Keep it in my vault' }).click();
  await expect(theirs.getByText('It is in your vault')).toBeVisible();
  await theirs.getByRole('button', { name: 'See the evidence' }).click();
  await visit(theirs, await signedReviewPath(theirs));
  await expect(theirs.getByText(/^You have not confirmed the chair’s signature/)).toBeVisible();
  await expectAccessibleInBothThemes(theirs, 'a review whose chair nobody has confirmed');

  // The report by itself, under Verify: a place for the reader, a wrong passphrase, then signed and saved.
  await visit(mine, await signedReviewPath(mine));
  await expect(mine.getByText(/^You have not confirmed the chair’s signature/)).toHaveCount(0);
  const report = await saved(mine, 'Save the signed report (PDF)');
  await visit(theirs, '/verify');
  await theirs.getByTestId('file-input').setInputFiles({ ...report, mimeType: 'application/pdf' });
  const signing = theirs.getByRole('region', { name: 'Sign this report' });
  await expect(signing.getByText(/^There is a place for you/)).toBeVisible();
  await expect(
    signing.getByRole('radio', { name: new RegExp(`^${supervisor.name.slice(0, 20)}`) }),
  ).toBeChecked();
  await expectAccessibleInBothThemes(theirs, 'sign this report');
  other.allow(/status of 4\d\d/);
  await signing.getByRole('textbox', { name: 'Your passphrase' }).fill('not my passphrase');
  await signing.getByRole('button', { name: 'Sign and save' }).click();
  await expect(signing.getByRole('textbox', { name: 'Your passphrase' })).toBeFocused();
  await signing.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase);
  const signed = await saved(theirs, 'Sign and save');
  await expect(theirs.getByRole('region', { name: 'Signed', exact: true })).toBeVisible();
  await settled(theirs);
  await expectAccessibleInBothThemes(theirs, 'signed and saved');
  expect(signed.name).toMatch(/-2-signatures\.pdf$/);
  expect(signed.buffer.subarray(0, report.buffer.length).equals(report.buffer)).toBe(true);
  if (process.env.WAYMARK_E2E_HOST !== 'electron') {
    const judged = pdfsig(signed.buffer);
    expect(judged.match(/Signature is Valid/g), judged).toHaveLength(2);
    expect(judged).toContain('Total document signed');
  }

  // Back with the doctor: it is taken, and the supervisor is told as a card that nobody has compared.
  await mine.getByRole('button', { name: 'Signing on another computer' }).click();
  await mine.getByTestId('file-input').setInputFiles({ ...signed, mimeType: 'application/pdf' });
  const signatures = mine.getByRole('region', { name: 'Signatures' });
  await expect(signatures.getByText('Signed', { exact: true })).toHaveCount(2);
  await expect(signatures.getByText(`Only a card of ${supervisor.name}, not confirmed`)).toBeVisible();
  await expectAccessibleInBothThemes(mine, 'a signature by somebody who is not confirmed');
});
