import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled, visit } from './screens.ts';
import { attachText, createPortfolio, fillEvidence, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

async function letter(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('Clinic letter (invented)', { x: 72, y: 770, size: 12, font });
  const second = pdf.addPage([595, 842]);
  second.drawText('Re: Mrs Doreen Blackwood', { x: 72, y: 770, size: 12, font });
  second.drawText('NHS number 943 476 5919', { x: 72, y: 740, size: 12, font });
  second.drawText('Seen by Dr Holloway', { x: 72, y: 710, size: 12, font });
  return Buffer.from(await pdf.save());
}

test('identifiers are found in a file, decided upon, and the item is marked anonymised', async ({
  waymark,
}) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByRole('button', { name: /^Teaching/ }).click();
  await fillEvidence(page, { title: 'Course', date: '01/03/2026', codes: ['IM7'] });

  const panel = page.getByRole('region', { name: 'Identifiers' });
  await expect(panel.getByText('No obvious identifiers found; you must check every page.')).toBeVisible();
  await expect(panel.getByText('Not marked as anonymised')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'nothing obvious found');

  // A file that is added is looked through by itself.
  await attachText(page, { name: 'notes.txt', text: 'Ward round notes. Nothing here.' });
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: await letter() });
  const onPage = panel.getByRole('list', { name: 'letter.pdf, Page 2' });
  await expect(onPage.getByText('943 476 5919')).toBeVisible({ timeout: 20_000 });
  await expect(onPage.getByText('Mrs Doreen Blackwood')).toBeVisible();
  await expect(onPage.getByText(/check digit fits/)).toBeVisible();
  await expect(panel.getByText('Possible identifiers')).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'possible identifiers');

  await expect(panel.getByText('Dr Holloway')).toBeHidden();
  await panel.getByRole('button', { name: /^1 finding often allowed/ }).click();
  await expect(panel.getByText('Dr Holloway')).toBeVisible();

  await panel.getByRole('button', { name: 'Name Mrs Doreen Blackwood may stay' }).click();
  await panel.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(panel.getByText('Say why, so that you and others know later.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'why a finding may stay');
  await page.getByRole('textbox', { name: 'Why may it stay?' }).fill('An invented patient');
  await page.keyboard.press('Enter');
  await expect(onPage.getByText('Mrs Doreen Blackwood')).toBeHidden();
  await panel.getByRole('button', { name: '1 finding left as they are' }).click();
  await expect(panel.getByText(/^An invented patient \(/)).toBeVisible();
  await panel.getByRole('button', { name: 'Look at Name Mrs Doreen Blackwood again' }).click();
  await expect(onPage.getByText('Mrs Doreen Blackwood')).toBeVisible();

  await panel.getByRole('button', { name: 'Mark as anonymised …' }).click();
  await expect(panel.getByText(/2 findings still open/)).toBeVisible();
  await panel.getByRole('textbox', { name: 'Institution' }).fill('Test NHS Trust (invented)');
  await expectAccessibleInBothThemes(page, 'marking as anonymised');
  await panel.getByRole('button', { name: 'Mark as anonymised', exact: true }).click();
  await expect(
    panel.getByText(/looked at every page on .*2 findings of the check were open then/),
  ).toBeVisible();
  await expect(panel.getByText('Anonymised', { exact: true })).toBeVisible();

  // Written on, and with another file: the mark is kept, and no longer holds.
  await attachText(page, { name: 'later.txt', text: 'More notes.' });
  await expect(panel.getByText('Files changed since it was marked')).toBeVisible();
  await expect(panel.getByText(/they need another look/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a stale mark');
  await panel.getByRole('button', { name: 'Take the mark back' }).click();
  await expect(panel.getByText('Not marked as anonymised')).toBeVisible();

  // Known after a lock, before anything is sent, without looking again.
  await go(page, 'Evidence');
  await page.getByRole('button', { name: 'Lock Waymark' }).click();
  await unlock(page);
  await go(page, 'Send');
  await expect(page.getByText('1 file with possible identifiers.')).toBeVisible();
  await expect(page.getByText(/not checked yet/)).toHaveCount(0);
  await expectAccessibleInBothThemes(page, 'before sending');

  // The list says the same, by its badge and by a search.
  await go(page, 'Evidence');
  await expect(page.getByRole('row').getByText('Possible identifiers')).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  const choice = page.getByRole('checkbox', { name: 'Identifiers' });
  await choice.click();
  await expect(choice).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Identifiers' })).toBeVisible();
  await expect(page.getByRole('row').getByText('Possible identifiers')).toHaveCount(1);
  await visit(page, '/evidence?text=-has%3Aidentifiers');
  await expect(page.getByRole('row').getByText('Possible identifiers')).toHaveCount(0);

  // How they are looked for: a change is told, and has the files looked through again.
  await visit(page, '/settings?tab=identifiers');
  await expect(page.getByText('All 3 files were looked through with these settings.')).toBeVisible();
  await page.getByRole('textbox', { name: 'An invented example' }).fill('123');
  await page.getByRole('button', { name: 'Add this pattern' }).click();
  await expect(page.getByText(/^It needs at least four digits/)).toBeVisible();
  await page.getByRole('textbox', { name: 'An invented example' }).fill('RXH123456');
  await page.getByRole('textbox', { name: 'Try it' }).fill('Seen today, rxh 004711 and RXH004711.');
  await expect(page.getByText('Found: RXH004711')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a pattern being made');
  await page.getByRole('button', { name: 'Add this pattern' }).click();
  const patterns = page.getByRole('list', { name: 'Patterns of hospital numbers' });
  await expect(patterns.getByText('“RXH”, then 6 digits')).toBeVisible();
  await page.getByRole('textbox', { name: 'Postcode' }).fill('ls13ex');
  await page.getByRole('button', { name: 'Add this postcode' }).click();
  await expect(page.getByRole('button', { name: 'Remove LS1 3EX' })).toBeVisible();
  const every = page.getByRole('radio', { name: /^Every date/ });
  await every.click();
  await expect(every).toBeChecked();
  await page.getByRole('button', { name: 'Check 3 files now' }).click();
  await expect(page.getByText('All 3 files were looked through with these settings.')).toBeVisible({
    timeout: 20_000,
  });
  await settled(page);
  await expectAccessibleInBothThemes(page, 'how identifiers are looked for');
  const shots = process.env.WAYMARK_SHOTS;
  if (shots === undefined) return;
  await page.screenshot({ path: `${shots}/identifier-settings.png`, fullPage: true });
  await visit(page, '/evidence?text=has%3Aidentifiers');
  await page.screenshot({ path: `${shots}/list-identifiers.png`, fullPage: true });
});
