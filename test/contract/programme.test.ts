import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { usualDeadlines } from '#shared/domain/programme/deadline-settings.ts';
import type { Review } from '#shared/domain/review.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testPassphrase,
  testPortfolio,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { handedIn, someReview, someSignature, someSteps } from '#test/support/programme-records.ts';

const nobody = crypto.randomUUID();
let now = '2026-10-28';
const clock = { now: () => new Date(`${now}T12:00:00Z`), today: () => now };

describe.each(transports)('the programme, %s', (transport) => {
  let under: AppUnderTest;
  let first: string;
  beforeAll(async () => {
    now = '2026-10-28';
    under = await startApp(transport, { clock });
    first = await withPortfolio(under);
  });
  afterAll(() => under.close());

  const another = async (name: string) =>
    (await under.client.portfolios.create({ ...testPortfolio, doctor: { name, gmcNumber: null } })).id;
  const keep = async (portfolioId: string, review: Review, said: Parameters<typeof someSteps>[1] = []) => {
    const { store } = await under.app.session.portfolio(portfolioId);
    await store.commit('test.fill', [
      { collection: 'reviews', id: review.id, value: review },
      ...someSteps(review, said).map((value) => ({ collection: 'steps' as const, id: value.id, value })),
    ]);
    return review;
  };
  const text = async (fileId: string) => (await under.send(`/outgoing/${fileId}`)).text();
  const events = async (what: 'panels' | 'all', names: boolean) => {
    const { fileId, name } = await under.client.programme.calendarFile({ what, names });
    expect(name).toMatch(/^Annual reviews .*\.ics$/);
    const file = await text(fileId);
    const parts = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
    return { file, events: parts.map((part) => ({ part, event: new ICAL.Event(part) })) };
  };

  it('shows the days of every portfolio, what waits in it, and what is put out of sight', async () => {
    const { programme } = under.client;
    const second = await another('Dr Second Doctor (invented)');
    const late = await keep(first, someReview(), [{ kind: 'request-evidence', on: '2026-09-15' }]);
    const other = await keep(second, someReview({ heldOn: '2026-12-01' }));
    const { entries, portfolios, unopened, today } = await programme.calendar({
      from: '2026-11-01',
      to: '2026-12-31',
    });
    expect({ portfolios, unopened, today }).toEqual({ portfolios: 2, unopened: [], today: now });
    expect(entries.filter(({ kind }) => kind === 'panel').map(({ review, on }) => [review, on])).toEqual([
      [late.id, '2026-11-10'],
      [other.id, '2026-12-01'],
    ]);
    expect(entries.every(({ on }) => on >= '2026-11-01' && on <= '2026-12-31')).toBe(true);
    expect(await refusal(programme.calendar({ from: '2026-12-01', to: '2026-11-01' }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['to'], code: 'end-before-start' }] },
    });

    const { tasks, risks } = await programme.tasks();
    expect(tasks[0]).toMatchObject({ standing: 'overdue' });
    const submit = tasks.find(({ kind }) => kind === 'submit');
    expect(submit).toMatchObject({
      portfolioId: first,
      who: ['doctor'],
      since: '2026-09-15',
      until: '2026-10-27',
      standing: 'overdue',
    });
    expect(risks).toMatchObject([{ portfolioId: first, why: [{ kind: 'evidence-late' }] }]);

    const of = { portfolioId: first, key: submit?.key ?? '' };
    const aside = await programme.setAside({ ...of, until: '2026-11-05' });
    expect(aside.tasks.map(({ key }) => key)).not.toContain(of.key);
    expect(aside.setAside).toMatchObject([{ key: of.key, backOn: '2026-11-05' }]);
    expect(aside.risks).toHaveLength(1);
    now = '2026-11-05';
    expect((await programme.tasks()).tasks.map(({ key }) => key)).toContain(of.key);
    now = '2026-10-28';
    const back = await programme.bringBack(of);
    expect(back.setAside).toEqual([]);
    expect(back.tasks.map(({ key }) => key)).toContain(of.key);
    const gone = { code: 'NOT_FOUND', data: { what: 'portfolio' } };
    expect(await refusal(programme.setAside({ ...of, portfolioId: nobody, until: null }))).toEqual(gone);
    expect(await refusal(programme.bringBack({ ...of, portfolioId: nobody }))).toEqual(gone);
    expect(await refusal(programme.setAside({ ...of, key: 'not a key', until: null }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('writes a calendar file that later ones change, and names nobody when asked not to', async () => {
    const third = await another('Dr Third Doctor (invented)');
    const review = await keep(third, someReview({ heldOn: '2026-11-24', place: 'Room 4; first, left' }));
    const named = await events('panels', true);
    const mine = (all: typeof named) => all.events.find(({ event }) => event.uid.startsWith(review.id));
    const before = mine(named);
    expect(before?.event.summary).toBe('Annual review: panel: Dr Third Doctor (invented)');
    expect(before?.event.startDate.toString()).toBe('2026-11-24');
    expect(before?.event.location).toBe('Room 4; first, left');
    expect(before?.part.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const all = await events('all', false);
    expect(all.file).not.toContain('Third');
    expect(all.events.length).toBeGreaterThan(named.events.length);
    expect(new Set(all.events.map(({ event }) => event.uid)).size).toBe(all.events.length);

    now = '2026-10-29';
    await keep(third, { ...review, heldOn: '2026-11-25', updatedAt: `${now}T09:00:00.000Z` });
    const moved = mine(await events('panels', true));
    expect(moved?.event.uid).toBe(before?.event.uid);
    expect(moved?.event.startDate.toString()).toBe('2026-11-25');
    expect(moved?.event.sequence).toBeGreaterThan(before?.event.sequence ?? 0);

    const stored = (await under.app.session.portfolio(third)).store.get('reviews', review.id);
    if (stored === undefined) throw new Error('the review is gone');
    await keep(third, stored, [
      { kind: 'postpone', on: '2026-10-30', reason: 'The chair is ill.', heldOn: null },
    ]);
    const off = mine(await events('panels', true));
    expect(off?.part.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(off?.event.uid).toBe(before?.event.uid);
    expect(off?.event.sequence).toBeGreaterThan(moved?.event.sequence ?? 0);
    now = '2026-10-28';
  });

  it('counts outcomes without telling of anybody, also as a table nobody can be harmed by', async () => {
    const evil = { id: 'evil', name: '=HYPERLINK("http://example.invalid")', meaning: 'x' };
    for (const [at, outcome] of [
      ...Array(6).fill(defaultOutcomes[0]),
      ...Array(2).fill(defaultOutcomes[1]),
      ...Array(5).fill(evil),
    ].entries()) {
      const portfolioId = await another(`Dr Number ${at} (invented)`);
      const signed = { outcome, state: 'signed', signOff: someSignature('2026-11-12') } as const;
      await keep(portfolioId, someReview(signed), [...handedIn(), { kind: 'release', on: '2026-11-15' }]);
    }
    const { statistics, portfolios } = await under.client.programme.statistics();
    expect(portfolios).toBe(16);
    const table = statistics.outcomesBySpecialty;
    expect(table.is === 'table' && table.rows[0]?.cells).toContain('few');
    expect(JSON.stringify(table)).not.toMatch(/\b2\b/);
    expect(statistics.release.at(-1)?.days).toEqual({ median: 5, shortest: 5, longest: 5 });
    const { fileId, name, size } = await under.client.programme.statisticsFile();
    const csv = await text(fileId);
    expect(name).toMatch(/\.csv$/);
    expect(Buffer.byteLength(csv)).toBeGreaterThan(size - 4);
    expect(csv).toContain('fewer than 5');
    for (const cell of csv.split(/[\r\n,]/)) expect(cell).not.toMatch(/^"?[=+@-]/);
  });

  it('keeps the programme’s days, and they move what its calendar says', async () => {
    const { programme } = under.client;
    expect(await programme.deadlines()).toEqual(usualDeadlines);
    const asked = async () =>
      (await programme.calendar({ from: '2026-01-01', to: '2026-12-31' })).entries.find(
        ({ kind, portfolioId }) => kind === 'request-evidence' && portfolioId === first,
      )?.on;
    expect(await asked()).toBe('2026-09-15');
    const days = { ...usualDeadlines, requestEvidence: 70 };
    expect(await programme.setDeadlines({ days })).toEqual(days);
    expect(await programme.deadlines()).toEqual(days);
    expect(await asked()).toBe('2026-09-01');
    expect(await refusal(programme.setDeadlines({ days: { ...days, release: 1 } }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['days', 'release'], code: 'day-order' }] },
    });
  });

  it('tells of the rest when one portfolio cannot be opened, and of nothing while locked', async () => {
    const { programme, app } = under.client;
    const before = (await programme.tasks()).portfolios;
    await app.lock();
    const folder = join(under.vaultFolder, 'portfolios', first);
    const journals = (await readdir(folder)).filter((name) => /^(journal|checkpoint)-/.test(name));
    for (const name of journals) await writeFile(join(folder, name), 'not what was written');
    await app.unlock({ passphrase: testPassphrase });
    const { portfolios, unopened, tasks } = await programme.tasks();
    expect(portfolios).toBe(before - 1);
    expect(unopened).toEqual([
      { portfolioId: first, doctor: testPortfolio.doctor.name, code: 'VAULT_DAMAGED' },
    ]);
    expect(tasks.map(({ portfolioId }) => portfolioId)).not.toContain(first);
    expect((await programme.calendar({ from: '2026-01-01', to: '2026-12-31' })).unopened).toHaveLength(1);
    await app.lock();
    const locked = { code: 'LOCKED', data: {} };
    for (const call of [
      () => programme.calendar({ from: '2026-01-01', to: '2026-12-31' }),
      () => programme.tasks(),
      () => programme.setAside({ portfolioId: first, key: 'task:submit:a:b', until: null }),
      () => programme.bringBack({ portfolioId: first, key: 'task:submit:a:b' }),
      () => programme.statistics(),
      () => programme.statisticsFile(),
      () => programme.calendarFile({ what: 'all', names: true }),
      () => programme.deadlines(),
      () => programme.setDeadlines({ days: usualDeadlines }),
    ])
      expect(await refusal(call())).toEqual(locked);
    expect(under.logged.join('\n')).not.toContain('Doctor');
  });
});
