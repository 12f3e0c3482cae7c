import type { App, BrowserWindow, Dialog, WebContents } from 'electron';
import { words } from './words.ts';

/** Awaits `close` (the vault's files released, scratch removed) before the process ends; it runs once. */
export function closeBeforeQuit(
  app: Pick<App, 'on' | 'exit' | 'quit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  close: () => Promise<void>,
): void {
  let closing = false;
  // On a Mac too: a window here is one open vault, and none may stay open without its window.
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    close().then(
      () => app.exit(0),
      () => {
        dialog.showErrorBox(words.cannotClose, words.cannotCloseAdvice);
        app.exit(1);
      },
    );
  });
}

/** A page that still has unsaved words refuses to unload; Electron would then stay open without saying why. */
export function askBeforeLosing(
  contents: Pick<WebContents, 'on'>,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  window: BrowserWindow,
): void {
  contents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: words.unsaved,
      detail: words.unsavedAdvice,
      buttons: [words.stay, words.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Here preventing means: leave although the page said no.
    if (answer === 1) event.preventDefault();
  });
}
