import type { App, BrowserWindow } from 'electron';

/**
 * One process owns a vault. A second launch brings the first window forward and ends.
 * @returns false in the second process, which must then do nothing more.
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on' | 'quit'>,
  window: () => Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'> | undefined,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', () => {
    const first = window();
    if (first === undefined) return;
    if (first.isMinimized()) first.restore();
    first.show();
    first.focus();
  });
  return true;
}
