import { expect, it } from 'vitest';
import { openWindow } from '#electron/shell/window.ts';
import { windowOptions } from '#electron/shell/window-options.ts';
import { fakeElectron, fakeSession, fakeWindow, preventable } from '#test/support/fake-electron.ts';

const { session } = fakeSession();
const options = windowOptions(session, '/out/preload.cjs', false);

it('opens pages in the sandbox, isolated, without Node or embedded views', () => {
  expect(options.webPreferences).toEqual({
    session,
    preload: '/out/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  });
  expect(options.show).toBe(false);
  expect(options.minWidth).toBeLessThanOrEqual(640);
});

it('has a background of its theme', () => {
  expect(windowOptions(session, 'x', true).backgroundColor).not.toBe(options.backgroundColor);
});

function opened(button = 0) {
  const electron = fakeElectron();
  electron.answer.button = button;
  const fake = fakeWindow();
  openWindow({ create: () => fake.window, dialog: electron.parts.dialog }, options);
  return { ...fake, asked: electron.asked };
}

it('loads the app and appears when it has drawn', () => {
  const { window, calls } = opened();
  expect(calls).toEqual(['load app://bundle/']);
  window.emit('ready-to-show');
  expect(calls).toEqual(['load app://bundle/', 'show']);
});

it('keeps its title, so that no name reaches the task bar', () => {
  const { window } = opened();
  const event = preventable({});
  window.emit('page-title-updated', event, 'Dr Sample Doctor', true);
  expect(event.defaultPrevented).toBe(true);
});

it.each([
  [0, false],
  [1, true],
])('asks before unsaved words are lost (button %i)', (button, leaves) => {
  const { contents, asked } = opened(button);
  const event = preventable({});
  contents.emit('will-prevent-unload', event);
  expect(event.defaultPrevented).toBe(leaves);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
});

it('offers to open a page again that died, but not one that ended', async () => {
  const { contents, given, asked } = opened(0);
  contents.emit('render-process-gone', preventable({}), { reason: 'clean-exit', exitCode: 0 });
  expect(asked).toHaveLength(0);
  contents.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 5 });
  await Promise.resolve();
  expect(asked).toHaveLength(1);
  expect(given.reloads).toBe(1);
});
