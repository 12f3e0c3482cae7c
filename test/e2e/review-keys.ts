import type { Page } from '@playwright/test';
import { expect } from './waymark.ts';

/** Judges every capability that is left with the keys the screen names: a digit, a reason, Alt and an arrow. */
export async function judgeByKeys(page: Page): Promise<void> {
  const level = page.getByRole('radiogroup', { name: /^Judgement of / });
  await expect(level).toBeVisible();
  const next = page.getByRole('button', { name: 'Next capability' });
  for (let at = 0; ; at += 1) {
    const name = (await level.getAttribute('aria-label')) ?? '';
    await page.keyboard.press(at % 4 === 3 ? '2' : '3');
    await expect(page.getByRole('textbox', { name: /^Reason for / })).toBeFocused();
    await page.keyboard.type(`Seen. ${name}`);
    if (await next.isDisabled()) break;
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeFocused();
  }
  await expect(page.getByRole('link', { name: /14 of 14 judged/ })).toBeVisible();
}
