import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stopIfCancelled } from '#electron/services/jobs.ts';
import { ownIdentity } from '#electron/services/own-identity.ts';
import { failure } from '#shared/domain/failure.ts';
import { recipientSchema } from '#shared/domain/people.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testPassphrase,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();

/** A promise that a test settles. */
function gate() {
  let open = () => undefined as undefined;
  const opened = new Promise<void>((resolve) => {
    open = () => void resolve() as undefined;
  });
  return { open: () => open(), opened };
}

describe.each(transports)('long work and finished files, %s', (transport) => {
  let under: AppUnderTest;
  beforeEach(async () => {
    under = await startApp(transport);
    await withPortfolio(under);
  });
  afterEach(() => under.close());

  const settled = async (id: string) => {
    for (;;) {
      const job = await under.client.jobs.get({ id });
      if (job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  };

  it('tells how far it is and what came of it', async () => {
    const { open, opened } = gate();
    const id = under.app.session.jobs.start('test', async ({ progress }) => {
      progress('packing', 3, 10);
      await opened;
      return { made: 7 };
    });
    await expect.poll(() => under.client.jobs.get({ id })).toMatchObject({ step: 'packing' });
    expect(await under.client.jobs.get({ id })).toEqual({
      id,
      kind: 'test',
      state: 'running',
      step: 'packing',
      done: 3,
      total: 10,
      failure: null,
      result: null,
    });
    open();
    expect(await settled(id)).toMatchObject({ state: 'done', result: { made: 7 }, failure: null });
  });

  it('hands a failure on with its data, and hides what is no failure', async () => {
    const known = under.app.session.jobs.start('test', async () => {
      throw failure('PACKAGE_REFUSED', { why: 'seal', entry: 'manifest.json' });
    });
    expect((await settled(known)).failure).toEqual({
      code: 'PACKAGE_REFUSED',
      data: { why: 'seal', entry: 'manifest.json' },
    });
    const unknown = under.app.session.jobs.start('test', async () => {
      throw new TypeError('CANARY name of a patient');
    });
    const { failure: fault } = await settled(unknown);
    expect(fault?.code).toBe('UNEXPECTED');
    expect(JSON.stringify(fault) + under.logged.join()).not.toContain('CANARY');
    expect(under.logged.join()).toContain('TypeError');
  });

  it('stops when told to, and lets finished work be', async () => {
    const { open, opened } = gate();
    const id = under.app.session.jobs.start('test', async ({ signal }) => {
      signal.addEventListener('abort', open);
      await opened;
      stopIfCancelled(signal);
      return 'finished';
    });
    expect(await under.client.jobs.cancel({ id })).toMatchObject({ state: 'cancelled', result: null });
    const done = under.app.session.jobs.start('test', async () => 'finished');
    await settled(done);
    expect(await under.client.jobs.cancel({ id: done })).toMatchObject({ state: 'done', result: 'finished' });
  });

  it('is stopped before the vault is locked, and then forgotten', async () => {
    const { open, opened } = gate();
    let openAtTheEnd: boolean | undefined;
    const id = under.app.session.jobs.start('test', async ({ signal }) => {
      signal.addEventListener('abort', open);
      await opened;
      openAtTheEnd = under.app.session.current() !== undefined;
      stopIfCancelled(signal);
    });
    await under.client.app.lock();
    expect(openAtTheEnd).toBe(true);
    expect(await refusal(under.client.jobs.get({ id }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'job' },
    });
    expect(await refusal(under.client.jobs.cancel({ id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(under.client.jobs.get({ id: 'x' }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(under.client.jobs.cancel({ id: 'x' }))).toMatchObject({ code: 'INVALID' });
  });

  it('hands out a finished file as a download until the vault is locked', async () => {
    const bytes = Buffer.alloc(3_000_000, 'a finished file ');
    const { outbox } = under.app.ports;
    const { id, size } = await outbox.keep({
      name: 'Portfolio (invented).waymark',
      mediaType: 'application/octet-stream',
      bytes: (async function* () {
        yield bytes;
      })(),
    });
    expect(size).toBe(bytes.length);
    const answer = await under.send(`/outgoing/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(
      'attachment; filename="Portfolio (invented).waymark"',
    );
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    for (const path of [`/outgoing/${nobody}`, '/outgoing/x', '/outgoing'])
      expect((await under.send(path)).status).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD'])
      expect((await under.send(`/outgoing/${id}`, { method })).status).toBeGreaterThanOrEqual(404);
    await under.client.app.lock();
    expect((await under.send(`/outgoing/${id}`)).status).toBe(404);
  });

  it('keeps one age identity per vault, of the kind every age tool knows', async () => {
    const { ports, session } = under.app;
    const [first, second] = await Promise.all([
      ownIdentity(ports, session.vault()),
      ownIdentity(ports, session.vault()),
    ]);
    expect(second).toEqual(first);
    expect(recipientSchema.safeParse(first.recipient).success).toBe(true);
    expect(first.secret).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect(await ownIdentity(ports, session.vault())).toEqual(first);
  });
});
