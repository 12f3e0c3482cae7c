import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { CommentReference, Document, Packer, Paragraph, TextRun } from 'docx';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { createPortfolio, fillEvidence, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const secrets = [
  'Doreen',
  'Blackwood',
  '943 476 5919',
  '9434765919',
  '03/04/1951',
  'QXBELOWBOX',
  'Sister Ann',
];

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An invented letter: a name, a number and a date of birth to be found, a line only a person sees, and a box drawn on top. */
async function letter(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('Clinic letter (invented)', { x: 72, y: 770, size: 12, font });
  const second = pdf.addPage([595, 842]);
  second.drawText('Re: Mrs Doreen Blackwood', { x: 72, y: 770, size: 12, font });
  second.drawText('NHS number 943 476 5919', { x: 72, y: 740, size: 12, font });
  second.drawText('Date of birth 03/04/1951', { x: 72, y: 710, size: 12, font });
  // In the middle of the page, where a mark that is added by keyboard begins.
  second.drawText('QXHARBOUR', { x: 260, y: 417, size: 12, font });
  second.drawText('QXBELOWBOX', { x: 72, y: 300, size: 12, font });
  second.drawRectangle({ x: 70, y: 296, width: 120, height: 18, color: rgb(0, 0, 0) });
  second.drawText('Blackwood was treated well', { x: 72, y: 200, size: 12, font });
  pdf.setAuthor('Sister Ann (invented)');
  return Buffer.from(await pdf.save());
}

/** What other people's tools bring out of a file, letters only; and whether its pictures are black where the marks are. */
async function broughtOut(bytes: Buffer, blackAt: readonly (readonly [number, number])[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-redaction-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const run = (tool: string, ...args: readonly string[]) =>
      execFileSync(tool, args, { cwd: folder, encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] });
    run('qpdf', '--qdf', '--object-streams=disable', 'a.pdf', 'a.qdf');
    run('pdfimages', '-j', 'a.pdf', 'i');
    const pictures = readdirSync(folder).filter((name) => name.startsWith('i-'));
    expect(pictures).toHaveLength(2);
    const picture = await loadImage(readFileSync(join(folder, 'i-001.jpg')));
    const canvas = createCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const scale = picture.width / 595;
    for (const [x, y] of blackAt) {
      const [red = 255] = context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data;
      expect(red, `black at ${x}, ${y}`).toBeLessThan(40);
    }
    const found = [
      run('pdftotext', '-raw', 'a.pdf', '-'),
      run('mutool', 'draw', '-F', 'text', 'a.pdf'),
      run('strings', '-n', '4', 'a.qdf'),
      run('pdfinfo', '-meta', 'a.pdf'),
      run('pdfinfo', 'a.pdf'),
    ];
    return found.join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync((await download.path()) ?? '');
}

async function attach(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const named = page.waitForResponse(
    (response) =>
      response.url().endsWith('/rpc/evidence/update') &&
      (response.request().postData() ?? '').includes(name) &&
      response.ok(),
  );
  await page.getByTestId('file-input').setInputFiles({ name, mimeType, buffer });
  await named;
}

async function newItem(page: Page): Promise<void> {
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByRole('button', { name: /^Teaching/ }).click();
  await fillEvidence(page, { title: 'Clinic', date: '01/03/2026', codes: ['IM7'] });
}

test('a letter is redacted: suggestions, a mark by keyboard, the copy, its check, and the way back', async ({
  waymark,
}) => {
  let page = waymark.page();
  await newItem(page);
  await attach(page, 'letter.pdf', 'application/pdf', await letter());
  const item = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Redact letter.pdf', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Redact letter.pdf' })).toBeVisible();
  const address = new URL(page.url()).pathname;

  // Suggestions; nothing is marked by itself.
  const numbers = page.getByRole('list', { name: 'Suggestions: NHS number' });
  await expect(numbers.getByText('943 476 5919')).toBeVisible({ timeout: 45_000 });
  await expect(numbers.getByText(/check digit fits/)).toBeVisible();
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
  await expect(page.getByText(/^No marks · \d suggestions not decided/)).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'suggestions');
  await page.getByRole('button', { name: 'Mark NHS number 943 476 5919, page 2' }).click();
  await expect(page.getByText(/^1 mark on 1 page/)).toBeVisible();
  // Undone with the keys, which here are about the marks alone.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Redo the change of the marks' }).click();
  await page.getByRole('button', { name: /^Mark all \d of this file/ }).click();
  await expect(page.getByRole('list', { name: 'Marks of page 2' }).getByText(/Date of birth/)).toBeVisible();

  // The name stands elsewhere as well.
  await page.getByRole('textbox', { name: 'Words to find' }).fill('blackwood');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByText('2 places on 1 page.')).toBeVisible();
  await page.getByRole('button', { name: 'Mark all 2', exact: true }).click();

  // One by keyboard alone: added in the middle of page 2, moved and made larger.
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  const add = page.getByRole('button', { name: 'Add a mark on page 2' });
  await expect(add).toBeEnabled();
  const keptNow = page.waitForResponse(
    (response) => response.url().endsWith('/rpc/drafts/keep') && response.ok(),
  );
  await add.press('Enter');
  const mark = page.getByRole('application', { name: /^Mark on page 2/ });
  await expect(mark).toBeFocused();
  const before = (await mark.getAttribute('aria-label')) ?? '';
  for (const key of ['ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight'])
    await page.keyboard.press(key);
  await expect(mark).not.toHaveAttribute('aria-label', before);
  await settled(page);
  await expectAccessibleInBothThemes(page, 'marks');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Show and move: Drawn/ })).toBeFocused();

  // Kept by themselves: a crash loses none.
  await expect(page.getByText(/^6 marks on 1 page/)).toBeVisible();
  await keptNow;
  page = await waymark.crash();
  await unlock(page);
  await page.goto(new URL(address, page.url()).href);
  await expect(page.getByText('Your earlier marks are still here')).toBeVisible();
  await expect(page.getByText(/^6 marks on 1 page/)).toBeVisible();

  // What somebody else blacked out can be lifted, and it says so.
  await page.getByRole('button', { name: 'Look for what is hidden' }).click();
  const hidden = page.getByRole('list', { name: 'Hidden content' });
  await expect(hidden.getByText(/A box was drawn over words, and the words are still there/)).toBeVisible({
    timeout: 45_000,
  });
  await expect(hidden.getByText(/QXBELOWBOX/)).toBeVisible();
  await expect(page.getByText(/Make a redacted copy here, even without a single mark/)).toBeVisible();
  await page.getByRole('switch', { name: 'Show as it will look' }).click();

  await page.getByRole('button', { name: 'Make the redacted copy …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make the redacted copy?' });
  await expect(dialog.getByText(/Under a mark nothing is left/)).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'before it is made');
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('Others get the redacted copy')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('The redaction cannot be lifted')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/No words are left under the 6 marks/)).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'the copy');

  // By other people's tools, on what somebody would be sent.
  const found = await broughtOut(await downloaded(page, 'Save the copy'), [
    [130, 68],
    [180, 98],
    [290, 421],
    [100, 638],
  ]);
  for (const secret of [...secrets, 'QXHARBOUR']) expect(found, secret).not.toContain(secret);
  expect(found).toContain('Clinic letter (invented)');
  await page.getByText('Private original').click();
  await expect(page.getByRole('region', { name: 'Page 1 of letter.pdf' })).toBeVisible();

  // Packages take the copy: the check of what is sent knows it.
  await go(page, 'Send');
  await expect(page.getByText(/possible identifiers/)).toHaveCount(0);
  await page.goto(new URL(item, page.url()).href);
  await expect(page.getByText(/Others get the redacted copy of .*; this file stays private/)).toBeVisible();

  // Back to the original, with a warning; and that can be undone.
  await page.getByRole('link', { name: 'See the copy of letter.pdf' }).click();
  await page.getByRole('button', { name: 'Share the original again …' }).click();
  await page.getByRole('button', { name: 'Share the original', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Make the redacted copy …' })).toBeVisible();
  await expect(page.getByText('Your earlier marks are still here')).toBeVisible();
  await page.getByRole('button', { name: /^Undo: took back the redacted copy/ }).click();
  await expect(page.getByText('Others get the redacted copy')).toBeVisible();
});

test('a photograph is redacted with the mouse; a Word file says what it hides and what to do', async ({
  waymark,
}) => {
  const page = waymark.page();
  await newItem(page);
  const canvas = createCanvas(600, 400);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 600, 400);
  await attach(page, 'whiteboard.png', 'image/png', await canvas.encode('png'));
  const said = new Paragraph('Telephoned Mrs Olena Whitby');
  const notes = new Document({
    comments: { children: [{ id: 0, author: 'Sam', date: new Date(0), children: [said] }] },
    sections: [{ children: [new Paragraph({ children: [new TextRun('Notes'), new CommentReference(0)] })] }],
  });
  await attach(page, 'notes.docx', wordType, await Packer.toBuffer(notes));
  await expect(
    page.getByText('Word files cannot be redacted here: print it to a PDF and add that.'),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Look inside notes.docx' }).click();
  await expect(page.getByText('A Word file cannot be redacted here')).toBeVisible();
  await page.getByRole('button', { name: 'Look for what is hidden' }).click();
  const hidden = page.getByRole('list', { name: 'Hidden content' });
  await expect(hidden.getByText(/Telephoned Mrs Olena Whitby/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Print it to a PDF, add that in its place, and look again.')).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'a Word file');
  await page.getByRole('link', { name: 'Back to the item' }).click();

  await page.getByRole('link', { name: 'Redact whiteboard.png' }).click();
  const paper = page.locator('[data-zoom]');
  await expect(page.getByRole('button', { name: 'Add a mark on page 1' })).toBeEnabled({ timeout: 45_000 });
  const box = await paper.boundingBox();
  if (box === null) throw new Error('no page');
  const scale = box.width / 600;
  const to = (x: number, y: number) => page.mouse.move(box.x + x * scale, box.y + y * scale);
  await to(100, 50);
  await page.mouse.down();
  await to(200, 90);
  await to(300, 100);
  await page.mouse.up();
  await expect(page.getByText('1 mark on 1 page')).toBeVisible();
  // Taken hold of in its middle and moved 50 to the right.
  await to(200, 75);
  await page.mouse.down();
  await to(230, 75);
  await to(250, 75);
  await page.mouse.up();
  const left = page.getByRole('textbox', { name: 'From the left (pixels)' });
  await expect(left).toHaveValue('150');
  await left.fill('160');
  await expect(
    page.getByRole('application', { name: /^Mark on page 1, 26\.7% from the left/ }),
  ).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'a picture');
  await page.getByRole('button', { name: 'Make the redacted copy …' }).click();
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('The redaction cannot be lifted')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/could read no words in the copy/)).toBeVisible();
  const made = await loadImage(await downloaded(page, 'Save the copy'));
  context.drawImage(made, 0, 0);
  const [inside, outside] = [
    context.getImageData(170, 75, 1, 1).data,
    context.getImageData(140, 75, 1, 1).data,
  ];
  expect([inside[0], outside[0]]).toEqual([0, 255]);
  await page.getByRole('button', { name: 'Redact again' }).click();
  await expect(page.getByText('Your earlier marks are still here')).toBeVisible();
  await expect(page.getByText('1 mark on 1 page')).toBeVisible();
});
