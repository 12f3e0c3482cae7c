import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addEvidence,
  beginHere,
  chairPassphrase,
  createPortfolio,
  doctor,
  go,
  judgedTogether,
  setUp,
  unlock,
} from './steps.ts';
import { expect, test } from './waymark.ts';

const codes = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'IM1', 'IM2', 'IM3', 'IM4', 'IM5', 'IM6', 'IM7', 'IM8'];
const chair = 'Dr O’Brien-Ağaoğlu محمد 张伟 (invented)';

const ukToday = () => new Intl.DateTimeFormat('en-GB').format(new Date());

async function planReview(page: Page): Promise<void> {
  await go(page, 'Reviews');
  await page.getByRole('link', { name: 'Schedule a review' }).first().click();
  await page.getByRole('textbox', { name: 'Date of the review' }).fill(ukToday());
  await page.getByRole('textbox', { name: 'Place' }).fill('Test Hospital (invented)');
  await expect(page.getByRole('textbox', { name: 'Period to' })).toHaveValue(ukToday());
  const first = page.getByRole('group', { name: 'Member 1' });
  await first.getByRole('textbox', { name: 'Name' }).fill(chair);
  await first.getByRole('textbox', { name: 'GMC number, if any' }).fill('0000008');
  await page
    .getByRole('group', { name: 'Member 2' })
    .getByRole('textbox', { name: 'Name' })
    .fill('Dr Test Supervisor (invented)');
  await page.getByRole('button', { name: 'Schedule the review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Review of/ })).toBeVisible();
  await beginHere(page);
}

async function judgeAll(page: Page): Promise<void> {
  for (const [index, code] of codes.entries()) {
    await expect(page.getByRole('radiogroup', { name: `Judgement of ${code}` })).toBeVisible();
    await page.getByRole('radio', { name: index % 4 === 3 ? 'Limited' : 'Developing' }).check();
    await page.getByRole('textbox', { name: `Reason for ${code}` }).fill(`What the panel saw for ${code}.`);
    if (index < codes.length - 1) await page.getByRole('button', { name: 'Next capability' }).click();
  }
  await expect(page.getByRole('link', { name: /14 of 14 judged/ })).toBeVisible();
}

async function conclude(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^2 Progress/ }).click();
  await page
    .getByRole('textbox', { name: /achieved in this period/ })
    .fill('An audit with a closed loop; #not [markup] $x$ *here*.');
  await page.getByRole('textbox', { name: /still needed/ }).fill('Research, and end-of-life care.');
  await page.getByRole('link', { name: /^3 Actions/ }).click();
  await page.getByRole('button', { name: 'Add an action' }).click();
  const action = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Action 1' }) });
  await action.getByRole('textbox', { name: 'What will be done' }).fill('Lead one research project');
  await action.getByRole('textbox', { name: 'How it will be measured' }).fill('Protocol approved');
  await action.getByLabel('Who owns it').fill(doctor);
  await action.getByRole('textbox', { name: 'Due date' }).fill('01/05/2027');
  await page.getByRole('link', { name: /^4 Outcome/ }).click();
  await page.getByRole('radio', { name: 'Progress, with specific actions' }).check();
  await page.getByRole('textbox', { name: 'Reason for the outcome' }).fill('Steady, with two named areas.');
  await page.getByRole('button', { name: /^In a year/ }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^5 Sign/ }).click();
  await judgedTogether(page);
  await page.getByRole('radio', { name: /photo/i }).check();
  const [first, second] = [
    page.getByRole('textbox', { name: /passphrase/i }).first(),
    page.getByRole('textbox', { name: /again/i }),
  ];
  await first.fill(chairPassphrase);
  await second.fill(chairPassphrase);
  await page.getByRole('button', { name: 'Sign the review' }).click();
  await expect(page.getByRole('button', { name: /Save the (signed )?report/ })).toBeVisible({
    timeout: 30_000,
  });
}

/** The administrator's part is the chair's here: released, read, answered, and a second look asked for. */
async function afterSigning(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: 'Where this review stands' });
  const take = async (todo: string, submit: string, reason?: readonly [string, string]) => {
    await card.getByRole('button', { name: todo, exact: true }).click();
    if (reason !== undefined) await card.getByRole('textbox', { name: reason[0] }).fill(reason[1]);
    await card.getByRole('button', { name: submit, exact: true }).click();
    await expect(card.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  };
  await expect(card.getByRole('button', { name: 'Confirm having read it' })).toHaveCount(0);
  await take('Release to the doctor', 'Release to the doctor');
  await expect(card.getByText(/\(doctor\) by \d\d\/\d\d\/\d{4}$/)).toBeVisible();
  await take('Confirm having read it', 'I have read the report');
  await take('Write a response', 'Keep the response', ['The doctor’s response', 'Thank you all.']);
  await take('Ask for a second look', 'Ask for a second look', [
    'What should be looked at again, and why',
    'The audit was not counted.',
  ]);
  await expect(card.getByRole('button', { name: 'Answer the second look' })).toBeVisible();
  await expect(card.getByText('Thank you all.')).toBeVisible();
}

async function verify(page: Page, file: string, words: RegExp): Promise<void> {
  await go(page, 'Verify');
  await page.getByTestId('file-input').setInputFiles(file);
  await expect(page.getByText(words).first()).toBeVisible();
}

function judge(report: string): void {
  const judged = execFileSync('pdfsig', [report], { encoding: 'utf8' });
  expect(judged).toContain('Signature is Valid');
  expect(judged).toContain('Total document signed');
  const text = execFileSync('pdftotext', [report, '-'], { encoding: 'utf8' }).normalize('NFKC');
  for (const name of ['Ŵyn Łukasz Nguyễn', 'Brien-Ağaoğlu', 'محمد', '张伟', '#not [markup] $x$ *here*'])
    expect(text).toContain(name.normalize('NFKC'));
}

test('from an empty folder to a signed and verified report', async ({ waymark }) => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-journey-'));
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);

  const file = join(folder, 'certificate — März.pdf');
  await writeFile(file, '%PDF-1.7\n%%EOF\n');
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4', 'IM2'] });
  await page.getByTestId('file-input').setInputFiles(file);
  await expect(page.getByRole('main').getByText('certificate — März.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await go(page, 'Coverage');
  await expect(page.getByText(/never mean that evidence is sufficient/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Add evidence here: IM8' }).click();
  await page.getByRole('button', { name: /^Reflection/ }).click();
  await expect(page.getByRole('checkbox', { name: /^IM8 / })).toBeChecked();
  await page.getByRole('textbox', { name: 'Title' }).fill('A conversation about dying');
  await page.getByRole('textbox', { name: /^(Start date|Date)/ }).fill('02/04/2026');
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await planReview(page);
  await judgeAll(page);
  await conclude(page);
  await sign(page);
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /Save the (signed )?report/ })
    .first()
    .click();
  const report = join(folder, 'report.pdf');
  await (await downloading).saveAs(report);

  await afterSigning(page);

  // The judges come from Debian's packages; elsewhere Waymark's own verifier has to do.
  if (process.platform === 'linux') judge(report);

  await verify(page, report, /unchanged since/i);
  const changed = await readFile(report);
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  const forged = join(folder, 'forged.pdf');
  await writeFile(forged, changed);
  await page.reload();
  await verify(page, forged, /do not rely on/i);

  page = await waymark.restart();
  await unlock(page);
  await go(page, 'Reviews');
  await expect(page.getByText('Read by the doctor').first()).toBeVisible();
  await go(page, 'Evidence');
  await expect(page.getByRole('link', { name: 'A conversation about dying' })).toBeVisible();
  await rm(folder, { recursive: true, force: true });
});
