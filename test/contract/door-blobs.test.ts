import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentDisposition } from '#electron/host/disposition.ts';
import { failure } from '#shared/domain/failure.ts';
import { type DoorHost, hosts } from '#test/support/door-hosts.ts';

const portfolio = '3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11';
const locked = '3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c22';
const hash = 'ab'.repeat(32);
const broken = 'cd'.repeat(32);
const content = Buffer.alloc(300_000, 'bytes of a file ');

async function* chunks(bytes: Uint8Array, fault?: Error) {
  for (let at = 0; at < bytes.byteLength; at += 65_536) yield new Uint8Array(bytes.subarray(at, at + 65_536));
  if (fault !== undefined) throw fault;
}

describe.each(hosts)('blobs %s', (_, start) => {
  let host: DoorHost;
  beforeAll(async () => {
    const read = async (id: string, wanted: string) => {
      if (id === locked) throw failure('LOCKED', {});
      if (wanted === hash) return { size: content.byteLength, bytes: chunks(content) };
      if (wanted === broken) {
        return { size: content.byteLength + 1, bytes: chunks(content, new Error('CANARY damaged')) };
      }
      return undefined;
    };
    host = await start({ blobs: { read } });
  });
  afterAll(() => host.close());

  it('come whole, as a download', async () => {
    const answer = await host.fetch(
      `/blobs/${portfolio}/${hash}?name=r%C3%A9sum%C3%A9.pdf&type=application%2Fpdf`,
    );
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.byteLength),
      'content-disposition': `attachment; filename="r_sum_.pdf"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  });

  it.each([
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/javascript',
    'application/pdf;x',
    'TEXT/HTML',
    '',
  ])('of the type "%s" are only bytes', async (type) => {
    const answer = await host.fetch(`/blobs/${portfolio}/${hash}?type=${encodeURIComponent(type)}`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="file"/);
    await answer.arrayBuffer();
  });

  it('break off when the reading fails, rather than end as if whole', async () => {
    const answer = await host.fetch(`/blobs/${portfolio}/${broken}`);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });

  it.each([
    [`/blobs/${portfolio}/${'ef'.repeat(32)}`, 404],
    [`/blobs/${portfolio}/${hash.toUpperCase()}`, 404],
    [`/blobs/${portfolio}/nothing`, 404],
    [`/blobs/not-an-id/${hash}`, 404],
    [`/blobs/${hash}`, 404],
    [`/blobs/${locked}/${hash}`, 423],
  ])('%s is %i', async (path, status) => {
    expect((await host.fetch(path)).status).toBe(status);
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
      expect((await host.fetch(`/blobs/${portfolio}/${hash}`, { method })).status).toBeGreaterThanOrEqual(
        404,
      );
    }
  });
});

describe('a download’s name', () => {
  it.each([
    ['plain.pdf', 'plain.pdf', 'plain.pdf'],
    ['a "quoted"; x=y.pdf', 'a _quoted_; x=y.pdf', 'a%20%22quoted%22%3B%20x%3Dy.pdf'],
    ['line\r\nSet-Cookie: a=b.pdf', 'lineSet-Cookie_ a=b.pdf', 'lineSet-Cookie%3A%20a%3Db.pdf'],
    ['../../etc/passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
    ['C:\\x.pdf', 'C__x.pdf', 'C%3A_x.pdf'],
    ['Ŵyn (1)*.pdf', '_yn (1)_.pdf', '%C5%B4yn%20%281%29%2A.pdf'],
    ['100%25.pdf', '100_25.pdf', '100%2525.pdf'],
    ['fdp.\u202eexe', 'fdp.exe', 'fdp.exe'],
    ['\ud800lone.pdf', 'lone.pdf', 'lone.pdf'],
    ['..', 'file', 'file'],
    ['', 'file', 'file'],
  ])('%j', (name, ascii, encoded) => {
    expect(attachmentDisposition(name)).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`);
  });

  it('is cut to a length, between characters', () => {
    const header = attachmentDisposition('\u{1f600}'.repeat(300));
    expect(header.length).toBeLessThan(3000);
    expect(header).toMatch(/''(?:%F0%9F%98%80)+$/);
  });
});
