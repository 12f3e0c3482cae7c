import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { addEvidence, createPortfolio, doctor, go, keepRecoveryCode, passphrase, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

// Two people, each with an app of their own: a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

const supervisor = 'Dr Anna Łęcka (invented)';

type Handed = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const handed = async (download: Download): Promise<Handed> => ({
  name: download.suggestedFilename(),
  mimeType: 'application/octet-stream',
  buffer: await readFile(await download.path()),
});

async function saved(page: Page, button: string): Promise<Handed> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return handed(await saving);
}

async function setUpSupervisor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(supervisor);
  await page.getByRole('checkbox', { name: 'Supervisor' }).check();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await keepRecoveryCode(page);
  await expect(page.getByText('Start with a portfolio')).toBeVisible();
}

async function cardOf(page: Page): Promise<Handed> {
  await go(page, 'People');
  return saved(page, 'Save as a file');
}

async function addPerson(page: Page, card: Handed): Promise<void> {
  await go(page, 'People');
  await page.getByRole('link', { name: 'Add somebody’s card' }).click();
  await page.getByTestId('file-input').setInputFiles(card);
  await page.getByRole('button', { name: 'Not now: keep it as not confirmed' }).click();
  await expect(page.getByRole('region', { name: 'People I know' })).toBeVisible();
}

/** Sends the portfolio to the one other person there is. */
async function sent(page: Page, audience: RegExp, to: string): Promise<Handed> {
  await go(page, 'Send');
  await page.getByRole('radio', { name: audience }).check();
  await page.getByRole('checkbox', { name: to }).check();
  await page.getByRole('button', { name: 'Write the package' }).click();
  await expect(page.getByText('The package is ready to be saved')).toBeVisible();
  return saved(page, 'Save the file');
}

async function received(page: Page, file: Handed): Promise<void> {
  await go(page, 'Receive');
  await expect(page.getByRole('heading', { level: 1, name: 'Receive a package' })).toBeVisible();
  await page.getByTestId('file-input').setInputFiles(file);
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep it in my vault' }).click();
  await expect(page.getByText('It is in your vault')).toBeVisible();
}

async function meet(mine: Page, theirs: Page): Promise<void> {
  await setUp(mine);
  await createPortfolio(mine);
  await addEvidence(mine, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await setUpSupervisor(theirs);
  await addPerson(mine, await cardOf(theirs));
  await addPerson(theirs, await cardOf(mine));
}

test('a supervisor writes the report on their laptop, seals it, and the doctor has it sealed', async ({
  waymark,
  other,
}) => {
  const [mine, page] = [waymark.page(), other.page()];
  await meet(mine, page);
  await received(page, await sent(mine, /supervisor/i, supervisor));
  await keep(page);

  await go(page, 'Reports');
  await settled(page);
  await expectAccessibleInBothThemes(page, 'supervisor’s reports, none yet');
  await page.getByRole('textbox', { name: 'Post' }).fill('Consultant physician');
  await page.getByRole('button', { name: 'Begin the report' }).click();
  await expect(page.getByRole('heading', { name: 'The year in figures' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a supervisor’s report being written');

  // Level after level at the keyboard: a number, then the next.
  const codes = await page.getByRole('list', { name: 'Capabilities' }).getByRole('button').count();
  for (let at = 0; at < codes; at++) {
    await page.keyboard.press(at === 1 ? '6' : '3');
    if (at < codes - 1) await page.keyboard.press('Alt+ArrowDown');
  }
  await expect(page.getByText(`${codes} of ${codes} written`)).toBeVisible();
  for (const domain of [/^Knowledge/, /^Patients/, /^Colleagues/, /^Trust/])
    await page.getByRole('textbox', { name: domain }).fill('As expected at this stage.');
  await page.getByRole('textbox', { name: 'Strengths' }).fill('Calm, kind and thorough.');
  await page.getByRole('textbox', { name: 'Areas to develop' }).fill('Research.');
  await page.getByRole('button', { name: 'Add an example' }).click();
  await page.getByRole('textbox', { name: 'Situation 1' }).fill('The take of 3 March.');
  await page.getByRole('textbox', { name: 'Behaviour 1' }).fill('Asked each nurse for their view.');
  await page.getByRole('textbox', { name: 'Impact 1' }).fill('An interaction was found in time.');
  await page.getByRole('radio', { name: /can go ahead/ }).check();
  await page.getByRole('textbox', { name: 'Why' }).fill('A full year of steady growth.');
  // What is missing is said, and leads there.
  await page.getByRole('button', { name: /rest of an example/ }).click();
  await expect(page.getByRole('textbox', { name: 'Situation 1' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Next step 1' }).fill('Lead the round once a week.');
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Seal the report' }).click();
  await expect(page.getByRole('heading', { name: 'Sealed', exact: true })).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'a sealed supervisor’s report');
  const pdf = await saved(page, 'Save the signed report (PDF)');
  expect(pdf.buffer.subarray(0, 5).toString()).toBe('%PDF-');

  const back = await sent(page, /doctor/i, doctor);
  await received(mine, back);
  await keep(mine);
  await go(mine, 'Reports');
  await mine.getByRole('link', { name: new RegExp(`by ${supervisor.slice(0, 7)}`) }).click();
  const seal = mine.getByRole('region', { name: 'Sealed' });
  await expect(seal.getByText(supervisor).first()).toBeVisible();
  await expect(seal.getByText('Consultant physician')).toBeVisible();
  await expect(mine.getByText('Calm, kind and thorough.')).toBeVisible();
});
