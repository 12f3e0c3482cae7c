import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { plainPng } from '#test/support/documents/pictures.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { createPortfolio, fillEvidence, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const words = 'led the multidisciplinary meeting';

/** Twelve pages, on the third the words that matter; with a link and a script that nobody may follow or run. */
async function report(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= 12; number += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`Governance report (invented), sheet ${number}`, { x: 72, y: 770, size: 14, font });
    page.drawText(number === 3 ? words : 'Minutes of a meeting', { x: 72, y: 700, size: 14, font });
    const link = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 595, 842],
      A: { S: 'URI', URI: PDFString.of('http://127.0.0.1:9/out') },
    });
    page.node.set(PDFName.of('Annots'), pdf.context.obj([link]));
  }
  pdf.addJavaScript('open', 'app.alert("run")');
  return Buffer.from(await pdf.save());
}

const viewer = (page: Page) => page.getByRole('region', { name: 'File viewer' });
const sheet = (page: Page, number: number) =>
  viewer(page).getByRole('region', { name: `Page ${number} of report.pdf` });

/** What the browser paints behind words, as text. */
const marked = (page: Page, kind: 'passage' | 'found' | 'current') =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(`waymark-${name}`) ?? [])].map((range) => range.toString()),
    kind,
  );

const saved = (page: Page) => expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();

async function attachAll(page: Page): Promise<void> {
  await page.getByTestId('file-input').setInputFiles([
    { name: 'report.pdf', mimeType: 'application/pdf', buffer: await report() },
    { name: 'certificate.png', mimeType: 'image/png', buffer: plainPng() },
    {
      name: 'damaged.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nnothing that is one'),
    },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes of the ward round.\nAll well.') },
  ]);
  for (const name of ['report.pdf', 'certificate.png', 'damaged.pdf', 'notes.txt'])
    await expect(page.getByRole('button', { name: `View ${name}` })).toBeVisible();
  await saved(page);
}

/** Selects the words of the third page as somebody with a mouse does. */
async function selectByMouse(page: Page): Promise<void> {
  const line = sheet(page, 3).getByText(words);
  const box = await line.boundingBox();
  if (box === null) throw new Error('the words are not on the page');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, y, { steps: 5 });
  await page.mouse.up();
}

test('a file is read beside its form, and a passage of it is linked and found again', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByRole('button', { name: /^Teaching/ }).click();
  await fillEvidence(page, { title: 'Governance', date: '01/03/2026', codes: ['IM7'] });
  await attachAll(page);

  // Pages, by button, by key and by number; the form goes on being written and saved.
  await page.getByRole('button', { name: 'View report.pdf' }).click();
  await expect(sheet(page, 1).getByText('sheet 1', { exact: false })).toBeVisible();
  await expect(viewer(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sheet(page, 2).getByText('sheet 2', { exact: false })).toBeVisible();
  await expect(viewer(page).getByText('Page 2 of 12')).toBeAttached();
  await expect(page).toHaveURL(/page=2/);
  await page.getByRole('textbox', { name: 'What it taught you' }).fill('Written beside the file');
  await viewer(page).getByRole('textbox', { name: 'Go to page' }).fill('12');
  await page.keyboard.press('Enter');
  await expect(sheet(page, 12).getByText('sheet 12', { exact: false })).toBeVisible();
  await expect(viewer(page).getByRole('button', { name: 'Next page' })).toBeDisabled();
  expect(await viewer(page).getByRole('link').count()).toBe(0);
  await saved(page);

  // Finding, over all pages.
  await viewer(page).getByRole('textbox', { name: 'Find in this file' }).fill('minutes of');
  await expect(viewer(page).getByText('11 found')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(viewer(page).getByText('11 of 11')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(viewer(page).getByText('1 of 11')).toBeVisible();
  await expect(sheet(page, 1)).toBeVisible();
  await expect.poll(() => marked(page, 'current')).toEqual(['Minutes of']);
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page, 'found')).toEqual([]);

  // A passage by mouse.
  await viewer(page).getByRole('textbox', { name: 'Go to page' }).fill('3');
  await page.keyboard.press('Enter');
  await selectByMouse(page);
  await viewer(page).getByRole('button', { name: 'Link these words …' }).click();
  const form = page.getByRole('form', { name: 'Link a capability to pages' });
  await expect(form.getByRole('textbox', { name: 'Words (optional)' })).toHaveValue(words);
  await expectAccessibleInBothThemes(page, 'linking a passage');
  await form.getByRole('button', { name: 'Link' }).click();
  const passage = page.getByRole('button', { name: `Page 3, “${words}” report.pdf` });
  await expect(passage).toBeVisible();

  // Pages, by keyboard alone.
  await viewer(page).getByRole('button', { name: 'Link this page …' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'Capability' })).toBeFocused();
  await form.getByRole('combobox', { name: 'Capability' }).selectOption('IM1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(viewer(page).getByRole('button', { name: 'Link this page …' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Pages 4–5 report.pdf' })).toBeVisible();
  await saved(page);
  await expectAccessibleInBothThemes(page, 'a file beside its form');

  // Away, back and forward; on a narrow window it lies over the form, which is still there.
  await viewer(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'View report.pdf' })).toBeFocused();
  await passage.click();
  await expect(sheet(page, 3)).toBeVisible();
  await expect.poll(() => marked(page, 'passage')).toEqual([words]);
  await page.goBack();
  await expect(viewer(page)).toBeHidden();
  await page.goForward();
  await expect(sheet(page, 3)).toBeVisible();
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeHidden();
  await expectAccessibleInBothThemes(page, 'a file over its form');
  await viewer(page).getByRole('button', { name: 'Back to the form' }).click();
  await expect(page.getByRole('textbox', { name: 'What it taught you' })).toHaveValue(
    'Written beside the file',
  );
  await page.setViewportSize({ width: 1280, height: 800 });

  // A picture, words, and a file that is none.
  await page.getByRole('button', { name: 'View certificate.png' }).click();
  await expect(viewer(page).getByRole('img', { name: 'certificate.png' })).toBeVisible();
  await viewer(page).getByRole('combobox', { name: 'File shown' }).selectOption('notes.txt');
  await expect(viewer(page).getByText('Notes of the ward round.')).toBeVisible();
  await viewer(page).getByRole('combobox', { name: 'File shown' }).selectOption('damaged.pdf');
  await expect(viewer(page).getByText('This file cannot be read')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a file that cannot be shown');
  const downloading = page.waitForEvent('download');
  await viewer(page).getByRole('button', { name: 'Save a copy', exact: true }).click();
  expect((await downloading).suggestedFilename()).toBe('damaged.pdf');

  // On another day, from the map.
  const again = await waymark.restart();
  await unlock(again);
  await visit(again, '/coverage?measure=all&of=IM7');
  await again.getByRole('link', { name: `page 3, “${words}”` }).click();
  await expect(sheet(again, 3)).toBeVisible();
  await expect.poll(() => marked(again, 'passage')).toEqual([words]);
  await settled(again);

  // The file goes: the passage says so. It comes back, and the passage can be taken away and brought again.
  await again.getByRole('button', { name: 'Remove report.pdf' }).click();
  await expect(again.getByText(/^Page 3, .*: the file was taken off this item/)).toBeVisible();
  await expect(viewer(again).getByText('This file is no longer attached to the item.')).toBeVisible();
  await again.getByRole('button', { name: 'Undo', exact: true }).click();
  const back = again.getByRole('button', { name: `Page 3, “${words}” report.pdf` });
  await expect(back).toBeVisible();
  await again.getByRole('button', { name: 'Take away the pages for IM7' }).click();
  await expect(back).toBeHidden();
  await again.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(back).toBeVisible();
  await saved(again);
});
