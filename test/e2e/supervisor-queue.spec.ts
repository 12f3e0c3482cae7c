import type { Page } from '@playwright/test';
import { testPassphrase } from '#test/support/app-under-test.ts';
import {
  letterWords,
  makeSupervisorVault,
  supervisedDoctor,
  supervisorName,
} from '#test/support/supervisor-vault.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { settled } from './screens.ts';
import { expect, test } from './waymark.ts';

test.describe.configure({ timeout: 300_000 });

const most = 60;

/** Somebody at the keyboard: each press counts, and so does each text that is typed. */
function keyboardOf(page: Page) {
  let interactions = 0;
  return {
    press: async (key: string) => {
      interactions += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      interactions += 1;
      await page.keyboard.type(text);
    },
    interactions: () => interactions,
  };
}

const at = (page: Page, place: number, of = 20) =>
  expect(page.getByText(`Item ${place} of ${of}`, { exact: true })).toBeVisible();
/** The item is shown, and what is pressed now is about it. */
const shows = async (page: Page, place: number, of = 20) => {
  await at(page, place, of);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
};

async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(testPassphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('a supervisor clears twenty waiting items by keyboard alone, in few interactions', async ({
  waymark,
}) => {
  let page = await waymark.whileClosed((folder) => makeSupervisorVault(folder, 20));
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: 'What needs me now' })).toBeFocused();
  const start = page.getByRole('button', { name: `Start: 20 items wait, ${supervisedDoctor}` });
  await expect(start).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'supervisor’s home');

  const keyboard = keyboardOf(page);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(start).toBeFocused();
  await keyboard.press('Enter');

  await shows(page, 1);
  await keyboard.press('a');
  await shows(page, 2);
  // Its file is beside it; words of it are commented on.
  const viewer = page.getByRole('region', { name: 'File viewer' });
  await expect(viewer.getByText(letterWords)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the queue with a file');
  await keyboard.press('v');
  await expect(viewer).toBeFocused();
  await page.evaluate((words) => {
    const layer = document.querySelector('[data-words]');
    const text = document.createTreeWalker(layer ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = text.nextNode(); node !== null; node = text.nextNode()) {
      const begin = (node.textContent ?? '').indexOf(words);
      if (begin < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, begin, node, begin + words.length);
      return;
    }
  }, letterWords);
  await viewer.getByRole('button', { name: 'Comment on these words' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await keyboard.type('This is what IM1 asks for.');
  await keyboard.press('Control+Enter');
  await expect(
    page.getByRole('list', { name: 'Feedback so far' }).getByText(/She led the arrest/),
  ).toBeVisible();
  await keyboard.press('a');

  // Returned: a comment is needed, and nothing is sent without one.
  await shows(page, 3);
  await keyboard.press('r');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Fill this in')).toBeVisible();
  await keyboard.type('Say which ward it was, and what you changed.');
  await keyboard.press('Control+Enter');

  // What is written survives a crash.
  await shows(page, 4);
  await keyboard.press('c');
  const kept = page.waitForResponse((response) => response.url().endsWith('/rpc/drafts/keep'));
  await keyboard.type('Half a sentence');
  await kept;
  page = await waymark.crash();
  await unlock(page);
  const again = keyboardOf(page);
  await expect(page.getByRole('button', { name: /^Start: 17 items wait/ })).toBeVisible();
  await settled(page);
  await again.press('Tab');
  await again.press('Tab');
  await again.press('Enter');
  await expect(page.getByText(/^You were writing this on/)).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await shows(page, 1, 17);
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Half a sentence');
  await again.press('s');

  // Feedback in the SBI form needs its next step.
  await shows(page, 2, 17);
  await again.press('b');
  await again.type('Take of 3 May');
  await again.press('Tab');
  await again.type('Asked for help early');
  await again.press('Tab');
  await again.type('The team knew what to do');
  await again.press('Control+Enter');
  await expect(page.getByText('Fill this in')).toBeVisible();
  await again.press('Tab');
  await again.type('Lead the next take');
  await again.press('Control+Enter');
  await expect(
    page.getByRole('list', { name: 'Feedback so far' }).getByText('Lead the next take'),
  ).toBeVisible();
  await again.press('n');

  for (let place = 3; place <= 17; place += 1) {
    await shows(page, place, 17);
    await again.press('a');
  }
  await expect(page.getByRole('heading', { name: 'Nothing waits any more' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Send back to the doctor' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the end of the queue');
  const all = keyboard.interactions() + again.interactions() + 2;
  expect(all, 'interactions').toBeLessThanOrEqual(most);
});

test('a supervisor reviews in person on the doctor’s computer, who then sees what came of it', async ({
  waymark,
}) => {
  const page = await waymark.whileClosed((folder) => makeSupervisorVault(folder, 2, true));
  await unlock(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Supervision' }).click();
  await page.getByRole('link', { name: 'Review in person' }).click();
  await expect(page.getByRole('heading', { name: 'Who is reviewing?' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'who is reviewing');
  // Nobody judges their own evidence, under their own name or another's.
  await page.getByRole('textbox', { name: 'Your name' }).fill('Somebody else');
  await page.getByRole('textbox', { name: 'GMC number' }).fill('0000007');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Doctors cannot sign off or judge their own evidence').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Your name' }).fill(supervisorName);
  await page.getByRole('textbox', { name: 'GMC number' }).fill('0000008');
  await page.getByRole('button', { name: 'Start' }).click();

  await shows(page, 1, 2);
  await page.getByRole('textbox', { name: 'Comment' }).fill('Say which ward it was.');
  await page.getByRole('button', { name: 'Return' }).click();
  await shows(page, 2, 2);
  // Undone, it waits again; redone, it does not.
  await page.getByRole('textbox', { name: 'Comment' }).fill('Well done.');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing waits any more' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: '1 item still waits' })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('heading', { name: 'Nothing waits any more' })).toBeVisible();

  // The doctor: what came back is on the home screen, in the list, and on the item.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  await page.getByRole('link', { name: 'Go to what came back' }).click();
  const row = page.getByRole('link', { name: 'Sepsis audit on the acute take (1)' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('link', { name: 'Arrest team, feedback letter (2)' })).toHaveCount(0);
  await expectAccessibleInBothThemes(page, 'the list of what came back');
  await row.click();
  const asked = page.getByText(`Returned by ${supervisorName}, in person on ${supervisedDoctor}’s computer`, {
    exact: true,
  });
  await expect(asked).toBeVisible();
  await settled(page);
  await expectAccessibleInBothThemes(page, 'an item that came back');
  const feedback = page.getByRole('region', { name: 'Feedback' });
  await expect(feedback.getByText('Say which ward it was.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Place' }).fill('Ward 7 (invented)');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await expect(asked).toBeHidden();
  await feedback.getByRole('button', { name: 'What changed since the last feedback' }).click();
  await expect(feedback.locator('ins').filter({ hasText: 'Ward' })).toBeVisible();

  // A self-rating, and the supervisor's beside it once there is one.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coverage' }).click();
  await expect(page.getByText('1 seen by a supervisor (1 accepted in feedback)').first()).toBeVisible();
  await page.getByRole('button', { name: /^IM1 Managing/ }).click();
  await page.getByRole('button', { name: 'Rate yourself: IM1' }).click();
  await page.getByRole('radio', { name: '2: with direct supervision' }).check();
  await page
    .getByRole('textbox', { name: 'Reason' })
    .fill('I lead the take with the consultant in the room.');
  await expectAccessibleInBothThemes(page, 'rating oneself');
  await page.getByRole('button', { name: 'Keep this rating' }).click();
  await expect(page.getByText('I lead the take with the consultant in the room.')).toBeVisible();
  await expect(page.getByText('No supervisor has rated this yet.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a rated capability');
});
