import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addEvidence, createPortfolio, fillEvidence, go, passphrase, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

// The browser itself reports every refusal it is sent; the page must still be clean of anything else.
const refused = /Failed to load resource: the server responded with a status of (4|5)\d\d/;

test('a wrong passphrase is told at the field, and nothing is lost', async ({ waymark }) => {
  waymark.allow(refused);
  let page = waymark.page();
  await setUp(page);
  page = await waymark.restart();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(/That is not the passphrase/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toHaveAttribute('aria-invalid', 'true');
  await unlock(page);
});

test('a short or mistyped passphrase is refused before anything is made', async ({ waymark }) => {
  const page = waymark.page();
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Dr Test (invented)');
  await page.getByRole('checkbox', { name: 'Doctor' }).check();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('short');
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill('other');
  await page.getByRole('textbox', { name: 'GMC number' }).fill('12');
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await expect(page.getByText('A GMC number has 7 digits').first()).toBeVisible();
  await expect(page.getByText('Use at least 10 characters').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Dr Test (invented)');
});

test('an empty title and an end before its start are told, and what was typed stays', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Course or CPD', title: 'Life support', date: '05/03/2026', codes: [] });
  await page.getByRole('textbox', { name: 'End date' }).fill('04/03/2026');
  await page.getByRole('textbox', { name: 'Place' }).fill('Test Hospital (invented)');
  await expect(page.getByText('The end cannot be before the start').first()).toBeVisible();
  await expect(page.getByText(/Not saved/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Place' })).toHaveValue('Test Hospital (invented)');
  await page.getByRole('textbox', { name: 'End date' }).fill('06/03/2026');
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('');
  await expect(page.getByText(/Not saved/).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('Life support, renewed');
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
});

test.describe('files', () => {
  let folder: string;
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-files-'));
  });
  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a 3 GB file is refused before it is read; one that vanishes is told; others are kept', async ({
    waymark,
  }) => {
    waymark.allow(/net::ERR_FILE_NOT_FOUND|ERR_UPLOAD_FILE_CHANGED/);
    const huge = join(folder, 'huge.bin');
    await (await open(huge, 'w')).close();
    await truncate(huge, 3 * 1024 ** 3);
    const vanishing = join(folder, 'vanishing.bin');
    await writeFile(vanishing, randomBytes(12 * 1024 ** 2));
    const good = join(folder, 'good.csv');
    await writeFile(good, 'a,b\r\n1,2\r\n');

    const page = waymark.page();
    await setUp(page);
    await createPortfolio(page);
    await addEvidence(page, { type: 'Audit', title: 'Files', date: '05/03/2026', codes: ['G4'] });
    const input = page.getByTestId('file-input');
    await input.setInputFiles(huge);
    await expect(page.getByText(/too large \(3/)).toBeVisible();

    // Deleted after its first chunk has gone and before the next is read.
    await page.route('**/uploads/*?offset=0', async (route) => {
      await rm(vanishing);
      await route.continue();
    });
    await input.setInputFiles(vanishing);
    await expect(page.getByText(/moved or changed while it was being read/)).toBeVisible();
    await page.unroute('**/uploads/*?offset=0');

    await input.setInputFiles(good);
    await expect(page.getByRole('main').getByText('good.csv')).toBeVisible();
    await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  });
});

test('a second Waymark is refused in words, and the first goes on', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  const entry = resolve(import.meta.dirname, '../../out/main/headless.js');
  const args = [
    entry,
    'report',
    '--vault',
    waymark.vaultFolder,
    '--review',
    crypto.randomUUID(),
    '--out',
    join(tmpdir(), 'never.pdf'),
  ];
  const second = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, WAYMARK_PASSPHRASE: passphrase },
  });
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('already has this vault open');
  await createPortfolio(page);
});

for (const [what, damage, words] of [
  [
    'newer',
    (text: string) => text.replace(/"format":\s*\d+/, '"format":999,"needs":"9.9.0"'),
    /newer Waymark/,
  ],
  ['damaged', (text: string) => text.slice(0, -20), /Part of your vault is damaged/],
] as const) {
  test(`a ${what} vault stops at a screen that names the file and changes nothing`, async ({ waymark }) => {
    await setUp(waymark.page());
    await waymark.restart();
    const file = join(waymark.vaultFolder, 'vault.json');
    const changed = damage(await readFile(file, 'utf8'));
    await writeFile(file, changed);
    const page = await waymark.restart();
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(page.getByText(/vault\.json/).first()).toBeVisible();
    expect(await readFile(file, 'utf8')).toBe(changed);
  });
}

test('a damaged journal line is named, not repaired', async ({ waymark }) => {
  waymark.allow(refused);
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'First', date: '05/03/2026', codes: ['G4'] });
  // A crash leaves the journal as it is; closing would fold it into a checkpoint.
  page = await waymark.crash();
  const { journal, before } = await damageJournal(waymark.vaultFolder);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Part of your vault is damaged' })).toBeVisible();
  await expect(page.getByText(new RegExp(journal.split('/').at(-1) ?? 'journal')).first()).toBeVisible();
  expect(await readFile(journal)).toEqual(before);
});

/** Changes one character in the middle of the profile's first journal line; returns the file as it then is. */
async function damageJournal(vault: string): Promise<{ readonly journal: string; readonly before: Buffer }> {
  const journal = join(vault, 'profile', 'journal-000001.log');
  const bytes = await readFile(journal);
  const at = Math.floor(bytes.indexOf('\n') / 2);
  bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41;
  await writeFile(journal, bytes);
  return { journal, before: bytes };
}

test('a crash while typing loses nothing that was saved', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addEvidence(page, { type: 'Audit', title: 'Before', date: '05/03/2026', codes: ['G4'] });
  await fillEvidence(page, { title: 'After', date: '06/03/2026', codes: ['G5'] });
  await page.waitForFunction(() => /Saved/.test(document.body.textContent ?? ''));
  page = await waymark.crash();
  await unlock(page);
  await go(page, 'Evidence');
  await expect(page.getByRole('link', { name: 'After' })).toBeVisible();
});
