import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GuardedHost, guardedHost } from '#test/support/door-guarded-host.ts';
import { call, goodHost, goodOrigin, json } from '#test/support/door-refusals.ts';

let guarded: GuardedHost;
beforeAll(async () => {
  guarded = await guardedHost();
});
afterAll(() => guarded.close());

describe('sessions', () => {
  const exchange = async (body: string, type = 'application/json') => {
    const answer = await fetch(`${guarded.host.origin}/session`, {
      method: 'POST',
      headers: { origin: guarded.host.origin, 'content-type': type },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, string>> };
  };
  const bootOf = (address: string) => new URL(address).hash.replace('#token=', '');
  const withToken = (token: string) => exchange(JSON.stringify({ token }));
  const callWith = async (token: string) =>
    (
      await guarded.ask(
        'POST',
        call,
        [goodHost, goodOrigin, ['Authorization', `Bearer ${token}`], json],
        '{}',
      )
    ).status;

  it('begin with a boot token that carries 256 bits, in the fragment', () => {
    const address = new URL(guarded.host.newAddress());
    expect([address.hostname, address.pathname, address.search]).toEqual(['127.0.0.1', '/', '']);
    expect(Buffer.from(bootOf(address.href), 'base64url').byteLength).toBe(32);
  });

  it('open once per boot token', async () => {
    const boot = bootOf(guarded.host.newAddress());
    const first = await withToken(boot);
    expect(first.status).toBe(200);
    expect(await callWith(first.body.session ?? '')).toBe(200);
    expect(await withToken(boot)).toEqual({ status: 401, body: { code: 'NO_SESSION' } });
    expect(await withToken(bootOf(guarded.host.address))).toMatchObject({ status: 401 });
  });

  it('stay apart: a further tab opens its own and the first goes on', async () => {
    const one = (await withToken(bootOf(guarded.host.newAddress()))).body.session ?? '';
    const two = (await withToken(bootOf(guarded.host.newAddress()))).body.session ?? '';
    expect(one).not.toBe(two);
    expect([await callWith(one), await callWith(two)]).toEqual([200, 200]);
  });

  it('do not open after a minute', async () => {
    const late = bootOf(guarded.host.newAddress());
    const inTime = bootOf(guarded.host.newAddress());
    guarded.wait(59_999);
    expect((await withToken(inTime)).status).toBe(200);
    guarded.wait(1);
    expect((await withToken(late)).status).toBe(401);
    guarded.wait(-60_000);
    expect((await withToken(late)).status).toBe(401);
  });

  it('do not take a boot token as a bearer, nor a session token as a boot token', async () => {
    const boot = bootOf(guarded.host.newAddress());
    expect(await callWith(boot)).toBe(401);
    const { session: token = '' } = (await withToken(boot)).body;
    expect((await withToken(token)).status).toBe(401);
    expect(await callWith(boot)).toBe(401);
    expect(await callWith(token)).toBe(200);
  });

  it.each([
    '{}',
    '{"token":1}',
    '{"token":""}',
    '{"token":"x","more":1}',
    '[]',
    '',
    'token=x',
    '{"token":["a"]}',
  ])('do not open with %s', async (body) => expect((await exchange(body)).status).toBe(401));

  it('do not open with a form, which any page can post', async () => {
    const boot = bootOf(guarded.host.newAddress());
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await exchange(JSON.stringify({ token: boot }), type)).status).toBe(415);
    }
    expect((await exchange(JSON.stringify({ token: 'x'.repeat(5000) }))).status).toBe(413);
    expect((await withToken(boot)).status).toBe(200);
  });

  it('never come as a cookie', async () => {
    const answer = await fetch(`${guarded.host.origin}/session`, {
      method: 'POST',
      headers: { origin: guarded.host.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ token: bootOf(guarded.host.newAddress()) }),
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    await answer.text();
  });
});
