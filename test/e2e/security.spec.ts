import { cp, readFile } from 'node:fs/promises';
import type { Page, Route } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { visit } from './screens.ts';
import { createPortfolio, doctor, go, keepRecoveryCode, passphrase, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const another = 'quite another passphrase';

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock Waymark' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
}

/** Lets nothing of a portfolio be read until the vault is locked, and the page know of that only afterwards. */
async function holdReadsUntilLocked(page: Page): Promise<() => number> {
  let locked: () => void = () => undefined;
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const held: Promise<void>[] = [];
  const answer = async (route: Route) => route.fulfill({ response: await route.fetch() });
  await page.route('**/rpc/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/rpc/app/lock') {
      const response = await route.fetch();
      locked();
      await Promise.all(held);
      return route.fulfill({ response });
    }
    if (pathname.startsWith('/rpc/app/')) return route.continue();
    // Nobody may be waiting for the answer any more.
    held.push(isLocked.then(() => answer(route)).catch(() => undefined));
  });
  return () => held.length;
}

/** Lets the page not hear how the app is until the returned function is called. */
async function holdStatus(page: Page): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await page.route('**/rpc/app/status', async (route) => {
    asked();
    await released;
    await route.continue();
  });
  return async () => {
    await isAsked;
    release();
  };
}

/** As `setUp`, but stops where the recovery code is shown. */
async function setUpToTheCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(doctor);
  await page.getByRole('checkbox', { name: 'Doctor' }).check();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your recovery code' })).toBeVisible();
}

async function newPassphrase(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(text);
  await page.getByRole('textbox', { name: 'New passphrase again' }).fill(text);
}

test('a forgotten passphrase: the printed code opens the vault and sets a new one', async ({ waymark }) => {
  let page = waymark.page();
  await setUpToTheCode(page);
  await expectAccessibleInBothThemes(page, 'recovery code');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the page as PDF' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^Waymark recovery page [0-9A-F]{8}\.pdf$/);
  expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Type the last group as it stands above, or tick the box')).toBeVisible();
  const code = await keepRecoveryCode(page);
  await createPortfolio(page);
  await expect(page.getByText('Put your recovery code away')).toHaveCount(0);

  page = await waymark.restart();
  waymark.allow(/403|400/);
  await page.getByRole('button', { name: 'Forgotten it? Use your recovery code' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Use your recovery code' })).toBeFocused();
  const field = page.getByRole('textbox', { name: 'Recovery code' });
  // One letter of the third group taken for another.
  const wrong = code.slice(0, 11) + (code[11] === 'X' ? 'Y' : 'X') + code.slice(12);
  await field.fill(wrong);
  await newPassphrase(page, another);
  await page.getByRole('button', { name: 'Open my vault' }).click();
  await expect(page.getByText(/Group 3 looks wrong/).first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'recovery code with a typo');
  await field.fill('0000 0000 0000 0000 0000 0000 0000 0000 0000');
  await page.getByRole('button', { name: 'Open my vault' }).click();
  await expect(page.getByText(/That is not the recovery code of this vault/).first()).toBeVisible();
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Open my vault' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await lock(page);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByText(/That is not the passphrase/)).toBeVisible();
  const reading = await holdReadsUntilLocked(page);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(another);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  // Locked before the screen has all it asked for: that is called off, not refused (a refusal is a console error).
  await expect.poll(reading).toBeGreaterThan(0);
  await lock(page);
});

test('a recovery code put off is asked for on the home screen until it is kept', async ({ waymark }) => {
  const page = waymark.page();
  await setUpToTheCode(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await createPortfolio(page);
  await expect(page.getByText('Put your recovery code away')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'home with a reminder');
  await page.getByRole('link', { name: 'Go to the recovery code' }).click();
  await expect(page.getByRole('tab', { name: 'Security' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessibleInBothThemes(page, 'security settings');

  await page.getByRole('button', { name: 'Make a new recovery code' }).click();
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Make the code' }).click();
  const groups = page.getByRole('list', { name: 'Recovery code, nine groups' }).getByRole('listitem');
  await expect(groups).toHaveCount(9);
  const last = ((await groups.last().textContent()) ?? '').trim().slice(-4);
  await page.getByRole('textbox', { name: /^Type the last group/ }).fill(last.toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Made, and you have put its page away')).toBeVisible();
  await go(page, 'Home');
  await expect(page.getByText('Put your recovery code away')).toHaveCount(0);
});

test('the passphrase is changed in Settings, and signs and opens from then on', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await visit(page, '/settings?tab=security');
  waymark.allow(/403/);
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await page.getByRole('textbox', { name: 'Present passphrase' }).fill('not the passphrase');
  await newPassphrase(page, another);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText(/That is not the passphrase/).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Present passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText(/^Changed\. From now on/)).toBeVisible();
  page = await waymark.restart();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(another);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('it locks by itself, hides everything, and comes back to the same screen', async ({ waymark }) => {
  const page = waymark.page();
  await page.clock.install();
  await setUp(page);
  await createPortfolio(page);
  await visit(page, '/settings?tab=security');
  // The page learns late that the new time is in force: it counts from when somebody was last there all the same.
  const answer = await holdStatus(page);
  await page.getByRole('radio', { name: 'After 5 minutes' }).check();
  await expect(page.getByRole('radio', { name: 'After 5 minutes' })).toBeChecked();
  await page.getByRole('tab', { name: 'You', exact: true }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Dr Changed Just Now (invented)');
  // Before the form has saved by itself, and then nobody comes for five minutes.
  await page.clock.fastForward('05:01');
  await answer();
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
  await expect(page.getByText('after 5 minutes without use')).toBeVisible();
  await expect(page.getByText(doctor)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveCount(0);
  await unlock(page);
  expect(new URL(page.url()).search).toContain('tab=profile');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue(
    'Dr Changed Just Now (invented)',
  );
});

test('a recovery code left on the screen is hidden with everything else', async ({ waymark }) => {
  const page = waymark.page();
  await page.clock.install();
  await setUpToTheCode(page);
  await page.clock.fastForward('10:01');
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recovery code, nine groups' })).toHaveCount(0);
  await unlock(page);
  await page.getByRole('link', { name: 'Home' }).first().click();
  await expect(page.getByText('Put your recovery code away')).toBeVisible();
});

test('somebody who goes on working is not locked out', async ({ waymark }) => {
  const page = waymark.page();
  await page.clock.install();
  await setUp(page);
  await createPortfolio(page);
  for (let minutes = 0; minutes < 30; minutes += 6) {
    await page.clock.fastForward('06:00');
    await page.keyboard.press('Shift');
  }
  await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeVisible();
  await page.clock.fastForward('10:01');
  await expect(page.getByRole('heading', { level: 1, name: 'Unlock Waymark' })).toBeVisible();
});

test('a vault of the first Waymark opens and is asked to make a recovery code', async ({ waymark }) => {
  await cp('test/fixtures/vaults/format-1-new/vault', waymark.vaultFolder, { recursive: true });
  const page = await waymark.restart();
  await page.getByRole('button', { name: 'Forgotten it? Use your recovery code' }).click();
  await expect(page.getByText(/No recovery code was made for this vault/)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('a fixture passphrase');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByText('This vault has no recovery code')).toBeVisible();
  await page.getByRole('link', { name: 'Make a recovery code' }).click();
  await page.getByRole('button', { name: 'Make a recovery code' }).click();
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill('a fixture passphrase');
  await page.getByRole('button', { name: 'Make the code' }).click();
  await keepRecoveryCode(page);
  await expect(page.getByText('Made, and you have put its page away')).toBeVisible();
});
