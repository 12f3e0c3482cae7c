import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, signedReviewPath, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

const passphrase = 'four unrelated words here';

async function savedReport(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the signed report (PDF)' }).click();
  const file = await download;
  return {
    name: file.suggestedFilename(),
    mimeType: 'application/pdf',
    buffer: await readFile(await file.path()),
  };
}

test('a member of the panel signs after the chair, and the report says who has not', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await visit(page, await signedReviewPath(page));
  const signatures = page.getByRole('region', { name: 'Signatures' });
  await expect(signatures.getByText('Signed', { exact: true })).toHaveCount(1);
  const open = await signatures.getByText('Not signed yet').count();
  expect(open).toBeGreaterThan(0);
  const before = await savedReport(page);

  await signatures
    .getByRole('button', { name: /^Sign here/ })
    .first()
    .click();
  await signatures.getByRole('radio', { name: 'Staff badge was seen' }).check();
  await signatures.getByRole('textbox', { name: 'Choose a signing passphrase of your own' }).fill(passphrase);
  await signatures.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await expectAccessibleInBothThemes(page, 'a member signs');
  await signatures.getByRole('button', { name: 'Sign the report' }).click();
  await expect(signatures.getByText('Signed', { exact: true })).toHaveCount(2);
  await expect(signatures.getByText('Not signed yet')).toHaveCount(open - 1);

  await signatures.getByRole('button', { name: 'Signing on another computer' }).click();
  waymark.allow(/409/);
  await signatures.getByTestId('file-input').setInputFiles(before);
  await expect(signatures.getByText('This copy holds no signature that is not here already')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a copy that holds nothing new');

  const after = await savedReport(page);
  expect(after.buffer.subarray(0, before.buffer.length).equals(before.buffer)).toBe(true);
  await visit(page, '/verify');
  await page.getByTestId('file-input').setInputFiles(after);
  await expect(page.getByText(/^Unchanged since .* signed on /)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Signature 2 of 2' })).toBeVisible();
  await settled(page);
  if (open > 1) await expect(page.getByRole('region', { name: 'Not signed yet' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a report two people signed');

  const changed = Buffer.from(after.buffer);
  changed[2000] = (changed[2000] ?? 0) ^ 1;
  await page.getByTestId('file-input').setInputFiles({ ...after, buffer: changed });
  await expect(page.getByText('Changed after signing: do not rely on it')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a changed report');
});
