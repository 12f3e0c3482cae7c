import type { BrowserWindow, BrowserWindowConstructorOptions, Dialog } from 'electron';
import { askBeforeLosing } from './closing.ts';
import { appAddress } from './origin.ts';
import { words } from './words.ts';

export type WindowTools = {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showMessageBoxSync'>;
};

/** Opens the app's one window. It appears when its page has drawn, or failed to load and says so itself. */
export function openWindow(
  { create, dialog }: WindowTools,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = create(options);
  // Titles end up in task bars, switchers and screen shares: never a name or what is being written.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  askBeforeLosing(window.webContents, dialog, window);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void recover(dialog, window);
  });
  window.loadURL(appAddress).catch(() => window.show());
  return window;
}

/** The vault lives in the main process: a page that died is loaded again over it. */
async function recover(dialog: Pick<Dialog, 'showMessageBox'>, window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.pageGone,
    detail: words.pageGoneAdvice,
    buttons: [words.reload, words.close],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
