import { describe, expect, it } from 'vitest';
import { refuseBluetooth, refuseDevices } from '#electron/shell/devices.ts';
import { denyPermissions } from '#electron/shell/permissions.ts';
import { permissionNames } from '#test/support/electron-types.ts';
import { fakeContents, fakeSession, preventable } from '#test/support/fake-electron.ts';

const requested = permissionNames('setPermissionRequestHandler');
const checked = permissionNames('setPermissionCheckHandler');
const allowed = 'clipboard-sanitized-write';

function guarded() {
  const { session, given } = fakeSession();
  denyPermissions(session);
  refuseDevices(session);
  const { permissionRequest, permissionCheck } = given;
  if (permissionRequest === undefined || permissionCheck === undefined)
    throw new Error('no handlers were set');
  const request = (name: string, requestingUrl: string) => {
    const answers: boolean[] = [];
    permissionRequest(
      fakeContents().contents,
      name as Parameters<typeof permissionRequest>[1],
      (granted) => answers.push(granted),
      { isMainFrame: true, requestingUrl },
    );
    return answers;
  };
  const check = (name: string, origin: string) =>
    permissionCheck(null, name as Parameters<typeof permissionCheck>[1], origin, {
      isMainFrame: true,
    } as Parameters<typeof permissionCheck>[3]);
  return { session, given, request, check };
}

describe('permissions', () => {
  it('are all known from Electron’s own types', () => {
    for (const names of [requested, checked]) {
      expect(names.length).toBeGreaterThan(20);
      expect(names).toEqual(expect.arrayContaining(['geolocation', 'media', 'notifications', allowed]));
    }
  });
  it.each(requested.filter((name) => name !== allowed))('%s is denied when requested', (name) => {
    expect(guarded().request(name, 'app://bundle/')).toEqual([false]);
  });
  it.each(checked.filter((name) => name !== allowed))('%s is denied when checked', (name) => {
    expect(guarded().check(name, 'app://bundle')).toBe(false);
  });
  it('lets the app’s own page put text on the clipboard, and nobody else', () => {
    const { request, check } = guarded();
    expect(request(allowed, 'app://bundle/verify')).toEqual([true]);
    expect(check(allowed, 'app://bundle')).toBe(true);
    for (const stranger of ['https://example.com/', 'app://other/', 'null', '']) {
      expect(request(allowed, stranger)).toEqual([false]);
      expect(check(allowed, stranger)).toBe(false);
    }
  });
});

describe('devices', () => {
  it('are denied, paired and captured never', () => {
    const { given } = guarded();
    const details = {
      deviceType: 'hid',
      origin: 'app://bundle',
    } as Electron.DevicePermissionHandlerHandlerDetails;
    expect(given.device?.(details)).toBe(false);
    const answers: unknown[] = [];
    given.displayMedia?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, (streams) =>
      answers.push(streams),
    );
    given.bluetooth?.({} as Electron.BluetoothPairingHandlerHandlerDetails, (answer) => answers.push(answer));
    expect(answers).toEqual([null, { confirmed: false }]);
  });
  it('are never chosen for the page', () => {
    const { session } = guarded();
    const { contents } = fakeContents();
    refuseBluetooth(contents);
    const chosen: unknown[] = [];
    const choose = (id?: string | null) => chosen.push(id);
    const events = [
      [session, 'select-hid-device', [{}, choose], null],
      [session, 'select-usb-device', [{}, choose], undefined],
      [session, 'select-serial-port', [[], contents, choose], ''],
      [contents, 'select-bluetooth-device', [[], choose], ''],
    ] as const;
    for (const [source, name, args, none] of events) {
      const event = preventable({});
      source.emit(name, event, ...args);
      expect(event.defaultPrevented, name).toBe(true);
      expect(chosen.splice(0), name).toEqual([none]);
    }
  });
});
