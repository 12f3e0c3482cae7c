import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DoorHost, hosts } from '#test/support/door-hosts.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const mebibyte = 1024 * 1024;

describe.each(hosts)('uploads %s', (_, start) => {
  let host: DoorHost;
  beforeAll(async () => {
    host = await start({});
  });
  afterAll(() => host.close());

  const post = (path: string, body: unknown) =>
    host.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const put = (id: string, offset: number | string, chunk: Uint8Array<ArrayBuffer>) =>
    host.fetch(`/uploads/${id}?offset=${offset}`, { method: 'PUT', body: chunk });
  const begin = async (size: number) => {
    const answer = await post('/uploads', { size });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { readonly id: string }).id;
  };
  const finish = (id: string, hash: string) => post(`/uploads/${id}/finish`, { sha256: hash });

  it('takes a file in chunks and checks the whole', async () => {
    const bytes = new Uint8Array(randomBytes(20 * mebibyte + 17));
    const id = await begin(bytes.byteLength);
    for (let offset = 0; offset < bytes.byteLength; offset += 8 * mebibyte) {
      const chunk = bytes.slice(offset, offset + 8 * mebibyte);
      const answer = await put(id, offset, chunk);
      expect(await answer.json()).toEqual({ received: offset + chunk.byteLength });
    }
    expect((await finish(id, sha256(bytes))).status).toBe(204);
    expect(host.bytesOf(id)?.equals(bytes)).toBe(true);
  });

  it('takes an empty file', async () => {
    const id = await begin(0);
    expect((await finish(id, sha256(new Uint8Array(0)))).status).toBe(204);
  });

  it('goes on after a chunk that was cut off or sent twice', async () => {
    const bytes = new Uint8Array(randomBytes(3000));
    const id = await begin(3000);
    await put(id, 0, bytes.slice(0, 1000));
    const again = await put(id, 0, bytes.slice(0, 1000));
    expect(again.status).toBe(409);
    expect(await again.json()).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['offset'], code: 'offset' }] },
    });
    const ahead = await put(id, 2000, bytes.slice(2000));
    expect(ahead.status).toBe(409);
    await put(id, 1000, bytes.slice(1000));
    expect((await finish(id, sha256(bytes))).status).toBe(204);
    expect(host.bytesOf(id)?.equals(bytes)).toBe(true);
  });

  it('refuses a file that is not what was announced', async () => {
    const id = await begin(10);
    await put(id, 0, new Uint8Array(10));
    const wrongHash = await finish(id, sha256(new Uint8Array(9)));
    expect(wrongHash.status).toBe(422);
    expect(await wrongHash.json()).toMatchObject({ code: 'FILE_CHANGED' });
    const short = await begin(11);
    await put(short, 0, new Uint8Array(10));
    expect((await finish(short, sha256(new Uint8Array(10)))).status).toBe(422);
  });

  it('refuses a file that is too large before any byte of it', async () => {
    const answer = await post('/uploads', { size: 3 * 1024 ** 3 });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({
      code: 'FILE_TOO_LARGE',
      data: { size: 3 * 1024 ** 3, limit: 64 * mebibyte },
    });
  });

  it('refuses a chunk of more than 8 MiB and keeps what it had', async () => {
    const id = await begin(9 * mebibyte);
    // A whole body that is refused may cut the sending short, which a client sees as an answer or as a broken line.
    const answer = await put(id, 0, new Uint8Array(8 * mebibyte + 1)).catch(() => undefined);
    if (answer !== undefined) expect(answer.status).toBe(413);
    expect(host.bytesOf(id)?.byteLength).toBe(0);
  });

  it('forgets a cancelled upload', async () => {
    const id = await begin(10);
    expect((await host.fetch(`/uploads/${id}`, { method: 'DELETE' })).status).toBe(204);
    const answer = await put(id, 0, new Uint8Array(10));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ code: 'NOT_FOUND', data: { what: 'upload' } });
  });

  it.each(['-1', '1.5', 'x', '', '1e3', '00', '99999999999999999999'])(
    'refuses the offset "%s"',
    async (offset) => {
      const id = await begin(10);
      expect((await put(id, offset, new Uint8Array(1))).status).toBe(409);
      expect(host.bytesOf(id)?.byteLength).toBe(0);
    },
  );

  it.each([{}, { size: -1 }, { size: 1.5 }, { size: '1' }, { size: 1, more: 1 }, null, 'x'])(
    'refuses to begin with %j',
    async (body) => {
      const answer = await post('/uploads', body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'INVALID' });
    },
  );

  it.each([
    ['PUT', '/uploads/not-an-id?offset=0', 404],
    ['DELETE', '/uploads/not-an-id', 404],
    ['PUT', '/uploads', 404],
    ['DELETE', '/uploads', 404],
    ['GET', '/uploads/3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11', 404],
  ])('%s %s is %i', async (method, path, status) => {
    expect((await host.fetch(path, { method })).status).toBe(status);
  });

  it('takes JSON alone where it takes JSON', async () => {
    const answer = await host.fetch('/uploads', { method: 'POST', body: '{"size":1}' });
    expect(answer.status).toBe(415);
    const long = JSON.stringify({ size: 1, pad: 'x'.repeat(2000) });
    const headers = { 'content-type': 'application/json' };
    expect((await host.fetch('/uploads', { method: 'POST', headers, body: long })).status).toBe(413);
  });
});
