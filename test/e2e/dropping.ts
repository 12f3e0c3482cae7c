import type { Page } from '@playwright/test';

/** Drops files where a person would let go of them. */
export async function drop(
  page: Page,
  on: string,
  files: readonly { readonly name: string; readonly text: string }[],
) {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent(on, 'dragenter', { dataTransfer: data });
  await page.dispatchEvent(on, 'drop', { dataTransfer: data });
}
