import type { Page, Request, Response } from '@playwright/test';
import { type Attempt, attempts } from './policy-attempts.ts';
import { openReviewPath, settled, signedReviewPath, visit } from './screens.ts';
import { openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

// Many screens in one go; a slow machine may take its time.
test.describe.configure({ timeout: 240_000 });

type Watched = { refusals: string[]; tried: boolean };

/** Makes an attempt in the page and waits until the policy has said why it refuses it. */
async function expectRefused(page: Page, { what, run, refusedBy }: Attempt): Promise<void> {
  await page.evaluate(() => Object.assign(window, { refusals: [], tried: false }));
  // From a timer: the policy on making code from text does not bind what the debugger runs itself.
  await page.evaluate(`setTimeout(async () => {
    try { await (${run.toString()})(); } catch (refusal) { window.refusals.push(refusal.message); }
    window.tried = true;
  })`);
  await page.waitForFunction(() => (window as unknown as Watched).tried);
  const refusals = () => page.evaluate(() => (window as unknown as Watched).refusals.join('\n'));
  await expect.poll(refusals, { message: what, timeout: 3_000 }).toMatch(refusedBy);
  expect(await isHurt(page), what).toBe(false);
}

const isHurt = (page: Page) => page.evaluate(() => 'hurt' in window);

test('the page refuses whatever a file or a text could smuggle in', async ({ waymark }) => {
  // Each refusal is reported on the console, as it should be.
  waymark.allow(/Content Security Policy|This document requires 'Trusted|does not accept TrustedString/);
  const page = waymark.page();
  await settled(page);
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      (window as unknown as Watched).refusals.push(effectiveDirective),
    ),
  );
  for (const attempt of attempts) await expectRefused(page, attempt);
});

test('script written into the page itself does not run', async ({ waymark }) => {
  waymark.allow(/Content Security Policy/i);
  const page = waymark.page();
  await settled(page);
  const smuggled = '<script>window.hurt = true</script><img alt="" src="/none" onerror="window.hurt = true">';
  await page.route(new URL('/', page.url()).href, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<body>', `<body>${smuggled}`);
    expect(body).toContain(smuggled);
    await route.fulfill({ response, body });
  });
  waymark.allow(/Failed to load resource/);
  await page.reload();
  await settled(page);
  expect(await isHurt(page)).toBe(false);
});

const secret = 'Unmistakable words about a patient';

/** Through every kind of screen, writing, keeping a file, saving a report and checking one. */
async function walk(page: Page): Promise<void> {
  await openSample(page);
  await visit(page, '/evidence/new?type=reflection&capability=G4');
  await page.getByRole('textbox', { name: 'Title' }).fill(secret);
  await page.getByRole('textbox', { name: 'Date' }).fill('05/03/2026');
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: `${secret}.csv`, mimeType: 'text/csv', buffer: Buffer.from('a,b\r\n') });
  await expect(page.getByRole('button', { name: `Remove ${secret}.csv` })).toBeVisible();
  await expect(page.getByRole('main').getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await visit(page, '/evidence');
  await page.getByRole('textbox', { name: 'Search' }).fill(secret);
  await expect(page.getByRole('grid').getByRole('link', { name: secret })).toBeVisible();
  await page.getByRole('grid').getByRole('link', { name: secret }).click();
  await settled(page);
  for (const path of ['/coverage', '/coverage/G4', '/', '/settings?tab=data', '/reviews/new'])
    await visit(page, path);
  const review = await openReviewPath(page);
  for (const step of ['judgements', 'progress', 'actions', 'outcome', 'sign'])
    await visit(page, `${review}?step=${step}`);
  await visit(page, await signedReviewPath(page));
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save the signed report/ }).click();
  const report = await (await downloading).path();
  await visit(page, '/verify');
  await page.getByTestId('file-input').setInputFiles(report);
  await expect(page.getByText(/unchanged since/i).first()).toBeVisible();
}

const headers = {
  'content-security-policy': /default-src 'none'; script-src 'self';.*require-trusted-types-for 'script'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'cache-control': /^no-store$/,
} as const;

function expectHeaders(responses: readonly Response[]): void {
  expect(responses.length).toBeGreaterThan(50);
  for (const response of responses) {
    const found = response.headers();
    const path = new URL(response.url()).pathname;
    expect(found['set-cookie'], path).toBeUndefined();
    expect(found['content-security-policy'], path).not.toContain('unsafe');
    for (const [name, value] of Object.entries(headers))
      expect(found[name], `${name} of ${path}`).toMatch(value);
  }
}

/** Everything a page can leave behind in a browser's profile. */
const leftBehind = (page: Page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

test('nothing goes elsewhere, and nothing of the evidence stays in the browser', async ({ waymark }) => {
  const page = waymark.page();
  const home = new URL('/', page.url()).href;
  const requests: Request[] = [];
  const responses: Response[] = [];
  page.context().on('request', (request) => requests.push(request));
  page.context().on('response', (response) => responses.push(response));
  await walk(page);

  const elsewhere = requests.map((request) => request.url()).filter((url) => !url.startsWith(home));
  // The saved report is handed to the browser from the page's own memory.
  expect(elsewhere.filter((url) => !url.startsWith(`blob:${home}`))).toEqual([]);
  expect(
    requests.map((request) => request.url()).filter((url) => decodeURIComponent(url).includes(secret)),
  ).toEqual([]);
  expectHeaders(responses.filter((response) => response.url().startsWith(home)));

  const left = await leftBehind(page);
  expect(await page.context().cookies()).toEqual([]);
  expect(left).toMatchObject({ cookie: '', databases: [], caches: [], workers: 0 });
  const kept = JSON.stringify([left.local, left.session]);
  for (const words of [secret, 'Sample Doctor', 'Sample Chair', 'sample passphrase'])
    expect(kept).not.toContain(words);
  expect(Object.keys(left.local).filter((key) => !/^(waymark|mantine)/.test(key))).toEqual([]);
});
