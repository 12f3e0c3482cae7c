import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysAfter, ukDate } from '#shared/domain/dates.ts';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPortfolio,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const day = '2026-11-19';
const clock = { now: () => new Date(`${day}T10:00:00.000Z`), today: () => day };

describe.each(transports)('where a portfolio stands, %s', (transport) => {
  let under: AppUnderTest;
  beforeEach(async () => {
    under = await startApp(transport, { clock });
  });
  afterEach(() => under.close());

  const add = async (portfolioId: string, over: Partial<EvidenceInput> = {}) =>
    (await under.client.evidence.create({ portfolioId, item: { ...testItem, ...over } })).id;
  const change = (portfolioId: string, over: object) =>
    under.client.portfolios.update({ portfolioId, portfolio: { ...testPortfolio, ...over } });
  const calls = (portfolioId: string) => {
    const { coverage } = under.client;
    return [
      coverage.map({ portfolioId }),
      coverage.items({ portfolioId, capability: null, expectation: null, measure: 'counted' }),
      coverage.seen({ portfolioId }),
      coverage.next({ portfolioId }),
      coverage.setAside({ portfolioId, key: 'drafts', until: null }),
      coverage.bringBack({ portfolioId, key: 'drafts' }),
      coverage.ageing({ portfolioId, on: null }),
      coverage.pace({ portfolioId }),
    ];
  };

  it('needs an open vault and a portfolio that is there', async () => {
    for (const call of heard(calls(nobody))) expect(await refusal(call)).toMatchObject({ code: 'LOCKED' });
    const portfolioId = await withPortfolio(under);
    for (const call of heard(calls(nobody)))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    const { coverage } = under.client;
    const all = { portfolioId, capability: 'IM7', expectation: null, measure: 'counted' } as const;
    expect(await refusal(coverage.items({ ...all, capability: 'NONE' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'capability' },
    });
    expect(await refusal(coverage.items({ ...all, expectation: 'none' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(coverage.items({ ...all, measure: 'sufficient' as 'all' }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusal(coverage.ageing({ portfolioId, on: 'soon' }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(coverage.setAside({ portfolioId, key: '', until: null }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('shows the items behind a number, drafts apart', async () => {
    const portfolioId = await withPortfolio(under);
    const now = await add(portfolioId, { title: 'Counts' });
    const newer = await add(portfolioId, { title: 'Counts too', startedOn: '2026-06-01' });
    const old = await add(portfolioId, { title: 'Too old', startedOn: '2019-03-01' });
    const draft = await add(portfolioId, { title: 'Unfinished', draft: true });
    const behind = async (measure: 'counted' | 'tooOld' | 'drafts' | 'unverified' | 'seen') => {
      const question = { portfolioId, capability: 'IM7', expectation: null, measure } as const;
      const { total, rows } = await under.client.coverage.items(question);
      expect(total).toBe(rows.length);
      return rows.map(({ id }) => id);
    };
    expect(await behind('counted')).toEqual([newer, now]);
    expect(await behind('tooOld')).toEqual([old]);
    expect(await behind('drafts')).toEqual([draft]);
    // Courses need no verification by the rules every application shares.
    expect(await behind('unverified')).toEqual([]);
    const map = await under.client.coverage.map({ portfolioId });
    expect(map).toMatchObject({ items: 3, drafts: 1 });
    expect(map.capabilities.find(({ code }) => code === 'IM7')).toMatchObject({
      inWindow: 2,
      tooOld: 1,
      drafts: 1,
      unverified: 0,
    });
  });

  it('knows what a supervisor signed off in person, for as long as it stays as it was', async () => {
    const portfolioId = await withPortfolio(under);
    const id = await add(portfolioId);
    expect(await under.client.coverage.seen({ portfolioId })).toMatchObject({ items: 0 });
    const signer = { name: 'Dr Test Assessor (invented)', gmcNumber: '0000005', role: 'Consultant' };
    await under.client.seals.sign({
      ...{ portfolioId, kind: 'in-person', id, signer },
      ...{ passphrase: 'the assessor’s own words', identityCheck: 'staff-badge', newKey: false },
    });
    const seen = await under.client.coverage.seen({ portfolioId });
    expect(seen.items).toBe(1);
    expect(seen.capabilities.filter(({ items }) => items > 0)).toEqual([
      { code: 'IM7', items: 1, signedOff: 1, accepted: 0 },
    ]);
    const question = { portfolioId, capability: 'IM7', expectation: null, measure: 'seen' } as const;
    expect(await under.client.coverage.items(question)).toMatchObject({ total: 1, rows: [{ id }] });
    await under.client.evidence.update({ portfolioId, id, item: { ...testItem, title: 'Rewritten since' } });
    expect(await under.client.coverage.seen({ portfolioId })).toMatchObject({ items: 0 });
    expect(await under.client.coverage.items(question)).toMatchObject({ total: 0 });
  });

  it('counts further back for breaks, and for part-time work where the guidance says so', async () => {
    await withPortfolio(under);
    const icm = { ...testPortfolio, packId: 'intensive-care-medicine' };
    const { id: portfolioId } = await under.client.portfolios.create(icm);
    const from = async () => (await under.client.coverage.map({ portfolioId })).windowFrom;
    expect(ukDate(await from())).toBe('31/01/2021');
    await change(portfolioId, {
      ...icm,
      breaks: [{ from: '2024-01-01', to: '2024-12-31', reason: 'Leave' }],
    });
    expect(ukDate(await from())).toBe('31/01/2020');
    await change(portfolioId, { ...icm, workingTime: [{ from: '2027-01-31', percent: 50 }] });
    // The break stays where it is not named.
    expect(await from()).toBe(daysAfter('2020-01-31', -183));
    await under.client.portfolios.setWorkingLife({ portfolioId, breaks: [], workingTime: [] });
    expect(ukDate(await from())).toBe('31/01/2021');
    expect(await under.client.portfolios.get({ portfolioId })).toMatchObject(icm);
    const none = { breaks: [], workingTime: [] };
    expect(
      await refusal(under.client.portfolios.setWorkingLife({ portfolioId: nobody, ...none })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const tooMuch = { ...none, workingTime: [{ from: '2024-01-01', percent: 101 }] };
    expect(await refusal(under.client.portfolios.setWorkingLife({ portfolioId, ...tooMuch }))).toMatchObject({
      code: 'INVALID',
    });
    await under.client.app.lock();
    expect(await refusal(under.client.portfolios.setWorkingLife({ portfolioId, ...none }))).toMatchObject({
      code: 'LOCKED',
    });
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect(
      await refusal(
        change(portfolioId, { ...icm, breaks: [{ from: '2024-02-01', to: '2024-01-01', reason: '' }] }),
      ),
    ).toMatchObject({ code: 'INVALID', data: { issues: [{ code: 'end-before-start' }] } });
  });

  it('says what to do next, and keeps what was set aside out of sight until it is brought back', async () => {
    const portfolioId = await withPortfolio(under);
    await add(portfolioId, { draft: true });
    await add(portfolioId, { startedOn: '2022-03-01' });
    const { coverage, app } = under.client;
    const before = await coverage.next({ portfolioId });
    const kinds = [...new Set(before.steps.map(({ kind }) => kind))];
    expect(kinds).toEqual(['gap', 'expiring', 'drafts']);
    // Five years back from 31/01/2028: submitted on 02/03/2027 it is a day too old.
    expect(before.steps.find(({ kind }) => kind === 'expiring')).toMatchObject({
      capability: 'IM7',
      items: 1,
      on: '2027-03-02',
    });
    expect(before.nonClinical).toMatchObject({ countsMet: 0, rulesMet: 0 });
    const [first, second] = before.steps;
    if (first === undefined || second === undefined) throw new Error('two steps expected');
    await coverage.setAside({ portfolioId, key: first.key, until: null });
    const after = await coverage.setAside({ portfolioId, key: second.key, until: '2027-01-31' });
    expect(after.steps).toEqual(before.steps.slice(2));
    expect(after.setAside).toEqual([
      { ...first, until: null },
      { ...second, until: '2027-01-31' },
    ]);
    await app.lock();
    await app.unlock({ passphrase: testPassphrase });
    expect(await coverage.next({ portfolioId })).toEqual(after);
    // It is this portfolio's alone, and a day that is past holds nothing back.
    const other = (await under.client.portfolios.create(testPortfolio)).id;
    expect((await coverage.next({ portfolioId: other })).setAside).toEqual([]);
    await coverage.setAside({ portfolioId, key: second.key, until: day });
    expect((await coverage.next({ portfolioId })).steps[0]).toEqual(second);
    expect(await coverage.bringBack({ portfolioId, key: first.key })).toEqual(before);
  });

  it('shows what falls out of the window, and what another target date would change', async () => {
    const portfolioId = await withPortfolio(under);
    const soon = await add(portfolioId, { startedOn: '2022-01-10' });
    const later = await add(portfolioId, { startedOn: '2023-01-30' });
    const gone = await add(portfolioId, { startedOn: '2020-01-10' });
    const { coverage, portfolios } = under.client;
    const own = await coverage.ageing({ portfolioId, on: null });
    expect(own).toMatchObject({ targetDate: '2028-01-31', windowFrom: '2023-01-31', total: 2, changes: [] });
    expect(own.rows.map(({ id, fallsOutOn }) => [id, fallsOutOn])).toEqual([
      [soon, '2027-01-11'],
      [later, '2028-01-31'],
    ]);
    const earlier = await coverage.ageing({ portfolioId, on: '2027-06-30' });
    expect(earlier.rows.map(({ id }) => id)).toEqual([soon]);
    const whole = earlier.changes.filter(({ capability }) => capability === 'IM7');
    expect(whole.length).toBeGreaterThan(0);
    for (const { before, after } of whole) expect(after).toBeGreaterThan(before);
    expect(earlier.rows.map(({ id }) => id)).not.toContain(gone);
    // A mistyped year is looked at as far as is sensible.
    expect((await coverage.ageing({ portfolioId, on: '9999-12-31' })).total).toBe(2);
    // Asking saves nothing.
    expect(await portfolios.get({ portfolioId })).toMatchObject({ targetDate: '2028-01-31' });
    expect(await coverage.ageing({ portfolioId, on: null })).toEqual(own);
  });

  it('shows the pace, which stands still on a break', async () => {
    const portfolioId = await withPortfolio(under);
    await add(portfolioId);
    const pace = await under.client.coverage.pace({ portfolioId });
    expect(pace).toMatchObject({ startedOn: day, today: day, targetDate: '2028-01-31', standing: 'on-pace' });
    expect(pace.points.find(({ on }) => on === day)).toMatchObject({ items: 1, met: pace.met });
    expect(pace.points.at(-1)).toEqual({ on: '2028-01-31', met: null, expected: pace.rules, items: null });
    await change(portfolioId, { targetDate: '9999-12-31' });
    expect((await under.client.coverage.pace({ portfolioId })).points.length).toBeLessThan(500);
    await change(portfolioId, { breaks: [{ from: '2026-11-01', to: null, reason: '' }] });
    expect(await under.client.coverage.pace({ portfolioId })).toMatchObject({ standing: 'on-break' });
  });
});
