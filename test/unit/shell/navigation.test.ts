import { expect, it } from 'vitest';
import { confineToApp } from '#electron/shell/navigation.ts';
import { fakeContents, preventable } from '#test/support/fake-electron.ts';

const elsewhere = [
  'https://example.com/',
  'file:///etc/passwd',
  'app://other/',
  'app://bundle.example/',
  'app://user@bundle/',
  'http://bundle/',
  'data:text/html,x',
  'javascript:1',
  'about:blank',
  'not an address',
];

function confined() {
  const offered: string[] = [];
  const fake = fakeContents();
  confineToApp(fake.contents, (address) => offered.push(address));
  const tried = (event: string, params: object) => {
    const details = preventable(params);
    expect(fake.contents.emit(event, details), `nobody listens to ${event}`).toBe(true);
    return details.defaultPrevented;
  };
  return { ...fake, offered, tried };
}

it.each(elsewhere)('refuses to navigate to %s', (url) => {
  const { tried } = confined();
  expect(tried('will-navigate', { url })).toBe(true);
  expect(tried('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  expect(tried('will-redirect', { url })).toBe(true);
});

it('lets the page load itself again, in its own frame only', () => {
  const { tried } = confined();
  const url = 'app://bundle/portfolio';
  expect(tried('will-navigate', { url })).toBe(false);
  expect(tried('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
  expect(tried('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  expect(tried('will-redirect', { url })).toBe(true);
});

it('attaches no embedded view', () => {
  expect(confined().tried('will-attach-webview', {})).toBe(true);
});

it('opens no window; the address is offered instead', () => {
  const { given, offered } = confined();
  for (const url of [...elsewhere, 'app://bundle/']) {
    const details = { url } as Electron.HandlerDetails;
    expect(given.windowOpen?.(details)).toEqual({ action: 'deny' });
  }
  expect(offered).toHaveLength(elsewhere.length + 1);
});
