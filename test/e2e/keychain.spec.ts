import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type App, createApp } from '#electron/app.ts';
import { startLoopbackHost } from '#electron/host/loopback/loopback-host.ts';
import { resourceFolders } from '#electron/resource-folders.ts';
import { fakeKeychain } from '#test/support/fake-keychain.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { visit } from './screens.ts';
import { createPortfolio, passphrase, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

// A browser host has no keychain of its own, so the app is given one here; the desktop's is tested against Electron's types.

test('one press opens the vault on this computer, and the passphrase where its keychain was lost', async ({
  waymark,
}) => {
  const page = waymark.page();
  const folder = await mkdtemp(join(tmpdir(), 'waymark-keychain-'));
  const computer = fakeKeychain();
  const app: App = await createApp({
    vaultFolder: join(folder, 'vault'),
    host: 'desktop',
    keychain: computer.keychain,
    autoLock: {},
    folders: { ...resourceFolders(), renderer: resolve('out/renderer') },
  });
  const host = await startLoopbackHost({ door: app.door, log: () => undefined });
  try {
    await page.goto(host.address);
    await setUp(page);
    await createPortfolio(page);
    await visit(page, '/settings?tab=security');
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await page.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase);
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await expect(page.getByText(/^Switched on \d\d\/\d\d\/\d{4}/)).toBeVisible();
    await expectAccessibleInBothThemes(page, 'security with a keychain');

    await page.getByRole('button', { name: 'Lock Waymark' }).click();
    await page.getByRole('button', { name: 'Unlock with this computer’s keychain' }).click();
    await expect(page.getByText(/^Switched on/)).toBeVisible();

    await page.getByRole('button', { name: 'Lock Waymark' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
    computer.lose();
    waymark.allow(/409/);
    await page.getByRole('button', { name: 'Unlock with this computer’s keychain' }).click();
    await expect(page.getByText('Your passphrase and recovery code work as before.')).toBeVisible();
    await expectAccessibleInBothThemes(page, 'unlock with a lost keychain');
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await page.getByRole('button', { name: 'Switch it off' }).click();
    await expect(page.getByRole('button', { name: 'Switch it on' })).toBeVisible();
  } finally {
    await host.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
