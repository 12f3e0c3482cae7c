import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { failureOf } from '#renderer/api/failures.ts';
import { chunkSize, uploadFile } from '#renderer/api/uploads.ts';
import {
  type AppUnderTest,
  startApp,
  testPassphrase,
  testPortfolio,
  testProfile,
} from '#test/support/app-under-test.ts';

// The page's own upload code against the real door, uploads and encrypted blob store; only the wire is ours.
let app: AppUnderTest;
let portfolioId: string;
let requests: string[] = [];
/** Replaces the answer to a request, or lets it through. */
let meddle: (request: Request, nth: number) => Promise<Response> | undefined = () => undefined;

beforeAll(async () => {
  app = await startApp('in process');
  await app.client.app.createVault({
    passphrase: testPassphrase,
    profile: { ...testProfile, roles: ['doctor'] },
  });
  portfolioId = (await app.client.portfolios.create(testPortfolio)).id;
});
afterAll(() => app.close());

beforeEach(() => {
  requests = [];
  meddle = () => undefined;
  vi.stubGlobal('location', { origin: 'http://waymark.invalid' });
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).search}`.trim());
    return meddle(request, requests.length) ?? app.app.door(request);
  });
});
afterEach(() => vi.unstubAllGlobals());

const bytes = randomBytes(2 * chunkSize + 1234);
const file = (content: Uint8Array<ArrayBuffer> = new Uint8Array(bytes), name = 'rota.pdf') =>
  new File([content], name);
const codeOf = async (call: Promise<unknown>) => failureOf(await call.catch((fault: unknown) => fault))?.code;

test('a file goes up in chunks, with progress, and is kept byte for byte', async () => {
  const shares: number[] = [];
  const uploadId = await uploadFile(file(), { onProgress: (share) => shares.push(share) });
  const kept = await app.client.files.keep({ portfolioId, uploadId, name: 'rota.pdf' });
  expect(kept.size).toBe(bytes.length);
  expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(3);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const back = await app.send(`/blobs/${portfolioId}/${kept.hash}`);
  expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
});

test('an empty file can be kept too', async () => {
  const uploadId = await uploadFile(file(new Uint8Array(0), 'empty.txt'));
  expect((await app.client.files.keep({ portfolioId, uploadId, name: 'empty.txt' })).size).toBe(0);
});

test('a chunk lost on the way is sent again', async () => {
  meddle = (_request, nth) => (nth === 3 ? Promise.reject(new TypeError('network')) : undefined);
  const uploadId = await uploadFile(file());
  expect((await app.client.files.keep({ portfolioId, uploadId, name: 'rota.pdf' })).size).toBe(bytes.length);
});

test('a chunk that arrived but whose answer was lost is not written twice', async () => {
  meddle = (request, nth) =>
    nth === 3
      ? app.app.door(request).then(() => {
          throw new TypeError('network');
        })
      : undefined;
  const uploadId = await uploadFile(file());
  expect((await app.client.files.keep({ portfolioId, uploadId, name: 'rota.pdf' })).size).toBe(bytes.length);
});

test('after two more tries it gives up, and drops what was sent', async () => {
  meddle = (request) => (request.method === 'PUT' ? Promise.reject(new TypeError('network')) : undefined);
  await expect(uploadFile(file())).rejects.toThrow('network');
  expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(3);
  expect(requests.at(-1)).toBe('DELETE');
});

test('a file that is too large is refused before a byte of it is read or sent', async () => {
  const huge = Object.defineProperty(file(), 'size', { value: 3 * 1024 ** 3 });
  expect(await codeOf(uploadFile(huge))).toBe('FILE_TOO_LARGE');
  expect(requests).toEqual([]);
});

test('a file that vanishes while it is read is said to have changed', async () => {
  const vanishing = file();
  const whole = vanishing.slice.bind(vanishing);
  vanishing.slice = (start = 0, end) => {
    const part = whole(start, end);
    if (start > 0) part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    return part;
  };
  expect(await codeOf(uploadFile(vanishing))).toBe('FILE_CHANGED');
  expect(requests.at(-1)).toBe('DELETE');
});

test('cancelling stops at the next chunk and drops what was sent', async () => {
  const control = new AbortController();
  const sending = uploadFile(file(), { signal: control.signal, onProgress: () => control.abort() });
  await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  expect(requests.at(-1)).toBe('DELETE');
});
