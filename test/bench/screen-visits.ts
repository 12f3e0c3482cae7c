import { type Browser, chromium, type Page } from '@playwright/test';
import { startHeadless } from '#test/support/headless-process.ts';
import { largePassphrase } from '#test/support/large-vault.ts';

const chromiumPath = process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium';
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: quiet });

/** A screen to be timed: its link in the navigation, and what is on it once its data is. */
export type Screen = { readonly label: string; readonly content: string };

export const evidenceScreen: Screen = {
  label: 'Evidence',
  content: '[role="grid"] [data-index="0"] a',
};
export const coverageScreen: Screen = { label: 'Coverage', content: '[id^="capability-"]' };
/** Where a visit starts and ends: a screen that asks nothing of the portfolio. */
const elsewhere: Screen = { label: 'Verify', content: 'main h1' };

/**
 * Milliseconds from the click on a link until what it leads to has been painted, by the page's own clock.
 * @param label what the link says; null for the first there is.
 */
async function timeTo(page: Page, among: string, label: string | null, content: string): Promise<number> {
  return page.evaluate(
    ([where, name, selector, patience]) =>
      new Promise<number>((resolve, reject) => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>(where)];
        const link = links.find((candidate) => name === null || candidate.textContent?.trim() === name);
        if (link === undefined) return reject(new Error(`no link ${name}`));
        const start = performance.now();
        // A frame's own callbacks run before it is painted; a task asked for in them runs after.
        const afterPaint = () =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        const look = () => {
          if (performance.now() - start > patience) reject(new Error(`${name} did not open`));
          else if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else afterPaint();
        };
        link.click();
        requestAnimationFrame(look);
      }),
    [among, label, content, 30_000] as const,
  );
}

/** Until two frames have been drawn and nothing waits behind them. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  );

/** Leaves for a screen that shows nothing of the portfolio. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: elsewhere.label }).click();
  await page.getByRole('heading', { level: 1, name: /report/i }).waitFor();
  await settled(page);
}

/** The page starts anew and has nothing of the portfolio in its memory. */
export async function forget(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.waitForLoadState('networkidle');
  await settled(page);
}

export async function visit(page: Page, screen: Screen): Promise<number> {
  const took = await timeTo(page, 'nav a', screen.label, screen.content);
  await settled(page);
  return took;
}

/** From the click on an item of the list until its form is there. @param row which of the first rows. */
export async function openItem(page: Page, row: number): Promise<number> {
  await leave(page);
  await visit(page, evidenceScreen);
  const took = await timeTo(
    page,
    `[role="grid"] [data-index="${row}"] a`,
    null,
    'main form input[name="title"]',
  );
  await settled(page);
  return took;
}

export type OpenScreens = { readonly page: Page; readonly close: () => Promise<void> };

/** Starts the built app over a vault, unlocks it in a window of its own, and waits until the first screen is full. */
export async function openVault(browser: Browser, vaultFolder: string): Promise<OpenScreens> {
  const host = await startHeadless(vaultFolder);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(host.address);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(largePassphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('list', { name: 'The portfolio in numbers' }).waitFor();
  await page.waitForLoadState('networkidle');
  await settled(page);
  return {
    page,
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}
