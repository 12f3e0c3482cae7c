import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { type Messy, messyPortfolio } from '#test/support/intake/messy.ts';
import { csvRecords, unzipped } from '#test/support/open-archives.ts';
import { drop } from './dropping.ts';
import { visit } from './screens.ts';
import { createPortfolio, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

// What Waymark is for, from a heap of files to a set that can be uploaded, in one sitting.
test.describe.configure({ timeout: 300_000 });

const gaveFiles = async (page: Page, files: Messy['files']) => {
  await page.getByTestId('file-input').setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
  await expect(page.getByText(`${files.length} files ready`)).toBeVisible({ timeout: 90_000 });
};
const bringIn = async (page: Page) => {
  await page.getByRole('button', { name: /^Bring in \d+ rows?$/ }).click();
  const done = page.getByText(/^\d+ items brought in$/);
  await expect(done).toBeVisible({ timeout: 60_000 });
  return Number.parseInt((await done.textContent()) ?? '', 10);
};

/** A title where there is none, and days the way they are written here. */
const mended = (csv: string) =>
  csv
    .split('\r\n')
    .map((line) =>
      line
        .replace(/^(\d+),,/, '$1,"Mended, no. $1",')
        .replace(/,(\d\d)\/(1[3-9]|2\d)\/(\d{4}),/, ',$2/$1/$3,'),
    )
    .join('\r\n');

async function bringInTheHeap(page: Page): Promise<void> {
  const messy = await messyPortfolio();
  await drop(page, 'body', [{ name: 'evidence.csv', text: messy.csv }]);
  await expect(page.getByText('Row 2', { exact: true })).toBeVisible({ timeout: 30_000 });
  await gaveFiles(page, messy.files);
  await expect(page.getByText('Row 2', { exact: true })).toBeVisible();
  expect(await bringIn(page)).toBe(189);
  await expect(page.getByText('9 rows could not come in.')).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save 9 rows to mend' }).click();
  const left = await readFile(await (await saving).path(), 'utf8');
  expect(csvRecords(left)).toHaveLength(9);

  await page.getByRole('button', { name: 'Import another' }).click();
  await drop(page, 'body', [{ name: 'mended.csv', text: mended(left) }]);
  await expect(page.getByRole('list', { name: 'Rows' }).getByText('Mended, no. 8')).toBeVisible({
    timeout: 30_000,
  });
  const named = csvRecords(left).map((row) => row['File name']);
  await gaveFiles(
    page,
    messy.files.filter(({ name }) => named.includes(name)),
  );
  await expect(page.getByRole('list', { name: 'Rows' }).getByText('Mended, no. 8')).toBeVisible();
  expect(await bringIn(page)).toBe(9);
}

/** What came in without a kind of evidence gets one; the other drafts wait. */
async function finishADraft(page: Page): Promise<void> {
  await visit(page, '/drafts');
  const drafts = page.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
  await expect(drafts.first()).toBeVisible();
  const waiting = await drafts.count();
  const unsorted = drafts.filter({ hasText: 'Not sorted yet' }).first();
  await unsorted.getByRole('link', { name: /^Finish/ }).click();
  await page.getByRole('button', { name: 'Choose the type' }).click();
  const types = page.getByRole('dialog');
  await types
    .getByRole('button', { name: /^Teaching/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await expect(drafts).toHaveCount(waiting - 1);
}

/** Many at once: what the spreadsheet did not say. */
async function mapMany(page: Page): Promise<void> {
  await visit(page, '/evidence?text=poster%20-cap%3AG5');
  const found = page.getByRole('status').filter({ hasText: /of \d+ items match/ });
  await expect(found).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Evidence', exact: true });
  await grid.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /^Select all/ }).click();
  await page.getByRole('button', { name: 'Link …', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Capability' }).click();
  await page.getByRole('option', { name: /^G5 / }).click();
  await dialog.getByRole('button', { name: /^Link \d+ items?$/ }).click();
  await expect(page.getByText(/^Linked \d+ items?/)).toBeVisible();
  await expect(page.getByText('No item matches')).toBeVisible();
}

/** The first gap, closed by what it asks for, is no longer there. */
async function closeAGap(page: Page): Promise<string> {
  await visit(page, '/coverage?view=next');
  const gap = page
    .getByRole('region', { name: 'What next' })
    .getByRole('listitem')
    .filter({ hasText: 'Teaching observation: 1 more' });
  await gap.getByRole('link', { name: /^Add evidence here/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Teaching observed by a consultant');
  await page.getByRole('button', { name: 'Today' }).first().click();
  await page.getByRole('checkbox', { name: /^G6 / }).click();
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await expect(page).toHaveURL(/evidence\/[0-9a-f-]{36}/);
  const item = new URL(page.url()).pathname;
  await visit(page, '/coverage?view=next');
  await expect(page.getByRole('region', { name: 'What next' }).getByRole('listitem').first()).toBeVisible();
  await expect(gap).toHaveCount(0);
  return item;
}

/** An invented patient's number in a letter, marked where the check found it, and gone from what others get. */
async function redact(page: Page, item: string): Promise<void> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([595, 842]);
  sheet.drawText('Feedback on teaching (invented)', { x: 72, y: 770, size: 12, font });
  sheet.drawText('NHS number 943 476 5919', { x: 72, y: 740, size: 12, font });
  const buffer = Buffer.from(await pdf.save());
  await visit(page, item);
  const named = page.waitForResponse(
    (response) =>
      response.url().endsWith('/rpc/evidence/update') &&
      (response.request().postData() ?? '').includes('feedback.pdf') &&
      response.ok(),
  );
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'feedback.pdf', mimeType: 'application/pdf', buffer });
  await named;
  await page.getByRole('link', { name: 'Redact feedback.pdf', exact: true }).click();
  await page.getByRole('button', { name: 'Mark NHS number 943 476 5919, page 1' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Make the redacted copy …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('Others get the redacted copy')).toBeVisible({ timeout: 60_000 });
}

/** By a person, on a day, at a place; and somebody who will confirm it at each institution. */
async function verify(page: Page, item: string): Promise<void> {
  await visit(page, item);
  const verification = page.getByRole('radiogroup', { name: 'Verification' });
  await verification.getByRole('radio', { name: 'Verified' }).check();
  await page.getByRole('textbox', { name: 'Verified by' }).fill('Dr Vera Fire (invented)');
  await page.getByRole('button', { name: 'Verified today' }).click();
  await page
    .getByRole('textbox', { name: 'Institution', exact: true })
    .first()
    .fill('Northmoor General (invented)');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await visit(page, '/verifiers');
  await page.getByRole('button', { name: 'Name a verifier' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Dr Vera Fire (invented)');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('Dr Vera Fire (invented)').first()).toBeVisible();
}

/** The set as somebody unpacks it. */
async function handOver(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  await visit(page, '/submission');
  await page.getByRole('button', { name: 'Put the set together' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the set' }).click({ timeout: 60_000 });
  return unzipped(await readFile(await (await saving).path()));
}

/** 189 and 9 that came in and 1 that was added, without the 15 drafts that wait. */
const itemsHandedOver = 184;

test('a heap of files becomes a set that can be uploaded', async ({ waymark }) => {
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await bringInTheHeap(page);
  await finishADraft(page);
  await mapMany(page);
  const item = await closeAGap(page);

  // Another day.
  page = await waymark.restart();
  await unlock(page);
  await redact(page, item);
  await verify(page, item);

  const set = await handOver(page);
  const index = csvRecords(set.get('index.csv')?.toString() ?? '');
  // All but the drafts, each once; every file that came in lies where the index says.
  expect(new Set(index.map(({ description }) => description)).size).toBe(itemsHandedOver);
  const places = index.map(({ file = '' }) => file).filter((file) => file !== 'no file');
  expect(places.filter((file) => !set.has(file))).toEqual([]);
  expect(set.get('README.txt')?.toString()).toContain('Drafts');
  const own = index.find(({ description }) => description === 'Teaching observed by a consultant');
  expect(own).toMatchObject({ 'redacted copy': 'yes', 'verified by': 'Dr Vera Fire (invented)' });
  for (const [path, bytes] of set) {
    if (!path.endsWith('.pdf')) continue;
    const words = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
    expect(words, path).toMatch(/\S/);
    expect(words, path).not.toContain('943 476 5919');
  }
});
