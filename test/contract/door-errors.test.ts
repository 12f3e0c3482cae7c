import { isDefinedError, ORPCError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { failureStatus } from '#shared/contract/statuses.ts';
import { failure } from '#shared/domain/failure.ts';
import { failureData } from '#shared/domain/failure-codes.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import { type DoorHost, hosts, routerOnly } from '#test/support/door-hosts.ts';
import { fakeServices, lockedStatus } from '#test/support/door-services.ts';

const canary = 'CANARY Dr Sample Doctor';
const id = '3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11';
const portfolio: Portfolio = {
  id,
  doctor: { name: 'Dr Sample Doctor', gmcNumber: null },
  packId: 'sample',
  packVersion: '1',
  targetDate: '2027-01-01',
  employer: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  sample: true,
};
const item = {
  type: 'reflection',
  title: 'A',
  startedOn: '2026-02-02',
  endedOn: null,
  place: '',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [],
  links: [],
  verification: null,
} as const;

/** Thrown by `portfolios.update`, whatever a test wants thrown. */
let toThrow: unknown;
const services = fakeServices({
  app: {
    status: async () => lockedStatus,
    lock: async (input) => {
      if (input !== undefined) throw new Error('unchecked input was passed on');
      return lockedStatus;
    },
    // Not declared by this procedure.
    updateProfile: async () => Promise.reject(failure('FILE_CHANGED', { name: canary })),
  },
  portfolios: {
    get: async () => Promise.reject(failure('NOT_FOUND', { what: 'portfolio' })),
    update: async () => Promise.reject(toThrow),
    // Output that does not fit its schema, holding content.
    create: async () => ({ ...portfolio, packVersion: '', secret: canary }) as unknown as Portfolio,
  },
});

describe.each([...hosts, ['by the router alone', routerOnly] as const])('errors %s', (_, start) => {
  let host: DoorHost;
  beforeAll(async () => {
    host = await start({ services });
  });
  afterAll(() => host.close());

  const errorOf = async (call: Promise<unknown>): Promise<ORPCError<string, unknown>> => {
    const [error] = await safe(call);
    if (!(error instanceof ORPCError)) throw new Error(`expected an ORPCError, got ${String(error)}`);
    return error;
  };
  const update = () =>
    host.client.portfolios.update({
      portfolioId: id,
      portfolio: {
        doctor: portfolio.doctor,
        packId: 'sample',
        targetDate: '2027-01-01',
        employer: '',
      },
    });

  it('gives a good answer', async () => {
    expect(await host.client.app.status()).toEqual(lockedStatus);
  });

  it('passes a declared failure on, typed, with its data and status', async () => {
    const error = await errorOf(host.client.portfolios.get({ portfolioId: id }));
    expect(isDefinedError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: { what: 'portfolio' }, status: 404 });
  });

  it('marks every failure of the table as declared when the procedure declares it', async () => {
    toThrow = failure('STORAGE_FAILED', { code: 'EIO' });
    const error = await errorOf(update());
    expect(isDefinedError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', data: { code: 'EIO' }, status: 500 });
    toThrow = failure('LOCKED', {});
    expect(await errorOf(update())).toMatchObject({ defined: true, code: 'LOCKED', status: 423 });
  });

  it('answers invalid input with places and codes, the schema’s own where it gives them', async () => {
    const input = {
      portfolioId: id,
      item: {
        ...item,
        title: ' ',
        startedOn: '2026-02-02',
        hours: -1,
        links: [{ capability: 'a b', pages: '', note: '' }],
      },
    };
    const error = await errorOf(host.client.evidence.create(input));
    expect(error).toMatchObject({ defined: true, code: 'INVALID', status: 400 });
    expect(error.data).toEqual({
      issues: expect.arrayContaining([
        { path: ['item', 'title'], code: 'required' },
        { path: ['item', 'hours'], code: 'negative' },
        { path: ['item', 'links', 0, 'capability'], code: 'capability-code' },
      ]),
    });
  });

  it('answers a rule across fields at its field', async () => {
    const dates = { ...item, endedOn: '2026-01-01' };
    const error = await errorOf(host.client.evidence.create({ portfolioId: id, item: dates }));
    expect(error.data).toEqual({ issues: [{ path: ['item', 'endedOn'], code: 'end-before-start' }] });
  });

  it('uses the library’s code where the schema gave no word', async () => {
    const error = await errorOf(host.client.portfolios.get({ portfolioId: 'not an id' }));
    expect(error.data).toEqual({ issues: [{ path: ['portfolioId'], code: 'invalid_format' }] });
  });

  it.each([
    ['a string', canary, 'string'],
    ['null', null, 'null'],
    ['an error', new Error(canary), 'Error'],
    ['an error of a kind', new TypeError(canary), 'TypeError'],
    ['an error named by content', Object.assign(new Error(canary), { name: canary }), 'Error'],
    [
      'an error of the wire',
      new ORPCError('NOT_FOUND', { message: canary, data: { what: canary } }),
      'Error',
    ],
    [
      'a failure with unfit data',
      failure('STORAGE_FAILED', { code: 1 as unknown as string }),
      'undeclared STORAGE_FAILED',
    ],
    [
      'a made-up failure',
      Object.assign(new Error(canary), { failure: 'constructor', data: canary }),
      'Error',
    ],
  ])('hides %s behind a reference, and logs its kind alone', async (_name, thrown, kind) => {
    toThrow = thrown;
    const error = await errorOf(update());
    expect(error).toMatchObject({ defined: true, code: 'UNEXPECTED', status: 500 });
    const { reference } = error.data as { readonly reference: string };
    expect(reference).toMatch(/^[0-9A-F]{10}$/);
    expect(host.failures.at(-1)).toEqual({ reference, error: kind, at: 'portfolios.update' });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('hides a failure the procedure does not declare', async () => {
    const error = await errorOf(
      host.client.app.updateProfile({ name: 'Dr Sample', roles: ['doctor'], gmcNumber: null }),
    );
    expect(error).toMatchObject({ code: 'UNEXPECTED', status: 500 });
    expect(host.failures.at(-1)).toMatchObject({ error: 'undeclared FILE_CHANGED', at: 'app.updateProfile' });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('hides an answer that breaks the contract', async () => {
    const { doctor, packId, targetDate, employer } = portfolio;
    const error = await errorOf(host.client.portfolios.create({ doctor, packId, targetDate, employer }));
    expect(error).toMatchObject({ code: 'UNEXPECTED', status: 500 });
    expect(host.failures.at(-1)).toMatchObject({ error: 'OutputValidationError', at: 'portfolios.create' });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('never logs content', () => {
    expect(host.failures.length).toBeGreaterThan(8);
    expect(JSON.stringify(host.failures)).not.toMatch(/CANARY|Sample/);
  });
});

describe.each(hosts)('calls on the wire %s', (_, start) => {
  let host: DoorHost;
  beforeAll(async () => {
    host = await start({ services });
  });
  afterAll(() => host.close());
  const post = (path: string, body: string, type = 'application/json') =>
    host.fetch(path, { method: 'POST', headers: { 'content-type': type }, body });

  it.each([
    '{',
    'null',
    '[]',
    '"x"',
    '{"json":1,"meta":7}',
    '{"json":"x","meta":[[0]]}',
    '{"json":{},"meta":[[1,"a","b"]]}',
  ])('answers a malformed body %s as invalid', async (body) => {
    const answer = await post('/rpc/portfolios/get', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ json: { code: 'INVALID', defined: true } });
  });

  it('does not pass on what a procedure without input was sent', async () => {
    expect((await post('/rpc/app/lock', '{"json":{"any":"thing"}}')).status).toBe(200);
  });

  it.each([
    ['multipart/form-data; boundary=x', 415],
    ['application/x-www-form-urlencoded', 415],
    ['text/plain', 415],
    ['text/event-stream', 415],
    ['application/jsonx', 415],
    ['application/json; charset=utf-8', 200],
  ])('takes JSON alone: %s', async (type, status) => {
    expect((await post('/rpc/app/status', '{}', type)).status).toBe(status);
  });

  it('does not read a body with a disposition as a file', async () => {
    const headers = { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="x"' };
    expect((await host.fetch('/rpc/app/status', { method: 'POST', headers, body: '{}' })).status).toBe(200);
  });

  it.each([
    ['GET', '/rpc/app/status', 405],
    ['PUT', '/rpc/app/status', 405],
    ['POST', '/rpc/app/nothing', 404],
    ['POST', '/rpc/app', 404],
    ['POST', '/rpc/__proto__/toString', 404],
    ['POST', '/rpc/app/constructor', 404],
    ['POST', '/rpc', 404],
  ])('%s %s is %i', async (method, path, status) => {
    const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await host.fetch(path, { method, ...body })).status).toBe(status);
  });

  it('refuses a call that is too long', async () => {
    const answer = await post('/rpc/app/status', JSON.stringify({ json: 'x'.repeat(4 * 1024 * 1024) }));
    expect(answer.status).toBe(413);
  });
});

describe('the contract', () => {
  const procedures = Object.entries(contract).flatMap(([area, all]) =>
    Object.entries(all).map(([name, procedure]) => [`${area}.${name}`, procedure['~orpc'].errorMap] as const),
  );

  it.each(procedures)('%s declares what every call may meet, with the status of the table', (_, errorMap) => {
    expect(Object.keys(errorMap)).toEqual(expect.arrayContaining(['INVALID', 'UNEXPECTED']));
    for (const [code, declared] of Object.entries(errorMap)) {
      expect(Object.keys(failureData)).toContain(code);
      expect(declared).toHaveProperty('status', failureStatus[code as keyof typeof failureStatus]);
    }
  });
});
