import type { Session } from 'electron';
import { isAppAddress } from './origin.ts';

/**
 * Electron approves every permission unless told otherwise. Waymark's page may put plain text on the clipboard
 * (copying a fingerprint or an address) and nothing else.
 */
const granted = (permission: string, askedFrom: string): boolean =>
  permission === 'clipboard-sanitized-write' && isAppAddress(askedFrom);

export function denyPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setBluetoothPairingHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(granted(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => granted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
}
