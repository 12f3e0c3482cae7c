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
