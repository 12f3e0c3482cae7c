import { describe, expect, it } from 'vitest';
import { startDesktop } from '#electron/shell/start-desktop.ts';
import { menuChannel } from '#shared/contract/bridge.ts';
import { type FakeElectron, fakeElectron, fakeSession, preventable } from '#test/support/fake-electron.ts';

const noApp = {
  door: async () => new Response('page'),
  lock: async () => undefined,
  close: async () => undefined,
};

async function started(
  electron: FakeElectron = fakeElectron(),
  openApp: Parameters<typeof startDesktop>[0]['openApp'] = async () => noApp,
) {
  const done = startDesktop({
    electron: electron.parts,
    platform: 'linux',
    engineFolder: '/data/engine',
    preload: '/out/preload.cjs',
    openApp,
  });
  const before = [...electron.calls];
  electron.ready();
  await done;
  const window = electron.windows[0];
  return { electron, before, window };
}

describe('starting the desktop', () => {
  it('does what must precede readiness at once', async () => {
    const { before } = await started();
    expect(before).toEqual([
      'enableSandbox',
      'switch host-resolver-rules=MAP * ~NOTFOUND',
      'switch disable-background-networking',
      'switch disable-component-update',
      'switch disable-domain-reliability',
      'switch no-pings',
      'setPath userData=/data/engine',
      'requestSingleInstanceLock',
      'registerSchemes',
    ]);
  });

  it('leaves the engine’s folder to the command line when it names one', async () => {
    const { before } = await started(fakeElectron({ switches: ['user-data-dir'] }));
    expect(before.some((call) => call.startsWith('setPath'))).toBe(false);
  });

  it('opens one window over the app in a session that is not kept on disk', async () => {
    const { electron, window } = await started();
    expect(electron.windows).toHaveLength(1);
    expect(window?.calls).toEqual(['load app://bundle/']);
    const [[name, ours] = ['', undefined]] = [...electron.sessions];
    expect(electron.sessions.size).toBe(1);
    expect(name.startsWith('persist:')).toBe(false);
    expect(window?.options.webPreferences?.session).toBe(ours?.session);
    const page = await ours?.given.protocol?.(new Request('app://bundle/'));
    expect(await page?.text()).toBe('page');
  });

  it('guards its own session and every other one', async () => {
    const { electron } = await started();
    const other = fakeSession();
    electron.app.emit('session-created', other.session);
    for (const { given, session } of [...electron.sessions.values(), other]) {
      expect(Object.keys(given)).toEqual(
        expect.arrayContaining([
          'permissionRequest',
          'permissionCheck',
          'device',
          'displayMedia',
          'bluetooth',
        ]),
      );
      expect(given.beforeRequest).toBeTypeOf('function');
      expect(given.spellChecker).toBe(false);
      expect(session.listenerCount('will-download')).toBe(1);
    }
  });

  it('guards its page before loading it', async () => {
    const { window } = await started();
    const event = preventable({ url: 'https://example.com/' });
    window?.contents.emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(true);
    expect(window?.given.webRtc).toBe('disable_non_proxied_udp');
  });

  it('offers a link from the page to the browser, after asking', async () => {
    const electron = fakeElectron();
    electron.answer.button = 1;
    const { window } = await started(electron);
    window?.given.windowOpen?.({ url: 'https://www.gmc-uk.org/' } as Electron.HandlerDetails);
    await new Promise(setImmediate);
    expect(electron.opened).toEqual(['https://www.gmc-uk.org/']);
  });

  it('sends the menu’s commands to the page', async () => {
    const { electron, window } = await started();
    const [file] = electron.menus[0] ?? [];
    const [first] = Array.isArray(file?.submenu) ? file.submenu : [];
    (first?.click as (() => void) | undefined)?.();
    expect(window?.sent).toEqual([[menuChannel, 'add-evidence']]);
  });

  it('tells the page to lock when the computer sleeps', async () => {
    const { electron, window } = await started();
    electron.power.emit('suspend');
    expect(window?.sent).toEqual([[menuChannel, 'lock']]);
  });

  it('accepts no bad certificate, login or client certificate for anybody', async () => {
    const { electron, window } = await started();
    for (const name of ['certificate-error', 'login', 'select-client-certificate']) {
      expect(electron.app.listenerCount(name), name).toBe(0);
      expect(window?.contents.listenerCount(name), name).toBe(0);
    }
  });

  it('opens nothing in a second process', async () => {
    let opened = 0;
    const electron = fakeElectron({ firstInstance: false });
    await started(electron, async () => {
      opened += 1;
      return noApp;
    });
    expect(opened).toBe(0);
    expect(electron.windows).toEqual([]);
    expect(electron.schemes).toEqual([]);
  });

  it('says so and ends when the app cannot open', async () => {
    const electron = fakeElectron();
    await started(electron, () => Promise.reject(new Error('no fonts')));
    expect(electron.windows).toEqual([]);
    expect(electron.calls.slice(-2)).toEqual(['error box: Waymark could not start', 'exit 1']);
  });
});
