import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const patienceMs = 60_000;

/** The address of the program's debugging port: Chromium's own, as the fuses forbid Node's. */
async function debuggingAddress(child) {
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`the program ended before it opened (exit ${child.exitCode})`);
}

/**
 * Starts a packaged program over an empty vault, as a user would on the first day, and waits for its first screen.
 * @returns the text of the screen's heading
 */
export async function openPackaged(program, args = [], address = 'app://bundle/') {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-packaged-'));
  const child = spawn(
    program,
    ['--remote-debugging-port=0', `--user-data-dir=${join(folder, 'engine')}`, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, WAYMARK_VAULT: join(folder, 'vault') },
      timeout: 2 * patienceMs,
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child), { timeout: patienceMs });
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: patienceMs }));
    await page.waitForURL((url) => url.href.startsWith(address), { timeout: patienceMs });
    const heading = page.getByRole('heading').first();
    await heading.waitFor({ timeout: patienceMs });
    return await heading.textContent();
  } finally {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const program = process.argv[2];
  if (program === undefined) throw new Error('usage: node build/open-packaged.mjs PROGRAM');
  console.log(`The packaged app opened: "${await openPackaged(program)}"`);
}
