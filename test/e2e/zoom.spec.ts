import type { Page } from '@playwright/test';
import { openReviewPath, settled, signedReviewPath, turnTo, visit } from './screens.ts';
import { openSample, passphrase, setUp } from './steps.ts';
import { expect, test } from './waymark.ts';

// Many screens in one go; a slow machine may take its time.
test.describe.configure({ timeout: 360_000 });

/** A window of 1280 × 800 at 200 %, and at 400 %, which is what reflow asks for. */
const at200 = { width: 640, height: 400 };
const at400 = { width: 320, height: 256 };

const settingsTabs = [
  'profile',
  'portfolio',
  'outcomes',
  'security',
  'signing',
  'backups',
  'data',
  'appearance',
];
const nobody = '00000000-0000-4000-8000-000000000000';

/** How far the page is wider than its window, and what sticks out. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.querySelectorAll('main *, header *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .map((element) => `${element.localName}.${element.className} ${element.textContent?.slice(0, 30)}`)
      .slice(0, 5)
      .concat(`${root.scrollWidth} > ${root.clientWidth}`);
  });

async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  for (const size of [at200, at400]) {
    await page.setViewportSize(size);
    expect(await overflow(page), `${screen} at ${size.width} px`).toEqual([]);
  }
  await page.setViewportSize(at200);
}

/** What of the focused element is covered by something else: a bar that stays, mostly. Empty when nothing is. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return '';
    const own = active.getBoundingClientRect();
    // Switches and radio buttons lie invisible beside what stands for them.
    const label = (active as HTMLInputElement).labels?.[0];
    const shown = own.width * own.height < 16 && label !== undefined && label !== null ? label : active;
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
    const middle = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
    const named = `${active.localName} ${active.getAttribute('aria-label') ?? active.id} ${active.textContent?.slice(0, 30)}`;
    const there = document.elementFromPoint(x, middle);
    if (there === null) return `${named} is off the screen`;
    const clear =
      shown.contains(there) || there.contains(shown) || there.closest('label')?.control === active;
    return clear ? '' : `${named} is behind ${there.localName}.${there.className}`;
  });

/** Goes through a screen with Tab and collects what had the focus without being seen. */
async function coveredOn(page: Page, path: string, most: number): Promise<readonly string[]> {
  await visit(page, path);
  const found: string[] = [];
  for (const key of ['Tab', 'Shift+Tab'])
    for (let presses = 0; presses < most; presses += 1) {
      await page.keyboard.press(key);
      const what = await covered(page);
      if (what !== '') found.push(`${key}: ${what}`);
    }
  return [...new Set(found)];
}

test('no screen scrolls sideways at 200 % or 400 %', async ({ waymark }) => {
  waymark.allow(/status of 404/);
  const page = waymark.page();
  await openSample(page);
  const review = await openReviewPath(page);
  const signed = await signedReviewPath(page);
  await visit(page, '/evidence');
  const item = (await page.getByRole('grid').getByRole('link').first().getAttribute('href')) ?? '';
  const screens = [
    '/',
    '/evidence',
    '/evidence?trash=true',
    '/evidence?group=capability',
    item,
    '/evidence/new',
    '/evidence/new?type=audit&capability=G4',
    '/coverage',
    '/coverage/IM2',
    '/coverage?view=next',
    '/coverage?view=ageing',
    '/coverage?view=pace',
    '/coverage?measure=inWindow&of=IM1',
    '/cv',
    '/cv?preview=true',
    '/timeline',
    '/timeline?show=tables&zoom=months',
    '/reviews',
    '/drafts',
    '/add-files',
    '/import',
    '/submission',
    '/submission/answer',
    '/verifiers',
    '/referees',
    '/guidance',
    '/guidance/blank/edit',
    '/guidance/paediatrics/change',
    '/reviews/new',
    `${review}/plan`,
    ...['judgements', 'progress', 'actions', 'outcome', 'sign'].map((step) => `${review}?step=${step}`),
    signed,
    '/send',
    '/receive',
    '/people',
    '/people/new',
    '/activity',
    '/conflicts',
    '/restore',
    '/verify',
    '/portfolio/new',
    ...settingsTabs.map((tab) => `/settings?tab=${tab}`),
    '/no/such/page',
    `/reviews/${nobody}`,
    `/evidence/${nobody}`,
  ];
  await page.setViewportSize(at200);
  for (const path of screens) {
    await turnTo(page, path);
    await expectNoSidewaysScroll(page, path);
  }
  await visit(page, '/portfolio/new');
  await page.getByRole('radio', { name: 'Emergency medicine' }).check();
  await expectNoSidewaysScroll(page, 'a pack chosen');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Go to, or do' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'the command palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'the list of shortcuts');
});

test('the first screens fit, and everything is reached through the menu', async ({ waymark }) => {
  let page = waymark.page();
  await page.setViewportSize(at200);
  await settled(page);
  await expectNoSidewaysScroll(page, 'welcome');
  await page.getByRole('button', { name: 'Set up Waymark' }).click();
  await expectNoSidewaysScroll(page, 'set-up');
  await page.getByRole('button', { name: 'Back' }).click();
  await setUp(page);
  page = await waymark.restart();
  await page.setViewportSize(at200);
  await settled(page);
  await expectNoSidewaysScroll(page, 'unlock');
  await page.getByRole('button', { name: 'Forgotten it? Use your recovery code' }).click();
  await expectNoSidewaysScroll(page, 'using the recovery code');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open the menu' })).toBeVisible();
  for (const [name, heading] of [
    ['Settings', 'Settings'],
    ['Verify', 'Verify a report'],
    ['Home', 'Home'],
  ] as const) {
    await page.getByRole('button', { name: 'Open the menu' }).click();
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
    await expect(link).not.toBeInViewport();
  }
});

for (const [name, size] of [
  ['200 %', at200],
  ['100 %', { width: 1280, height: 800 }],
] as const)
  test(`nothing that has the focus is behind a bar at ${name}`, async ({ waymark }) => {
    const page = waymark.page();
    await openSample(page);
    const review = await openReviewPath(page);
    await page.setViewportSize(size);
    expect(await coveredOn(page, '/evidence/new?type=audit&capability=G4', 45), 'the form').toEqual([]);
    expect(await coveredOn(page, '/evidence', 25), 'the list').toEqual([]);
    expect(await coveredOn(page, '/coverage/IM2', 40), 'the map').toEqual([]);
    expect(await coveredOn(page, '/reviews/new', 40), 'the plan').toEqual([]);
    expect(await coveredOn(page, '/settings?tab=outcomes', 30), 'the outcomes').toEqual([]);
    for (const step of ['judgements', 'actions', 'outcome'])
      expect(await coveredOn(page, `${review}?step=${step}`, 35), step).toEqual([]);
  });
