import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DoorHost, hosts } from '#test/support/door-hosts.ts';
import { fakeServices, lockedStatus } from '#test/support/door-services.ts';

const directives = (answer: Response): ReadonlyMap<string, string> =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split('; ').map((text) => {
      const [name = '', ...values] = text.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );
const nonceOf = (answer: Response) =>
  /'nonce-([^']+)'/.exec(directives(answer).get('style-src') ?? '')?.[1] ?? '';

describe.each(hosts)('headers %s', (_, start) => {
  let host: DoorHost;
  beforeAll(async () => {
    const blobs = {
      read: async () => {
        throw new Error('no blobs today');
      },
    };
    host = await start({ services: fakeServices({ app: { status: async () => lockedStatus } }), blobs });
  });
  afterAll(() => host.close());

  const json = { 'content-type': 'application/json' };
  const blob = `/blobs/3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11/${'a'.repeat(64)}`;
  it.each<readonly [string, string, number, RequestInit]>([
    ['the page', '/', 200, {}],
    ['a script', '/assets/index-B1.js', 200, {}],
    ['a missing file', '/nothing.js', 404, {}],
    ['a call', '/rpc/app/status', 200, { method: 'POST', headers: json, body: '{}' }],
    ['a failed call', '/rpc/app/lock', 500, { method: 'POST', headers: json, body: '{}' }],
    ['a missing procedure', '/rpc/app/none', 404, { method: 'POST', headers: json, body: '{}' }],
    ['a wrong method', '/rpc/app/status', 405, {}],
    ['an upload', '/uploads', 200, { method: 'POST', headers: json, body: '{"size":1}' }],
    ['a bad upload', '/uploads', 400, { method: 'POST', headers: json, body: '{}' }],
    ['a blob that fails', blob, 500, {}],
  ])('are on %s', async (_name, path, status, init) => {
    const answer = await host.fetch(path, init);
    expect(answer.status).toBe(status);
    const policy = directives(answer);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    for (const name of ['access-control-allow-origin', 'set-cookie', 'server', 'x-powered-by']) {
      expect(answer.headers.get(name)).toBeNull();
    }
  });

  it('put the nonce of the policy into the page, and never the same twice', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => host.fetch('/')));
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const nonce = nonceOf(answer);
        const html = await answer.text();
        expect(html).toContain(`nonce="${nonce}"`);
        expect(html).not.toContain('__CSP_NONCE__');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(20);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').byteLength).toBe(16);
  });
});
