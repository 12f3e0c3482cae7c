import path from 'node:path';
import type { App, Session } from 'electron';
import { isAppAddress, isAppBlob } from './origin.ts';

/**
 * Saving is a download: the person chooses where in the system's own dialog, every time. Nothing is ever opened
 * after it is saved, and nothing that did not come from the app is saved.
 */
export function askWhereToSave(session: Pick<Session, 'on'>, app: Pick<App, 'getPath'>): void {
  session.on('will-download', (event, item) => {
    const address = item.getURL();
    if (!isAppAddress(address) && !isAppBlob(address)) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({
      defaultPath: path.join(app.getPath('downloads'), path.basename(item.getFilename())),
    });
  });
}
