import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startHeadless } from '#test/support/headless-process.ts';
import { makePanelVault, type PanelVault, panelVaultPassphrase } from '#test/support/panel-vault.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { startBrowser } from './screen-visits.ts';
import { median } from './statistics.ts';

const small = 50;
const large = 1_000;
const limit = 1.5;
/** Each round starts the app anew for either size. */
const rounds = 3;
const movesPerRound = 4;

type Times = { readonly capability: number[]; readonly doctor: number[]; readonly page: number[] };
const noTimes = (): Times => ({ capability: [], doctor: [], page: [] });

/**
 * Milliseconds from a key until what it leads to has been painted, by the page's own clock.
 * @param attribute of what the selector finds: it is there once that is another than before.
 */
const timeOfKey = (page: Page, key: string, selector: string, attribute: string): Promise<number> =>
  page.evaluate(
    ([pressed, where, named]) =>
      new Promise<number>((resolve, reject) => {
        const now = () => document.querySelector(where)?.getAttribute(named) ?? null;
        const before = now();
        const start = performance.now();
        const look = () => {
          if (performance.now() - start > 30_000) reject(new Error(`nothing came of ${pressed}`));
          else if (now() === null || now() === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        };
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
        );
        requestAnimationFrame(look);
      }),
    [key, selector, attribute] as const,
  );

const evidence = '#evidence-heading';
const doctor = 'h1[data-review]';
const drawnPage = 'section[aria-label^="Page 1 of"][aria-busy="false"]';

/** What is asked ahead while somebody reads is there before they go on. */
const reads = (page: Page) => page.waitForLoadState('networkidle');

async function measureOnce(browser: Browser, folder: string, vault: PanelVault, times: Times): Promise<void> {
  const host = await startHeadless(folder);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(host.address);
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(panelVaultPassphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Panel day' }).click();
    await page.getByRole('link', { name: `Panel room of ${vault.reviews[0]?.doctor}` }).click();
    await page.getByRole('button', { name: `I am ${vault.members[0]?.name}` }).click();
    await page.getByRole('heading', { name: 'Before you begin' }).waitFor();
    await reads(page);
    for (let move = 0; move < movesPerRound; move += 1) {
      times.capability.push(await timeOfKey(page, 'j', evidence, 'data-code'));
      await reads(page);
    }
    for (let opened = 0; opened < movesPerRound / 2; ) {
      await timeOfKey(page, 'k', evidence, 'data-code');
      await reads(page);
      // Some capabilities have nothing to open.
      if ((await page.locator('ul[data-code]').count()) === 0) continue;
      times.page.push(await timeOfKey(page, 'o', drawnPage, 'aria-label'));
      opened += 1;
      await reads(page);
    }
    for (let move = 0; move < movesPerRound; move += 1) {
      times.doctor.push(await timeOfKey(page, move % 2 === 0 ? ']' : '[', doctor, 'data-review'));
      await reads(page);
    }
  } finally {
    await context.close();
    await host.stop();
  }
}

/** The panel room over doctors with many items beside doctors with few: what the keys of a panel day cost. */
export async function panelBenches(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const vaultOf = (count: number) => join(folder, String(count), 'vault');
  const browser = await startBrowser();
  try {
    const vaults = new Map<number, PanelVault>();
    for (const count of [small, large])
      vaults.set(
        count,
        await makePanelVault(
          vaultOf(count),
          ['First', 'Second'].map((name) => ({ name: `Dr ${name} (invented)`, items: count })),
        ),
      );
    const few = noTimes();
    const many = noTimes();
    for (let round = 0; round < rounds; round += 1) {
      const turns = [
        { count: small, times: few },
        { count: large, times: many },
      ];
      // Which of the two goes first changes every round: neither always finds the machine rested.
      for (const { count, times } of round % 2 === 0 ? turns : turns.toReversed()) {
        const vault = vaults.get(count);
        if (vault !== undefined) await measureOnce(browser, vaultOf(count), vault, times);
      }
    }
    const row = (name: string, measure: keyof Times) =>
      benchRow({
        name: `panel room, ${large} items: ${name}`,
        value: median(many[measure]),
        unit: 'ms',
        baseline: `${small} items`,
        baselineValue: median(few[measure]),
        limit,
      });
    return [
      row('next capability', 'capability'),
      row('next doctor', 'doctor'),
      row('opening a page of evidence', 'page'),
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
