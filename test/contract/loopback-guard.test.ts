import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GuardedHost, guardedHost } from '#test/support/door-guarded-host.ts';
import {
  blob,
  call,
  goodHost,
  goodOrigin,
  goodSite,
  json,
  refused,
  session,
  ticketed,
} from '#test/support/door-refusals.ts';
import { type Header, rawHead, rawRequest } from '#test/support/door-socket.ts';
import { secret } from '#test/support/door-statics.ts';
import { traversals } from '#test/support/door-traversals.ts';

let guarded: GuardedHost;
beforeAll(async () => {
  guarded = await guardedHost();
});
afterAll(() => guarded.close());

describe('what our own page asks', () => {
  it.each<readonly [string, string, readonly Header[], string, number]>([
    ['GET', '/', [goodHost], '', 200],
    ['GET', '/', [goodHost, ['Sec-Fetch-Site', 'none'], ['Sec-Fetch-Mode', 'navigate']], '', 200],
    ['GET', '/assets/index-B1.js', [goodHost, goodSite], '', 200],
    ['HEAD', '/assets/index-B1.js', [goodHost, goodOrigin, goodSite], '', 200],
    ['POST', call, [goodHost, goodOrigin, goodSite, session, json], '{}', 200],
    ['POST', call, [goodHost, goodOrigin, session, json], '{}', 200],
    ['POST', '/uploads', [goodHost, goodOrigin, goodSite, session, json], '{"size":1}', 200],
    // Past the guard; the door has no such blob.
    ['GET', blob, [goodHost, goodSite, session], '', 404],
    // Past the guard without a session, as a browser that saves asks; the door knows no such ticket.
    ['GET', ticketed, [goodHost, goodSite, ['Sec-Fetch-Mode', 'navigate']], '', 401],
  ])('%s %s passes', async (method, target, headers, body, status) => {
    const before = guarded.calls();
    expect((await guarded.ask(method, target, headers, body)).status).toBe(status);
    expect(guarded.calls()).toBe(before + 1);
  });
});

describe('what nobody else may ask', () => {
  it('is tried in far more than forty ways', () => expect(refused.length).toBeGreaterThan(150));

  it.each(refused)('%s', async (_why, method, target, headers, status) => {
    const before = guarded.calls();
    const answer = await guarded.ask(method, target, headers);
    expect(answer.status).toBe(status);
    expect(guarded.calls(), 'the door was reached').toBe(before);
    expect(answer.head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer.head.toLowerCase()).not.toMatch(/access-control-|set-cookie/);
  });

  it.each(traversals.map((spelling) => [spelling]))('the file at %s', async (spelling) => {
    const answer = await rawRequest(
      guarded.port,
      guarded.fill(rawHead('GET', spelling, [goodHost, ['Sec-Fetch-Dest', 'document']])),
    );
    expect(answer.body).not.toContain(secret);
    expect([400, 401, 404, 405]).toContain(answer.status);
  });

  it.each([
    ['CONNECT', 'CONNECT 127.0.0.1:$port HTTP/1.1\r\nHost: 127.0.0.1:$port\r\n\r\n'],
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'],
    ['an old HTTP without Host', 'GET / HTTP/1.0\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : 127.0.0.1:$port\r\n\r\n'],
    [
      'a bare line feed trick',
      'POST /rpc/app/status HTTP/1.1\nHost: 127.0.0.1:$port\nHost: evil.example\n\n',
    ],
  ])('%s', async (_name, bytes) => {
    const before = guarded.calls();
    const answer = await rawRequest(guarded.port, guarded.fill(bytes));
    expect([0, 400, 421]).toContain(answer.status);
    expect(guarded.calls()).toBe(before);
  });

  it('a body without a length that never ends', async () => {
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    const head = `PUT /uploads/x?offset=0 HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nOrigin: http://127.0.0.1:$port\r\nAuthorization: $bearer\r\nTransfer-Encoding: chunked\r\n\r\n`;
    // With all the time it needs: it is the size that ends it.
    const patient = await guardedHost({ headers: 60_000, request: 60_000 });
    const before = patient.calls();
    const answer = await rawRequest(
      patient.port,
      patient.fill(head),
      ...Array.from({ length: 9 }, () => chunk),
    );
    // Cut off while sending, so the answer may be lost with the line; what counts is that the door never saw it.
    expect([0, 413]).toContain(answer.status);
    expect(patient.calls()).toBe(before);
    await patient.close();
  });

  it('headers that come too slowly', async () => {
    const answer = await rawRequest(guarded.port, 'GET / HTTP/1.1\r\nHost: 127');
    expect(answer.status).toBe(408);
  });

  it('a body that comes too slowly', async () => {
    const before = guarded.calls();
    const head = `POST ${call} HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nOrigin: http://127.0.0.1:$port\r\nAuthorization: $bearer\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{`;
    const answer = await rawRequest(guarded.port, guarded.fill(head));
    expect([0, 408]).toContain(answer.status);
    expect(guarded.calls()).toBe(before);
  });

  it('is logged by kind alone', () => {
    expect(guarded.logged.length).toBeGreaterThan(150);
    expect(JSON.stringify(guarded.logged)).not.toMatch(/evil|blobs|status|Bearer|secret|127\./);
  });
});
