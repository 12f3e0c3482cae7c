import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  choose,
  command,
  enter,
  expectArrived,
  expectFocusKept,
  expectFocusSeen,
  tabInto,
  tabTo,
  tick,
  write,
} from './keyboard.ts';
import { judgeByKeys } from './review-keys.ts';
import { doctor, passphrase } from './steps.ts';
import { expect, test } from './waymark.ts';

// Nothing here uses a mouse. Files are the one exception: the system's own picker is not the app's.

const ukToday = () => new Intl.DateTimeFormat('en-GB').format(new Date());
const saved = (page: Page) => page.getByRole('main').getByText(/^Saved \d\d:\d\d/);

async function setUp(page: Page): Promise<void> {
  await tabInto(page, page.getByRole('button', { name: 'Set up Waymark' }));
  await expectFocusSeen(page, 'on the first screen');
  await page.keyboard.press('Enter');
  await expectArrived(page, 'Set up Waymark');
  await write(page, 'Your name', doctor);
  await expectFocusSeen(page, 'in a field');
  await tick(page, 'Doctor');
  await write(page, 'GMC number', '0000009');
  await write(page, 'Passphrase', passphrase);
  await write(page, 'Passphrase again', 'something else');
  await page.keyboard.press('Enter');
  // What is wrong is said at the top, each a way to its field.
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeFocused();
  await enter(page, 'link', /^Passphrase again/);
  await expect(page.getByRole('textbox', { name: 'Passphrase again' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expectArrived(page, 'Your recovery code');
  await tick(page, /^Or: I have printed or written it down/);
  await enter(page, 'button', 'Continue');
  await expectArrived(page, 'New portfolio');
}

async function createPortfolio(page: Page): Promise<void> {
  await choose(page, 'Specialty', 'General (internal) medicine');
  await expectFocusSeen(page, 'on a radio button');
  await tabTo(page, 'button', 'Choose target submission date from a calendar');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /from a calendar$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocusKept(page, 'after closing a calendar');
  await tabTo(page, 'textbox', 'Target submission date', 'Shift+Tab');
  await page.keyboard.type('31/01/2028');
  await page.keyboard.press('Enter');
  await expectArrived(page, 'What needs me now');
}

async function addAudit(page: Page): Promise<void> {
  await command(page, 'Add evidence', 'Add evidence');
  await write(page, 'Find a type', 'audit');
  await enter(page, 'button', /^Audit/);
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Sepsis audit');
  await write(page, 'Start date', '01/03/2026');
  await tick(page, /^G4 /);
  await expect(saved(page)).toBeVisible();
  await expectFocusKept(page, 'after a new item got its own address');

  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'certificate.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\r\n1,2\r\n') });
  await expect(page.getByRole('button', { name: 'Remove certificate.csv' })).toBeVisible();
  await tabTo(page, 'button', 'Remove certificate.csv', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove certificate.csv' })).toHaveCount(0);
  await expectFocusKept(page, 'after removing a file');
  await enter(page, 'button', /^Undo$/);
  await expect(page.getByRole('button', { name: 'Remove certificate.csv' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo$/ })).toHaveCount(0);
  await expectFocusKept(page, 'after undoing');

  await enter(page, 'button', 'Change type');
  await expect(page.getByRole('dialog', { name: 'Change the type' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Change type' })).toBeFocused();
  await enter(page, 'button', 'Done');
  await expectArrived(page, 'What needs me now');
}

/** Trash and back: rows and buttons that go away must hand the focus on. */
async function trashAndRestore(page: Page): Promise<void> {
  await command(page, 'Go to Evidence', 'Evidence');
  await tabInto(page, page.getByRole('gridcell', { name: 'Sepsis audit' }));
  await expectFocusSeen(page, 'in the list');
  await page.keyboard.press('Enter');
  await expectArrived(page, 'Sepsis audit');
  await enter(page, 'button', 'Move to trash');
  await expectArrived(page, 'Evidence');
  await tabInto(page, page.getByRole('radio', { name: /^Portfolio/ }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'Evidence in the trash' })).toBeVisible();
  await tabInto(page, page.getByRole('gridcell', { name: 'Sepsis audit' }));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expectFocusKept(page, 'after restoring the last item of the trash');
}

async function addFromGap(page: Page): Promise<void> {
  await command(page, 'Go to Coverage', 'Coverage');
  await enter(page, 'link', 'Add evidence here: IM8');
  await expectArrived(page, 'Add evidence');
  await enter(page, 'button', /^Reflection/);
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('A conversation about dying');
  await write(page, 'Date', '02/04/2026');
  await expect(saved(page)).toBeVisible();
  await enter(page, 'button', 'Done');
  await expectArrived(page, 'Coverage');
}

async function schedule(page: Page): Promise<void> {
  await command(page, 'Schedule a review', /Schedule a review|New review/);
  await write(page, 'Date of the review', ukToday());
  await write(page, 'Place', 'Test Hospital (invented)');
  await enter(page, 'button', /^Add me/);
  const first = page.getByRole('group', { name: 'Member 1' });
  await expect(first.getByRole('textbox', { name: 'Name' })).toHaveValue(doctor);
  await expectFocusKept(page, 'after adding oneself');
  await tabInto(page, page.getByRole('group', { name: 'Member 2' }).getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Dr Test Supervisor (invented)');
  await enter(page, 'button', 'Add a member');
  const third = page.getByRole('group', { name: 'Member 3' });
  await expect(third.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await enter(page, 'button', /^Remove member 3/);
  await expect(third).toHaveCount(0);
  await expectFocusKept(page, 'after removing a member');
  await enter(page, 'button', 'Schedule the review');
  await expectArrived(page, /^Review of/);
  await enter(page, 'button', 'Everybody is here: begin');
  await expectFocusKept(page, 'on the way to begin');
  await write(page, 'Why there is no sealed supervisor’s report', 'None was asked for.');
  await enter(page, 'button', 'Begin the review');
  await expectArrived(page, /^Review of/);
}

const arrivedAtStep = (page: Page, name: RegExp) =>
  expect(page.getByRole('heading', { level: 2, name }).first()).toBeFocused();

async function conclude(page: Page): Promise<void> {
  await enter(page, 'link', /^Go on to progress/);
  await arrivedAtStep(page, /Progress/);
  await write(page, /achieved in this period/, 'An audit with a closed loop.');
  await write(page, /still needed/, 'Research.');
  await enter(page, 'link', /^Go on to actions/);
  await arrivedAtStep(page, /Actions/);
  await enter(page, 'button', 'Add an action');
  await expect(page.getByRole('textbox', { name: 'What will be done' })).toBeFocused();
  await page.keyboard.type('Lead one research project');
  await write(page, 'How it will be measured', 'Protocol approved');
  await write(page, 'Due date', '01/05/2027');
  await enter(page, 'button', 'Add an action');
  await expect(page.getByRole('textbox', { name: 'What will be done' }).last()).toBeFocused();
  await tabTo(page, 'button', 'Remove action 2', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What will be done' })).toBeFocused();
  await enter(page, 'link', /^Go on to outcome/);
  await arrivedAtStep(page, /Outcome/);
  await choose(page, /outcome/, 'Progress, with specific actions');
  await write(page, 'Reason for the outcome', 'Steady, with one named area.');
  await enter(page, 'button', /^In a year/);
  await expect(page.getByRole('button', { name: /^In a year/ })).toHaveCount(0);
  await expectFocusKept(page, 'after choosing the date of the next review');
  await enter(page, 'link', /^Go on to sign/);
  await arrivedAtStep(page, /Sign/);
}

async function sign(page: Page, report: string): Promise<void> {
  await tabTo(page, 'checkbox', /^Judged with the others/);
  await page.keyboard.press('Space');
  await enter(page, 'button', 'Keep who judged');
  await expect(page.getByRole('textbox', { name: 'Your passphrase' })).toBeVisible();
  await write(page, 'Your passphrase', passphrase);
  await page.keyboard.press('Enter');
  await expectArrived(page, /^Review of/);
  const downloading = page.waitForEvent('download');
  await enter(page, 'button', /Save the signed report/);
  await (await downloading).saveAs(report);
  await expectFocusKept(page, 'after saving the report');
}

test('the whole journey by keyboard alone', async ({ waymark }) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-keyboard-'));
  const report = join(folder, 'report.pdf');
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await addAudit(page);
  await trashAndRestore(page);
  await addFromGap(page);
  await schedule(page);
  await judgeByKeys(page);
  await conclude(page);
  await sign(page, report);

  await command(page, 'Go to Verify', 'Verify a report');
  await tabTo(page, 'button', 'Choose a PDF');
  await expectFocusSeen(page, 'on the way to a file');
  await page.getByTestId('file-input').setInputFiles(report);
  await expect(page.getByText(/unchanged since/i).first()).toBeVisible();
  await expectFocusKept(page, 'after a file was checked');

  await page.keyboard.press('Control+Shift+l');
  await expectArrived(page, 'Unlock Waymark');
  await write(page, 'Passphrase', passphrase);
  await page.keyboard.press('Enter');
  await expectArrived(page, 'What needs me now');
  await page.keyboard.press('Control+Shift+l');
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
  await rm(folder, { recursive: true, force: true });
});

test('the skip link, the list of shortcuts, and keys that rest while typing', async ({ waymark }) => {
  const page = waymark.page();
  await setUp(page);
  await createPortfolio(page);
  await tabTo(page, 'link', 'Skip to content', 'Shift+Tab');
  await expectFocusSeen(page, 'on the skip link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Shift+Slash');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Control+Shift+e');
  await expectArrived(page, 'Add evidence');
  await write(page, 'Find a type', 'audit?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Find a type' })).toHaveValue('audit?');
});
