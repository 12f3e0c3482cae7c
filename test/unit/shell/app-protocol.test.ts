import { expect, it } from 'vitest';
import { registerAppScheme, serveApp } from '#electron/shell/app-protocol.ts';
import { fakeElectron, fakeSession } from '#test/support/fake-electron.ts';

function served() {
  const seen: Request[] = [];
  const { session, given } = fakeSession();
  serveApp(session.protocol, async (request) => {
    seen.push(request);
    return new Response('from the door', { status: 201 });
  });
  if (given.protocol === undefined) throw new Error('nothing handles the protocol');
  return { seen, scheme: given.scheme, handle: given.protocol };
}

it('is a standard, secure origin with fetch and streams, and nothing more', () => {
  const { parts, schemes } = fakeElectron();
  registerAppScheme(parts.protocol);
  expect(schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
});

it('passes requests to the door as they are', async () => {
  const { seen, scheme, handle } = served();
  expect(scheme).toBe('app');
  const request = new Request('app://bundle/rpc/app/status', { method: 'POST', body: '{}' });
  const response = await handle(request);
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('from the door');
  expect(seen).toEqual([request]);
});

it.each(['app://other/', 'app://bundle.example/', 'app://x@bundle/', 'app:bundle', 'app://bundle:8080/'])(
  'knows no other host: %s',
  async (address) => {
    const { seen, handle } = served();
    // The engine makes these requests itself; `Request` would refuse to hold some of the addresses.
    const response = await handle({ url: address } as Request);
    expect(response.status).toBe(404);
    expect(seen).toEqual([]);
  },
);
