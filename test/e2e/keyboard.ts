import type { Locator, Page } from '@playwright/test';
import { expect } from './waymark.ts';

type Role = Parameters<Page['getByRole']>[0];

/** Presses of Tab that are bearable on the longest screen. */
const most = 120;

/** What has the focus, in words for a failure. */
const inWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    return `${active?.localName} ${active?.getAttribute('aria-label') ?? active?.textContent?.slice(0, 60)}`;
  });

const isLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

const isOn = (wanted: Locator): Promise<boolean> =>
  wanted.evaluateAll((found) => found.some((one) => one === document.activeElement));

/** Fails when an action left the focus on nothing, so that Tab would start again at the top. */
export async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => isLost(page), { message: `the focus is lost ${after}`, timeout: 2_000 })
    .toBe(false);
}

/** Presses Tab until one of `wanted` has the focus. */
export async function tabInto(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted.first()).toBeAttached();
  for (let presses = 0; presses <= most; presses += 1) {
    if (await isOn(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} did not reach ${wanted} in ${most} presses; it is on ${await inWords(page)}`);
}

/** Presses Tab until the control of this role and name has the focus. Fails when the focus was lost before. */
export async function tabTo(
  page: Page,
  role: Role,
  name: string | RegExp,
  key?: 'Tab' | 'Shift+Tab',
): Promise<void> {
  await expectFocusKept(page, `before Tab to ${role} ${name}`);
  await tabInto(page, page.getByRole(role, { name, exact: true }), key);
}

/** Tab to a field, and what to write there. */
export async function write(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.type(text);
}

/** Tab to a button, link or the like, and Enter. */
export async function enter(page: Page, role: Role, name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Tab to a checkbox, and Space. */
export async function tick(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, 'checkbox', name);
  await page.keyboard.press('Space');
}

/** Tab into a group of radio buttons, and arrows to the one wanted. */
export async function choose(page: Page, group: string | RegExp, name: string | RegExp): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group }).getByRole('radio');
  await tabInto(page, radios);
  await page.keyboard.press('Space');
  const wanted = page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });
  const count = await radios.count();
  for (let presses = 0; presses < count && !(await isOn(wanted)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeFocused();
  await expect(wanted).toBeChecked();
}

/** Opens the command palette and goes where `words` lead. */
export async function command(page: Page, words: string, heading: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Go to, or do' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expectArrived(page, heading);
}

/** A new screen starts at its heading. */
export async function expectArrived(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused({ timeout: 20_000 });
}

/** What has the focus is seen to have it: an outline of its own, on the screen and not behind anything. */
export async function expectFocusSeen(page: Page, where: string): Promise<void> {
  const seen = await page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement)) return 'nothing has the focus';
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `outline ${outlineStyle}`;
    const { left, top, width, height } = active.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (there === null) return 'it is off the screen';
    return active.contains(there) || there.contains(active) ? 'seen' : `it is behind ${there.className}`;
  });
  expect(seen, `focus ${where}`).toBe('seen');
}
