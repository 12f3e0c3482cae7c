import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { startHeadless } from '#test/support/headless-process.ts';

type Running = { readonly page: Page; readonly close: () => Promise<void> };

/** The app under test. `page` changes when it is started again. */
export type Waymark = {
  readonly vaultFolder: string;
  readonly page: () => Page;
  /** Closes the app and opens it again over the same vault, as on another day. */
  readonly restart: () => Promise<Page>;
  /** Closes the app, lets something else have the vault, and opens it again. */
  readonly whileClosed: (work: (vaultFolder: string) => Promise<void>) => Promise<Page>;
  /** Kills the app without warning, then opens it again. */
  readonly crash: () => Promise<Page>;
  /** Lets one expected console error through, for tests of refusals. */
  readonly allow: (pattern: RegExp) => void;
};

const inElectron = process.env.WAYMARK_E2E_HOST === 'electron';
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

async function openInElectron(vaultFolder: string): Promise<Running & { readonly kill: () => void }> {
  const app = await _electron.launch({
    args: ['.'],
    env: { ...process.env, WAYMARK_VAULT: join(vaultFolder, 'vault') } as Record<string, string>,
  });
  return {
    page: await app.firstWindow(),
    close: () => app.close(),
    kill: () => app.process().kill('SIGKILL'),
  };
}

/** Undefined where the app brings its own. */
type Chrome = Browser | undefined;

/** One app over an empty vault of its own, for as long as `use` takes; no console error may be left at its end. */
async function run(browser: Chrome, use: (waymark: Waymark) => Promise<void>): Promise<void> {
  const vaultFolder = await mkdtemp(join(tmpdir(), 'waymark-e2e-'));
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  let stop: (signal?: NodeJS.Signals) => Promise<void> = async () => undefined;
  let page: Page;

  const watch = (next: Page) => {
    next.on('console', (message) => {
      if (message.type() === 'error' || /content security policy/i.test(message.text()))
        faults.push(message.text());
    });
    next.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    return next;
  };
  const start = async (): Promise<Page> => {
    if (browser === undefined) {
      const running = await openInElectron(vaultFolder);
      stop = async (signal) => (signal === 'SIGKILL' ? running.kill() : running.close());
      return watch(running.page);
    }
    const host = await startHeadless(join(vaultFolder, 'vault'));
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    const next = watch(await context.newPage());
    await next.goto(host.address);
    stop = async (signal) => {
      await context.close();
      await host.stop(signal);
    };
    return next;
  };

  page = await start();
  const again = async (signal?: NodeJS.Signals) => {
    await stop(signal);
    page = await start();
    return page;
  };
  await use({
    vaultFolder: join(vaultFolder, 'vault'),
    page: () => page,
    restart: () => again(),
    whileClosed: async (work) => {
      await stop();
      await work(join(vaultFolder, 'vault'));
      page = await start();
      return page;
    },
    crash: () => again('SIGKILL'),
    allow: (pattern) => allowed.push(pattern),
  });
  await stop();
  await rm(vaultFolder, { recursive: true, force: true });
  expect(
    faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
    'console errors',
  ).toEqual([]);
}

/** The browser is started once for all tests of a worker; what one test did in it is gone with its context. */
async function withChrome(use: (chrome: Chrome) => Promise<void>): Promise<void> {
  if (inElectron) return use(undefined);
  const chrome = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  await use(chrome);
  await chrome.close();
}

/** `other`: a second person, with an app and a vault of their own. */
export const test = base.extend<{ waymark: Waymark; other: Waymark }, { chrome: Chrome }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  chrome: [async ({}, use) => withChrome(use), { scope: 'worker' }],
  waymark: async ({ chrome }, use) => run(chrome, use),
  other: async ({ chrome }, use) => run(chrome, use),
});
export { expect };
