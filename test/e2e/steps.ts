import type { Page } from '@playwright/test';
import { expect } from './waymark.ts';

/** What people do in these journeys, by role and label. */
export const passphrase = 'four unrelated test words';
export const chairPassphrase = 'another four test words';
export const doctor = 'Dr Ŵyn Łukasz Nguyễn (invented)';

/** From the screen that shows it: notes the recovery code, confirms that it is put away, and goes on. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Recovery code, nine groups' }).getByRole('listitem');
  await expect(groups).toHaveCount(9);
  const code = (await groups.allInnerTexts()).map((text) => text.trim().slice(-4)).join('-');
  await page.getByRole('checkbox', { name: /^Or: I have printed or written it down/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  return code;
}

export async function setUp(page: Page, name = doctor): Promise<void> {
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('checkbox', { name: 'Doctor' }).check();
  await page.getByRole('textbox', { name: 'GMC number' }).fill('0000009');
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create my vault' }).click();
  await keepRecoveryCode(page);
  await expect(page.getByRole('heading', { level: 1, name: 'New portfolio' })).toBeVisible();
}

export async function createPortfolio(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'General (internal) medicine' }).check();
  await page.getByRole('textbox', { name: 'Target submission date' }).fill('31/01/2028');
  await page.getByRole('button', { name: 'Create the portfolio' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeVisible();
}

export async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 20_000 });
}

export async function go(
  page: Page,
  screen:
    | 'Home'
    | 'Evidence'
    | 'Coverage'
    | 'Supervision'
    | 'Reviews'
    | 'Reports'
    | 'Opportunities'
    | 'Send'
    | 'Receive'
    | 'Requests'
    | 'People'
    | 'Activity'
    | 'Guidance'
    | 'Verify'
    | 'Settings',
): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click();
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }),
  ).toHaveAttribute('aria-current', 'page');
}

export type NewEvidence = {
  readonly type: string;
  readonly title: string;
  readonly date: string;
  readonly codes: readonly string[];
};

/** From the open form: fills what every item has and waits until it is on disk. */
export async function fillEvidence(
  page: Page,
  { title, date, codes }: Omit<NewEvidence, 'type'>,
): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('textbox', { name: /^(Start d|D)ate/ }).fill(date);
  for (const code of codes) {
    // Not `check`, which looks before the form has drawn what it was told.
    const choice = page.getByRole('checkbox', { name: new RegExp(`^${code} `) });
    await choice.click();
    await expect(choice).toBeChecked();
  }
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
}

export async function addEvidence(page: Page, evidence: NewEvidence): Promise<void> {
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByRole('button', { name: new RegExp(`^${evidence.type}`) }).click();
  await fillEvidence(page, evidence);
}

export type TextFile = { readonly name: string; readonly text: string };

/** Adds a file to the item whose form is open, and waits until the record that names it is on disk. */
export async function attachText(page: Page, { name, text }: TextFile): Promise<void> {
  // An earlier "Saved" may still stand there: only the save that names this file counts.
  const named = page.waitForResponse(
    (response) =>
      response.url().endsWith('/rpc/evidence/update') &&
      (response.request().postData() ?? '').includes(name) &&
      response.ok(),
  );
  await page
    .getByTestId('file-input')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByText(name).first()).toBeVisible();
  await named;
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
}

/** On the page of a review that is planned: everybody is at the table, and the panel may write. */
export async function beginHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Everybody is here: begin' }).click();
  await page
    .getByRole('textbox', { name: 'Why there is no sealed supervisor’s report' })
    .fill('None was asked for this time.');
  await page.getByRole('button', { name: 'Begin the review' }).click();
  await expect(page.getByRole('navigation', { name: 'Steps of the review' })).toBeVisible();
}

/** Before the chair signs: everybody says that they judged with the others. */
export async function judgedTogether(page: Page): Promise<void> {
  const who = page.getByRole('region', { name: 'Who judged' });
  for (const box of await who.getByRole('checkbox', { name: /^Judged with the others/ }).all())
    await box.check();
  await who.getByRole('button', { name: 'Keep who judged' }).click();
  await expect(who).toHaveCount(0);
}
