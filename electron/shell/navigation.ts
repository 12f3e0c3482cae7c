import type { WebContents } from 'electron';
import { isAppAddress } from './origin.ts';

/** What an address clicked in the page is offered to, once it may not open here. */
export type LinkOpener = (address: string) => void;

/**
 * The page never leaves itself: no navigation, redirect, new window, frame elsewhere or embedded view
 * (Electron's security checklist, items 12 to 14). A link meant for a new window is offered to the person's browser.
 */
export function confineToApp(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  openLink: LinkOpener,
): void {
  // Reloading the app's own page is a navigation too, and the only one there is.
  contents.on('will-navigate', (details) => {
    if (!isAppAddress(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppAddress(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
