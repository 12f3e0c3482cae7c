import { describe, expect, it } from 'vitest';
import { closeBeforeQuit } from '#electron/shell/closing.ts';
import { claimSingleInstance } from '#electron/shell/single-instance.ts';
import { fakeElectron, fakeWindow, preventable } from '#test/support/fake-electron.ts';

describe('one process', () => {
  it('ends the second and starts nothing in it', () => {
    const { app, calls } = fakeElectron({ firstInstance: false });
    expect(claimSingleInstance(app, () => undefined)).toBe(false);
    expect(calls).toEqual(['requestSingleInstanceLock', 'quit']);
  });

  it('brings the first window forward when a second is started', () => {
    const { app, calls } = fakeElectron();
    const { window, calls: shown } = fakeWindow();
    expect(claimSingleInstance(app, () => window)).toBe(true);
    app.emit('second-instance', preventable({}), [], '/', {});
    expect(shown).toEqual(['restore', 'show', 'focus']);
    expect(calls).not.toContain('quit');
  });

  it('survives a second start while it has no window yet', () => {
    const { app } = fakeElectron();
    claimSingleInstance(app, () => undefined);
    expect(() => app.emit('second-instance', preventable({}), [], '/', {})).not.toThrow();
  });
});

describe('closing', () => {
  function closing(close: () => Promise<void>) {
    const { app, parts, calls } = fakeElectron();
    closeBeforeQuit(app, parts.dialog, close);
    const quit = () => {
      const event = preventable({});
      app.emit('will-quit', event);
      return event.defaultPrevented;
    };
    return { app, calls, quit };
  }

  it('quits when the last window closes', () => {
    const { app, calls } = closing(async () => undefined);
    app.emit('window-all-closed');
    expect(calls).toEqual(['quit']);
  });

  it('waits for the vault to close, once, and only then ends', async () => {
    let closes = 0;
    let closed = (): void => undefined;
    const { calls, quit } = closing(
      () =>
        new Promise((resolve) => {
          closes += 1;
          closed = resolve;
        }),
    );
    expect(quit()).toBe(true);
    expect(quit()).toBe(true);
    await Promise.resolve();
    expect(calls).toEqual([]);
    closed();
    await new Promise(setImmediate);
    expect(calls).toEqual(['exit 0']);
    expect(closes).toBe(1);
  });

  it('says so when the vault could not close', async () => {
    const { calls, quit } = closing(() => Promise.reject(new Error('disk')));
    quit();
    await new Promise(setImmediate);
    expect(calls).toEqual([expect.stringMatching(/^error box: /), 'exit 1']);
  });
});
