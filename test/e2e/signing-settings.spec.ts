import { opensslKeyFile } from '#test/support/trust-key-files.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

test('a key of one’s organisation is used for signing, and put away again', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await visit(page, '/settings?tab=signing');
  const key = page.getByRole('region', { name: 'Your signing key' });
  await expect(key.getByText('Made on this device')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'signing settings');
  await key.getByRole('button', { name: 'Use a key from your organisation' }).click();
  const { file } = opensslKeyFile({ kind: 'EC P-256' });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'doctor.p12', mimeType: 'application/x-pkcs12', buffer: file });
  waymark.allow(/422/);
  await key.getByRole('textbox', { name: 'Password of the file' }).fill('wrong');
  await key.getByRole('button', { name: 'Use this key' }).click();
  await expect(key.getByText('Check the password of the file and try again.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a wrong password of a key file');
  await key.getByRole('textbox', { name: 'Password of the file' }).fill('file password');
  await key.getByRole('button', { name: 'Use this key' }).click();
  await expect(key.getByText('Dr Sample Organisation (invented)')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a key of an organisation');
  await key.getByRole('button', { name: 'Use this device’s own key again' }).click();
  await expect(key.getByText('Made on this device')).toBeVisible();

  const stamps = page.getByRole('region', { name: 'Timestamps' });
  await stamps.getByRole('textbox', { name: 'Address of the service' }).fill('timestamp.example.org');
  await stamps.getByRole('button', { name: 'Switch timestamps on' }).click();
  await expect(stamps.getByText(/full web address/)).toBeVisible();
  await stamps
    .getByRole('textbox', { name: 'Address of the service' })
    .fill('https://timestamp.example.org/');
  await stamps.getByRole('button', { name: 'Switch timestamps on' }).click();
  await expect(stamps.getByText('On', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'timestamps on');
  await stamps.getByRole('button', { name: 'Switch timestamps off' }).click();
  await expect(stamps.getByText('Off', { exact: true })).toBeVisible();
});
