import type { Page } from '@playwright/test';
import { expect } from './waymark.ts';

/** Waits until a screen has its heading and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Opens a screen by its address, as a bookmark would. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await settled(page);
}

type Router = {
  readonly history: { readonly push: (path: string) => void };
  readonly subscribe: (event: 'onResolved', listener: () => void) => () => void;
};

/**
 * Goes to a screen within the page that is open, as a link there does: a tenth of what loading its address costs. For
 * looking at many screens one after the other; nothing may be unsaved on the present one.
 */
export async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    if (`${location.pathname}${location.search}` === to) return;
    const { __TSR_ROUTER__: router } = window as unknown as { readonly __TSR_ROUTER__: Router };
    await new Promise<void>((resolve) => {
      const leave = router.subscribe('onResolved', () => {
        leave();
        resolve();
      });
      router.history.push(to);
    });
  }, path);
  await settled(page);
}

/** The address of the sample's review that is still to be held. */
export async function openReviewPath(page: Page): Promise<string> {
  await visit(page, '/reviews');
  const link = page.getByRole('region', { name: 'Next' }).getByRole('link', { name: /^Review of/ });
  return (await link.getAttribute('href')) ?? '';
}

/** The address of the sample's review that was signed. */
export async function signedReviewPath(page: Page): Promise<string> {
  await visit(page, '/reviews');
  const link = page.getByRole('region', { name: 'Past' }).getByRole('link', { name: /^Review of/ });
  return (await link.getAttribute('href')) ?? '';
}
