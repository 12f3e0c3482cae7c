import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPlainPath } from '#electron/host/paths.ts';
import { createStatics } from '#electron/host/statics.ts';
import { type DoorHost, hosts } from '#test/support/door-hosts.ts';
import { rendererFolder, secret } from '#test/support/door-statics.ts';
import { traversals } from '#test/support/door-traversals.ts';

const asDocument = { headers: { 'sec-fetch-dest': 'document', accept: 'text/html' } };

describe.each(hosts)('static files %s', (_, start) => {
  let host: DoorHost;
  beforeAll(async () => {
    host = await start({});
  });
  afterAll(() => host.close());

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-B1.js', 'text/javascript; charset=utf-8'],
    ['/assets/style-C2.css', 'text/css; charset=utf-8'],
    ['/assets/font-D3.woff2', 'font/woff2'],
  ])('serves %s', async (file, type) => {
    const answer = await host.fetch(file);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect((await answer.text()).length).toBeGreaterThan(0);
    const head = await host.fetch(file, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each([
    '/evidence',
    '/evidence/3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11',
    '/coverage/SLO4',
    '/coverage/1.2',
    '/reviews?tab=panel',
  ])(
    'gives the page for the screen %s when it is navigated to, and not when it is fetched',
    async (screen) => {
      const answer = await host.fetch(screen, asDocument);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect((await host.fetch(screen, { headers: { 'sec-fetch-dest': 'empty' } })).status).toBe(404);
      expect((await host.fetch(screen, { headers: { accept: 'application/json' } })).status).toBe(404);
    },
  );

  it.each([
    '/missing.js',
    '/assets/missing-X9.js',
    '/evidence/photo.png',
    '/assets',
    '/rpc',
    '/uploads',
    '/blobs',
    '/outgoing',
    '/session',
  ])('has no page at %s', async (missing) => {
    // A folder's bare name reads as a screen's; nothing of the folder comes out.
    const answer = await host.fetch(missing, asDocument);
    if (missing === '/assets') expect(await answer.text()).toContain('<!doctype html>');
    else expect(answer.status).not.toBe(200);
  });

  it('takes no method but GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await host.fetch('/', { method })).status).toBe(405);
  });
});

describe('traversal', () => {
  it('is tried in more than fifty spellings', () => expect(new Set(traversals).size).toBeGreaterThan(50));

  it.each(traversals)('%s leads nowhere', async (spelling) => {
    const renderer = await rendererFolder();
    const statics = await createStatics(renderer.folder);
    expect(await statics.file(spelling, 'n')).toBeUndefined();
    await renderer.remove();
  });

  it.each(hosts)('finds nothing %s, whatever the URL parser makes of it', async (_, start) => {
    const host = await start({});
    for (const spelling of traversals) {
      const answer = await host.fetch(spelling, asDocument);
      expect(await answer.text(), spelling).not.toContain(secret);
    }
    await host.close();
  });

  it.each(traversals.filter((spelling) => /%|\\|\/\/|\/\.|;|:|\$/.test(spelling)))(
    '%s is not a plain path',
    (spelling) => {
      expect(isPlainPath(spelling)).toBe(false);
    },
  );
});

describe('the list', () => {
  const listing = async (text: string) => {
    const renderer = await rendererFolder();
    await writeFile(path.join(renderer.folder, 'files.json'), text);
    return createStatics(renderer.folder).finally(renderer.remove);
  };
  it.each([
    '../secret.txt',
    '/etc/passwd.txt',
    'assets/../../secret.txt',
    'a b.js',
    'assets\\x.js',
    'page.php',
    'noending',
    '.env.js',
  ])('with %s is refused at the start', async (file) => {
    await expect(listing(JSON.stringify({ files: ['index.html', file] }))).rejects.toThrow(file);
  });
  it.each(['{}', '[]', '{"files":["app.js"]}', 'not json'])('%s is refused', async (text) => {
    await expect(listing(text)).rejects.toThrow();
  });
});
