import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticketLifetime } from '#electron/host/tickets.ts';
import type { OutgoingFile } from '#electron/services/ports/outbox.ts';
import { type DoorHost, hosts } from '#test/support/door-hosts.ts';

const wanted = '3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c33';
const other = '3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c44';
const pieceBytes = 64 * 1024;
const pieces = 200;

describe.each(hosts)('a ticket for a finished file, %s', (_, start) => {
  let host: DoorHost;
  let now = 1_000_000;
  let kept: ReadonlySet<string>;
  /** Pieces that were made ready so far. */
  let made: number;
  let closed: boolean;

  async function* bytes() {
    try {
      for (made = 0; made < pieces; made += 1) yield new Uint8Array(pieceBytes).fill(made);
    } finally {
      closed = true;
    }
  }
  const read = (id: string): OutgoingFile | undefined =>
    kept.has(id)
      ? {
          name: 'File (invented).zip',
          mediaType: 'application/zip',
          size: pieces * pieceBytes,
          bytes: bytes(),
        }
      : undefined;
  beforeEach(async () => {
    kept = new Set([wanted, other]);
    closed = false;
    host = await start({ outgoing: { read }, now: () => now });
  });
  afterEach(() => host.close());

  const ticketFor = async (id: string): Promise<string> => {
    const answer = await host.fetch(`/outgoing/${id}/ticket`, { method: 'POST' });
    expect(answer.status).toBe(200);
    const { ticket } = (await answer.json()) as { readonly ticket: string };
    expect(ticket).toMatch(/^[A-Za-z0-9_-]{43}$/);
    return ticket;
  };
  /** As the browser does that saves: without the page's key. */
  const save = (id: string, ticket: string, headers: Record<string, string> = {}) =>
    host.origin.startsWith('http')
      ? fetch(`${host.origin}/outgoing/${id}?ticket=${ticket}`, { headers })
      : host.fetch(`/outgoing/${id}?ticket=${ticket}`, { headers });

  it('lets the browser have it once, without the session', async () => {
    const ticket = await ticketFor(wanted);
    const answer = await save(wanted, ticket);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await answer.arrayBuffer()).byteLength).toBe(pieces * pieceBytes);
    expect((await save(wanted, ticket)).status).toBe(401);
    // Another one is another ticket.
    expect((await save(wanted, await ticketFor(wanted))).status).toBe(200);
  });

  it('is for that file alone, and is spent by being shown for another', async () => {
    const ticket = await ticketFor(wanted);
    expect((await save(other, ticket)).status).toBe(401);
    expect((await save(wanted, ticket)).status).toBe(401);
    expect((await save(wanted, 'A'.repeat(43))).status).toBe(401);
  });

  it('does not wait for long', async () => {
    const [early, late] = [await ticketFor(wanted), await ticketFor(wanted)];
    now += ticketLifetime - 1;
    expect((await save(wanted, early)).status).toBe(200);
    now += 1;
    expect((await save(wanted, late)).status).toBe(401);
  });

  it('is not given for what does not wait, and is good for nothing once the file is gone', async () => {
    const gone = await host.fetch('/outgoing/3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c55/ticket', {
      method: 'POST',
    });
    expect(gone.status).toBe(404);
    const ticket = await ticketFor(wanted);
    kept = new Set();
    expect((await save(wanted, ticket)).status).toBe(404);
  });

  it('is not a way round the session: anything else in the query wants a good ticket too', async () => {
    for (const query of ['?', '?ticket=', '?x=1', `?ticket=${'A'.repeat(42)}`]) {
      const { status } = await host.fetch(`/outgoing/${wanted}${query}`);
      expect(status, query).toBe(query === '?' ? 200 : 401);
    }
  });

  it('is given to nobody who asks from another place', async () => {
    if (!host.origin.startsWith('http')) return;
    const evil = { origin: 'http://evil.example' };
    const asked = await fetch(`${host.origin}/outgoing/${wanted}/ticket`, { method: 'POST', headers: evil });
    expect(asked.status).toBe(403);
    const ticket = await ticketFor(wanted);
    expect((await save(wanted, ticket, evil)).status).toBe(403);
    expect((await save(wanted, ticket, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    // Refused before the door: the ticket was not spent.
    expect((await save(wanted, ticket)).status).toBe(200);
  });

  it('streams: a download that is cancelled is not read to its end', async () => {
    const answer = await save(wanted, await ticketFor(wanted));
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => closed, { timeout: 10_000 }).toBe(true);
    expect(made).toBeLessThan(pieces);
    expect(host.failures).toEqual([]);
  });
});
