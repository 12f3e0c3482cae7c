import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { addEvidence, createPortfolio, doctor, go, setUp, unlock } from './steps.ts';
import { expect, test } from './waymark.ts';

const supervisor = 'Dr Sue Pervisor (invented)';
const ukToday = () => new Intl.DateTimeFormat('en-GB').format(new Date());
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const saved = (page: Page) => expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();

async function plan(page: Page, on: string): Promise<void> {
  await go(page, 'Supervision');
  await page.getByRole('link', { name: 'Plan a meeting' }).first().click();
  await field(page, 'Day').fill(on);
  await field(page, 'Time').fill('9:30');
  if ((await field(page, 'Supervisor’s name').inputValue()) === '')
    await field(page, 'Supervisor’s name').fill(supervisor);
  await page.getByRole('button', { name: 'Plan the meeting' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Mid-year meeting of ${on}` })).toBeVisible();
}

async function agreeOnAction(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Agree on an action' }).click();
  await field(page, 'What will be done').fill(what);
  await expect(page.getByText('Say how both of you will know that it is done.')).toBeVisible();
  await field(page, 'How it will be measured').fill('Report in the portfolio');
  await field(page, 'Due date').fill('31/01/2027');
  await page.getByRole('button', { name: 'Agree on this action' }).click();
  await expect(page.getByRole('button', { name: `Close: ${what}` })).toBeVisible();
}

async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText('Agreed by one of two', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `${supervisor} agrees here` }).click();
  await expectAccessibleInBothThemes(page, 'handing over the computer');
  await page.getByRole('button', { name: `I am ${supervisor}, and I agree` }).click();
  await expect(page.getByText('Agreed by both', { exact: true })).toBeVisible();
}

test('a meeting from its plan to an action that is closed with evidence', async ({ waymark }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-meeting-'));
  let page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await go(page, 'Supervision');
  await expect(page.getByRole('heading', { name: 'No meeting yet' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'no meeting yet');
  await page.getByRole('link', { name: 'Plan a meeting' }).first().click();
  await expectAccessibleInBothThemes(page, 'planning a meeting');
  await plan(page, ukToday());

  // The agenda: a thin capability with its reason, and a line of one's own; ticked off.
  await page
    .getByRole('button', { name: /^Add to the agenda: / })
    .first()
    .click();
  await field(page, 'Something else to talk about').fill('How the rota goes');
  await field(page, 'Something else to talk about').press('Enter');
  const lines = page.getByRole('list', { name: 'Lines of the agenda' });
  await expect(lines.getByText(/^Coverage: /)).toBeVisible();
  await lines.getByRole('checkbox', { name: 'How the rota goes' }).check();
  await expect(page.getByText('1 of 2 lines done.')).toBeVisible();
  await saved(page);

  // Notes are kept over a crash: what was saved as a record, what could not be saved as text that is offered back.
  await field(page, 'What was said').fill('The audit goes well.');
  await saved(page);
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/rpc/drafts/keep') &&
      (response.request().postData() ?? '').includes('More teaching') &&
      response.ok(),
  );
  await field(page, 'Minutes').fill('');
  await field(page, 'What was said').fill('The audit goes well. More teaching is wanted.');
  await expect(page.getByText('Not saved until every field is filled in')).toBeVisible();
  await kept;
  page = await waymark.crash();
  await unlock(page);
  await go(page, 'Supervision');
  await page.getByRole('link', { name: /^Mid-year meeting/ }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field(page, 'What was said')).toHaveValue('The audit goes well. More teaching is wanted.');
  await field(page, 'Minutes').fill('45');
  await saved(page);

  await page.getByRole('button', { name: 'It was held' }).click();
  await expect(page.getByText('Not agreed yet', { exact: true })).toBeVisible();
  await agreeOnAction(page, 'Lead the sepsis audit');
  await agree(page);
  await expect(page.getByText(`in person on the computer of ${doctor}`)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a meeting both agreed to');
  // A later word is agreed by nobody.
  await field(page, 'What was said').fill('The audit goes well. More teaching is wanted, and simulation.');
  await expect(page.getByText('Changed since it was agreed')).toBeVisible();

  // The calendar file, as a calendar program reads it.
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a calendar' }).click();
  await page.getByRole('menuitem', { name: 'Day, time and place only' }).click();
  const file = join(folder, 'meeting.ics');
  await (await downloading).saveAs(file);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain('audit');
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  if (event === undefined) throw new Error('the calendar is empty');
  const start = new ICAL.Event(event).startDate.toJSDate();
  expect(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(start),
  ).toBe('09:30');

  // The action is on the home, and closed with evidence chosen from the list.
  await addEvidence(page, { type: 'Audit', title: 'Sepsis audit', date: '01/03/2026', codes: ['G4'] });
  await page.getByRole('button', { name: 'Done' }).click();
  await go(page, 'Home');
  await expect(page.getByRole('region', { name: 'Open actions' })).toContainText('Lead the sepsis audit');
  await page.getByRole('link', { name: 'All actions' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Carry over: Lead the sepsis audit' }).click();
  await field(page, 'New due date').fill('31/03/2027');
  await field(page, 'Why it is moved').fill('The data came late');
  await page.getByRole('button', { name: 'Carry it over' }).click();
  await expect(
    page.getByText(/Carried over from 31\/01\/2027 to 31\/03\/2027: The data came late/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Close: Lead the sepsis audit' }).click();
  await page.getByRole('combobox', { name: 'Evidence that shows it' }).fill('sepsis');
  await page.getByRole('option', { name: /^Sepsis audit/ }).click();
  await page.keyboard.press('Escape');
  await expectAccessibleInBothThemes(page, 'closing an action');
  await page.getByRole('button', { name: 'Close the action' }).click();
  await expect(page.getByText('No action is open.')).toBeVisible();
  await page.getByText('Closed (1)').click();
  await expect(page.getByRole('link', { name: 'Sepsis audit' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'closed actions');

  // The next meeting no longer puts it forward.
  await plan(page, ukToday());
  await expect(page.getByRole('button', { name: /^Add to the agenda: / }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to the agenda: Lead the sepsis audit' })).toHaveCount(0);
  await rm(folder, { recursive: true, force: true });
});
