import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './waymark.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The only rules whose answer can differ between light and dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

type Axe = { readonly run: (root: Document, options: object) => Promise<AxeResults> };
type RunOnly = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };
const everyRule: RunOnly = { type: 'tag', values: standards };

/** Judges the page as it stands. Evaluated through the debugger, since the page's own policy lets no script in. */
export async function expectAccessible(page: Page, screen: string, runOnly = everyRule): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      return (await axe.run(document, options)).violations;
    },
    { runOnly, resultTypes: ['violations'], preload: false },
  );
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
  expect(found, `axe on ${screen}`).toEqual([]);
}

/** Colours on their way from one theme to the other are no theme's. */
const ended = (page: Page) =>
  page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
  });

/** Everything in light, then the colours once more in dark. */
export async function expectAccessibleInBothThemes(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await ended(page);
    const runOnly: RunOnly = colorScheme === 'light' ? everyRule : { type: 'rule', values: colourRules };
    await expectAccessible(page, `${screen} (${colorScheme})`, runOnly);
  }
}
