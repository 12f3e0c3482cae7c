import type { App, Session } from 'electron';
import { refuseBluetooth, refuseDevices } from './devices.ts';
import { askWhereToSave } from './downloads.ts';
import { confineToApp, type LinkOpener } from './navigation.ts';
import { blockNetwork, blockWebRtc } from './network.ts';
import { denyPermissions } from './permissions.ts';

/** Every policy of a session, applied to each the moment it is made: ours, and the default one nobody should use. */
export function guardSessions(app: Pick<App, 'on' | 'getPath' | 'isPackaged'>): void {
  app.on('session-created', (session: Session) => {
    denyPermissions(session);
    refuseDevices(session);
    blockNetwork(session, { developing: !app.isPackaged });
    askWhereToSave(session, app);
  });
}

/** Every policy of a page, applied to each the moment it is made, whoever makes it. */
export function guardPages(app: Pick<App, 'on'>, openLink: LinkOpener): void {
  app.on('web-contents-created', (_event, contents) => {
    confineToApp(contents, openLink);
    refuseBluetooth(contents);
    blockWebRtc(contents);
  });
}
