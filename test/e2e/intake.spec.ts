import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { messyPortfolio } from '#test/support/intake/messy.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { drop } from './dropping.ts';
import { command, enter, tick, write } from './keyboard.ts';
import { createPortfolio, go, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

const certificate = {
  name: 'certificate.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Certificate (invented)'),
};
const most = { interactions: 12, milliseconds: 20_000 };

/** Counts what a person does, at a person's pace, and holds it against the promise. */
async function counted(
  page: Page,
  work: (step: (does: () => Promise<unknown>) => Promise<void>) => Promise<void>,
) {
  let interactions = 0;
  const started = Date.now();
  await work(async (does) => {
    interactions += 1;
    await does();
    await page.waitForTimeout(250);
  });
  expect(interactions).toBeLessThanOrEqual(most.interactions);
  expect(Date.now() - started).toBeLessThanOrEqual(most.milliseconds);
}

const savedWithFile = (page: Page) =>
  page.waitForResponse(
    (response) =>
      /\/rpc\/evidence\/(create|update)$/.test(response.url()) &&
      (response.request().postData() ?? '').includes(certificate.name) &&
      response.ok(),
  );

/** Drops what lies on this computer, folders too, and sees what the window says meanwhile. */
async function dropFromDisk(page: Page, path: string) {
  const hand = await page.context().newCDPSession(page);
  const at = { x: 700, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } };
  await hand.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
  await hand.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
  await expect(page.getByText('Drop to add as evidence')).toBeVisible();
  await hand.send('Input.dispatchDragEvent', { type: 'drop', ...at });
  await expect(page.getByText('Drop to add as evidence')).toHaveCount(0);
  await hand.detach();
}

/** A folder with a file in it and one further down, and a package that is none. */
async function droppable(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'waymark-drop-'));
  await mkdir(join(root, 'scans', '2024'), { recursive: true });
  await writeFile(join(root, 'scans', 'DOPS chest drain.txt'), 'A form (invented)');
  await writeFile(join(root, 'scans', '2024', 'CbD delirium.txt'), 'Another form (invented)');
  await writeFile(join(root, 'from somebody.waymark'), 'Not a package');
  return root;
}

test('an item with a file and two capabilities takes a person seconds, by mouse and by keyboard', async ({
  waymark,
}) => {
  test.setTimeout(180_000);
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await counted(page, async (step) => {
    await step(() => page.getByRole('link', { name: 'Add evidence', exact: true }).first().click());
    await step(() =>
      page
        .getByRole('button', { name: /^Teaching/ })
        .first()
        .click(),
    );
    await step(() => page.keyboard.type('Sepsis for FY1s', { delay: 40 }));
    await step(() => page.getByRole('button', { name: 'Today' }).click());
    const saved = savedWithFile(page);
    const chooser = page.waitForEvent('filechooser');
    await step(() => page.getByRole('button', { name: 'Add files' }).click());
    await step(async () => (await chooser).setFiles(certificate));
    await saved;
    await step(() => page.getByRole('checkbox', { name: /^G6 / }).click());
    await step(() => page.getByRole('checkbox', { name: /^IM1 / }).click());
    await step(() => page.getByRole('button', { name: 'Done' }).click());
    await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeVisible();
  });
  await counted(page, async (step) => {
    await step(() => command(page, 'Add evidence', 'Add evidence'));
    await step(() => write(page, 'Find a type', 'audit'));
    await step(() => enter(page, 'button', /^Audit/));
    await step(() => page.keyboard.type('Sepsis audit', { delay: 40 }));
    await step(() => enter(page, 'button', 'Today'));
    const saved = savedWithFile(page);
    const chooser = page.waitForEvent('filechooser');
    await step(() => enter(page, 'button', 'Add files'));
    await step(async () => (await chooser).setFiles(certificate));
    await saved;
    await step(() => tick(page, /^G4 /));
    await step(() => tick(page, /^IM1 /));
    await step(() => enter(page, 'button', 'Done'));
    await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeVisible();
  });
});

test('a heap of files and a spreadsheet come in, and what was kept quickly is finished', async ({
  waymark,
}) => {
  test.setTimeout(240_000);
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);

  // Kept from anywhere, in one line.
  await page.keyboard.press('Control+Shift+A');
  await page.getByRole('textbox', { name: 'What was it?' }).fill('Taught the FY1s');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 draft to finish')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the drafts' }).click();
  await expectAccessibleInBothThemes(page, 'drafts');
  await page.getByRole('link', { name: 'Finish Taught the FY1s' }).click();
  await page.getByRole('button', { name: 'Choose the type' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Teaching/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await expect(page.getByText('No drafts')).toBeVisible();

  // Dropped upon a capability: nothing that is suggested is taken without a click.
  await go(page, 'Coverage');
  await drop(page, '[data-drop-capability="IM7"]', [
    { name: '2024-03-05 DOPS chest drain.txt', text: 'A form (invented)' },
    { name: 'copy.txt', text: 'A form (invented)' },
    { name: 'list.csv', text: 'Title,Date\r\nx,y\r\n' },
  ]);
  await expect(page.getByRole('heading', { level: 1, name: 'Add files' })).toBeVisible();
  await expect(page.getByText('“list.csv” can be read as evidence itself')).toBeVisible();
  await expect(page.getByText('because the name says “dops”')).toBeVisible();
  await expect(page.getByText('is the same.')).toBeVisible();
  await page.getByRole('button', { name: 'Skip list.csv' }).click();
  await page.getByRole('button', { name: 'Accept for 2024-03-05 DOPS chest drain.txt' }).click();
  await page.getByRole('button', { name: 'Change copy.txt' }).click();
  await expectAccessibleInBothThemes(page, 'add files');
  await page.getByRole('textbox', { name: 'Title' }).fill('A copy of it');
  await page.getByRole('button', { name: 'Keep these' }).click();
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByText('2 drafts made')).toBeVisible();
  await expect(page.getByText('DOPS chest drain', { exact: true })).toBeVisible();

  // A spreadsheet dropped anywhere, with the files that it names.
  const messy = await messyPortfolio();
  await drop(page, 'body', [{ name: 'evidence.csv', text: messy.csv }]);
  await expect(page.getByText('Row 2', { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByTestId('file-input').setInputFiles(
    messy.files.slice(0, 20).map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
  await expect(page.getByText('20 files ready')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Row 2', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'import');
  await page.getByRole('button', { name: /^Bring in \d+ rows/ }).click();
  await expect(page.getByText(/items brought in/)).toBeVisible({ timeout: 30_000 });
  await page
    .getByRole('button', { name: /^Undo: Brought in|^Undo/ })
    .first()
    .click();
  await go(page, 'Home');
  await expect(page.getByText('2 drafts to finish')).toBeVisible();

  // Dropped from the disk: a package anywhere leads to receiving it, a folder brings all that is in it.
  waymark.allow(/status of 4\d\d/);
  const disk = await droppable();
  await dropFromDisk(page, join(disk, 'from somebody.waymark'));
  await expect(page.getByRole('heading', { level: 1, name: 'Receive a package' })).toBeVisible();
  await go(page, 'Home');
  await dropFromDisk(page, join(disk, 'scans'));
  await expect(page.getByRole('heading', { level: 1, name: 'Add files' })).toBeVisible();
  const files = page.getByRole('list', { name: 'Files to become drafts' }).getByRole('listitem');
  await expect(page.getByText('2 drafts to make')).toBeVisible();
  await expect(files.getByText(/DOPS chest drain\.txt|CbD delirium\.txt/).first()).toBeVisible();
  await rm(disk, { recursive: true });
});
