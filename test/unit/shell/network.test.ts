import { describe, expect, it } from 'vitest';
import { blockNetwork, blockWebRtc } from '#electron/shell/network.ts';
import { fakeContents, fakeSession } from '#test/support/fake-electron.ts';

function cancels(url: string, developing = false): boolean | undefined {
  const { session, given } = fakeSession();
  blockNetwork(session, { developing });
  const answers: Electron.CallbackResponse[] = [];
  given.beforeRequest?.({ url } as Electron.OnBeforeRequestListenerDetails, (answer) => answers.push(answer));
  expect(answers).toHaveLength(1);
  expect(answers[0]?.redirectURL).toBeUndefined();
  return answers[0]?.cancel;
}

describe('the network', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'http://localhost/',
    'ws://127.0.0.1/',
    'wss://example.com/',
    'file:///etc/passwd',
    'file://server/share',
    'ftp://example.com/',
    'chrome-extension://abc/x.js',
    'devtools://devtools/bundled/x.html',
    'data:text/html,x',
    'blob:https://example.com/1',
    'blob:app://other/1',
    'app://other/',
    'app://bundle.example.com/',
    'app://bundle@example.com/',
    'https://redirector.gvt1.com/edgedl/chrome/dict/en-gb-9-0.bdic',
    'nonsense',
    '',
  ])('is out of reach: %j', (url) => {
    expect(cancels(url)).toBe(true);
  });

  it.each([
    'app://bundle/',
    'app://bundle/rpc/app/status',
    'app://bundle/assets/a.js?x=1',
    'blob:app://bundle/0-1',
  ])('is not needed for the app itself: %s', (url) => {
    expect(cancels(url)).toBe(false);
  });

  it('lets developer tools load only while developing', () => {
    expect(cancels('devtools://devtools/bundled/x.html', true)).toBe(false);
    expect(cancels('devtools://elsewhere/', true)).toBe(true);
    expect(cancels('https://example.com/', true)).toBe(true);
  });

  it('is not used for spelling dictionaries or by WebRTC', () => {
    const { session, given } = fakeSession();
    blockNetwork(session, { developing: false });
    expect(given.spellChecker).toBe(false);
    const page = fakeContents();
    blockWebRtc(page.contents);
    expect(page.given.webRtc).toBe('disable_non_proxied_udp');
  });
});
