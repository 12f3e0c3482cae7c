import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeVault } from '#electron/services/check-vault.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testPlan,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { authorSealing, testAuthor, testExample, writtenReport } from '#test/support/supervisor-reports.ts';

const nobody = crypto.randomUUID();
const clock = { now: () => new Date('2026-12-01T12:00:00Z'), today: () => '2026-12-01' };

describe.each(transports)('supervisor’s reports, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock });
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());
  const begin = async () =>
    (
      await under.client.supervisorReports.begin({
        portfolioId,
        review: null,
        period: null,
        author: testAuthor,
      })
    ).report;
  const sealed = async () => {
    const { report } = await writtenReport(under, portfolioId);
    return under.client.supervisorReports.seal({ portfolioId, id: report.id, ...authorSealing });
  };

  it('begin with the year’s facts and with nothing written', async () => {
    const { supervisorReports, evidence, reviews } = under.client;
    await evidence.create({ portfolioId, item: testItem });
    await evidence.create({ portfolioId, item: { ...testItem, draft: true } });
    await evidence.create({ portfolioId, item: { ...testItem, startedOn: '2025-11-30' } });
    const { report, missing, age } = await supervisorReports.begin({
      portfolioId,
      review: null,
      period: null,
      author: testAuthor,
    });
    expect(report).toMatchObject({
      state: 'draft',
      author: testAuthor,
      period: { from: '2025-12-01', to: '2026-12-01' },
      strengths: '',
      capabilities: [],
      facts: { on: '2026-12-01', items: 1, byType: [{ type: 'cpd', count: 1 }] },
    });
    expect(report.facts.domains.map(({ title }) => title)).toEqual([
      'Knowledge, skills and development',
      'Patients, partnership and communication',
      'Colleagues, culture and safety',
      'Trust and professionalism',
    ]);
    expect(age).toBeNull();
    expect(missing.filter(({ part }) => part === 'capability')).toHaveLength(
      report.facts.capabilities.length,
    );
    const review = await reviews.schedule({ portfolioId, plan: testPlan() });
    const forReview = await supervisorReports.begin({
      portfolioId,
      review: review.id,
      period: null,
      author: testAuthor,
    });
    expect(forReview).toMatchObject({
      reviewOn: review.heldOn,
      report: { period: review.period, review: review.id },
    });
    expect((await supervisorReports.list({ portfolioId })).map(({ report: { id } }) => id)).toContain(
      forReview.report.id,
    );
  });

  it('are not by the doctor, nor for what is not there', async () => {
    const { supervisorReports } = under.client;
    const own = { name: testProfile.name, gmcNumber: testProfile.gmcNumber, role: '' };
    const call = { portfolioId, review: null, period: null, author: testAuthor };
    for (const author of [own, null])
      expect(await refusal(supervisorReports.begin({ ...call, author }))).toEqual({
        code: 'INVALID',
        data: { issues: [{ path: ['author', 'name'], code: 'own-report' }] },
      });
    expect(await refusal(supervisorReports.begin({ ...call, review: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });
    const report = { code: 'NOT_FOUND', data: { what: 'report' } };
    const at = { portfolioId, id: nobody };
    expect(await refusal(supervisorReports.get(at))).toEqual(report);
    expect(await refusal(supervisorReports.save({ ...at, change: {} }))).toEqual(report);
    expect(await refusal(supervisorReports.refresh(at))).toEqual(report);
    expect(await refusal(supervisorReports.remove(at))).toEqual(report);
    expect(await refusal(supervisorReports.amend({ ...at, reason: 'Why' }))).toEqual(report);
    expect(await refusal(supervisorReports.seal({ ...at, ...authorSealing }))).toEqual(report);
    expect(await refusal(supervisorReports.list({ portfolioId: nobody }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('keep what each of two windows wrote', async () => {
    const { supervisorReports } = under.client;
    const { id, facts } = await begin();
    const [one, two] = facts.capabilities.map(({ code }) => code);
    const part = (code = '', comment = '') => ({ code, level: null, comment, notSeen: false });
    await Promise.all([
      supervisorReports.save({ portfolioId, id, change: { capabilities: [part(one, 'First')] } }),
      supervisorReports.save({ portfolioId, id, change: { capabilities: [part(two, 'Second')] } }),
      supervisorReports.save({ portfolioId, id, change: { strengths: 'Kind' } }),
    ]);
    const { report } = await supervisorReports.get({ portfolioId, id });
    expect(new Set(report.capabilities.map(({ comment }) => comment))).toEqual(new Set(['First', 'Second']));
    expect(report.strengths).toBe('Kind');
    const seen = { code: one ?? '', level: 'direct' as const, comment: '', notSeen: true };
    const saved = await supervisorReports.save({ portfolioId, id, change: { capabilities: [seen] } });
    expect(saved.report.capabilities.find(({ code }) => code === one)).toMatchObject({ level: null });
    const change = (given: object) => refusal(supervisorReports.save({ portfolioId, id, change: given }));
    expect(await change({ capabilities: [part('ZZ99', '')] })).toMatchObject({ code: 'INVALID' });
    expect(await change({ domains: [{ id: 'gmp-1999-1', comment: '' }] })).toMatchObject({ code: 'INVALID' });
    expect(await change({ review: nobody })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await change({ period: { from: '2026-02-01', to: '2026-01-01' } })).toMatchObject({
      code: 'INVALID',
    });
  });

  it('say what changed when facts are brought up to date, and leave what was written', async () => {
    const { supervisorReports, evidence } = under.client;
    const { report } = await writtenReport(under, portfolioId);
    const { id } = report;
    expect((await supervisorReports.get({ portfolioId, id })).changes).toEqual([]);
    await evidence.create({ portfolioId, item: { ...testItem, type: 'audit' } });
    const { changes, report: untouched } = await supervisorReports.get({ portfolioId, id });
    expect(changes).toContainEqual({
      fact: 'items',
      of: null,
      before: report.facts.items,
      now: report.facts.items + 1,
    });
    expect(untouched.facts).toEqual(report.facts);
    const fresh = await supervisorReports.refresh({ portfolioId, id });
    expect(fresh.changes).toEqual(changes);
    const { facts: _, updatedAt: __, ...written } = fresh.report;
    expect(report).toMatchObject(written);
    expect((await supervisorReports.get({ portfolioId, id })).changes).toEqual([]);
  });

  it('are sealed only when whole, by their author with their own passphrase', async () => {
    const { supervisorReports, seals, history } = under.client;
    const { id } = await begin();
    const seal = (given: object = {}, of = id) =>
      supervisorReports.seal({ portfolioId, id: of, ...authorSealing, ...given });
    const refused = await refusal(seal());
    expect(refused.code).toBe('REPORT_INCOMPLETE');
    expect(await refusal(supervisorReports.amend({ portfolioId, id, reason: 'Why' }))).toEqual({
      code: 'REPORT_STATE',
      data: { state: 'draft' },
    });
    const { report } = await writtenReport(under, portfolioId);
    const half = { ...testExample(), impact: '' };
    const unfinished = await supervisorReports.save({
      portfolioId,
      id: report.id,
      change: { examples: [...report.examples, half] },
    });
    expect(unfinished.missing).toEqual([{ part: 'example-unfinished', of: half.id }]);
    await supervisorReports.save({ portfolioId, id: report.id, change: { examples: report.examples } });
    expect(await refusal(seal({ passphrase: 'short', newKey: true }, report.id))).toMatchObject({
      code: 'WEAK_PASSPHRASE',
    });
    expect(await refusal(seal({ identityCheck: 'own-profile' }, report.id))).toMatchObject({
      code: 'INVALID',
    });
    const done = await seal({}, report.id);
    expect(await refusal(seal({}, report.id))).toEqual({ code: 'REPORT_STATE', data: { state: 'sealed' } });
    expect(done).toMatchObject({
      missing: [],
      age: { on: '2026-12-01', goodUntil: '2027-02-01', tooOld: false, months: 2 },
      report: { state: 'sealed', sealedOn: '2026-12-01', sealed: { identityCheck: 'staff-badge' } },
    });
    expect(await seals.list({ portfolioId, collection: 'supervisorReports', id: report.id })).toMatchObject([
      {
        kind: 'supervisor-report',
        validity: 'valid',
        statement: { signer: testAuthor, presence: { deviceOwner: testProfile.name } },
      },
    ]);
    for (const call of [
      supervisorReports.save({ portfolioId, id: report.id, change: { strengths: 'Other' } }),
      supervisorReports.refresh({ portfolioId, id: report.id }),
      supervisorReports.remove({ portfolioId, id: report.id }),
    ])
      expect(await refusal(call)).toEqual({ code: 'REPORT_STATE', data: { state: 'sealed' } });
    const next = await writtenReport(under, portfolioId);
    expect(await refusal(seal({ passphrase: 'not their own words' }, next.report.id))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect((await history.undoState({ portfolioId })).undo?.action).not.toBe('supervisor-report.seal');
  });

  it('leave a signed PDF that says what the record says', async () => {
    const { verify } = under.client;
    const { report } = await sealed();
    const { store } = await under.app.session.portfolio(portfolioId);
    const pieces: Uint8Array[] = [];
    const blob = await store.blobs.read(report.sealed?.pdf ?? '');
    for await (const piece of blob?.bytes ?? expect.fail()) pieces.push(Uint8Array.from(piece));
    const verdict = await under.app.ports.verifier.verify(Buffer.concat(pieces), new Set());
    expect(verdict).toMatchObject({
      status: 'valid',
      signatures: [{ signer: testAuthor.name, valid: true }],
      report: {
        kind: 'supervisor-report',
        doctor: testProfile.name,
        outcome: 'ready-for-review',
        fingerprint: report.sealed?.fingerprint,
      },
    });
    expect(verify).toBeDefined();
  });

  it('are amended by one that follows; the sealed one stays', async () => {
    const { supervisorReports } = under.client;
    const { report } = await sealed();
    const reason = 'The examples named the wrong ward.';
    const next = await supervisorReports.amend({ portfolioId, id: report.id, reason });
    expect(next.report).toMatchObject({
      state: 'draft',
      sealed: null,
      follows: { report: report.id, reason },
      strengths: report.strengths,
    });
    // Asked twice, it is the same draft.
    expect((await supervisorReports.amend({ portfolioId, id: report.id, reason })).report.id).toBe(
      next.report.id,
    );
    expect((await supervisorReports.get({ portfolioId, id: report.id })).followedBy).toBeNull();
    await supervisorReports.seal({ portfolioId, id: next.report.id, ...authorSealing });
    const before = await supervisorReports.get({ portfolioId, id: report.id });
    expect(before).toMatchObject({ followedBy: next.report.id, report });
    expect(await refusal(supervisorReports.amend({ portfolioId, id: report.id, reason }))).toEqual({
      code: 'REPORT_STATE',
      data: { state: 'sealed' },
    });
  });

  it('age by the programme’s own rule, and say where the usual one was read', async () => {
    const { supervisorReports, reviews } = under.client;
    expect(await supervisorReports.rule()).toMatchObject({
      months: 2,
      own: false,
      usual: { certainty: 'certain', source: { publisher: 'East Midlands Deanery' } },
    });
    const plan = { ...testPlan(), heldOn: '2027-02-02' };
    const review = await reviews.schedule({ portfolioId, plan });
    const { report } = await writtenReport(under, portfolioId, testAuthor, review.id);
    await supervisorReports.seal({ portfolioId, id: report.id, ...authorSealing });
    const age = async () => (await supervisorReports.get({ portfolioId, id: report.id })).age;
    expect(await age()).toMatchObject({ on: '2027-02-02', goodUntil: '2027-02-01', tooOld: true });
    expect(await supervisorReports.setRule({ months: 3 })).toMatchObject({ months: 3, own: true });
    expect(await age()).toMatchObject({ goodUntil: '2027-03-01', tooOld: false });
    expect(await supervisorReports.setRule({ months: null })).toMatchObject({ months: 2, own: false });
  });

  it('are thrown away while they are drafts, which can be undone', async () => {
    const { supervisorReports, history } = under.client;
    const { id } = await begin();
    await supervisorReports.remove({ portfolioId, id });
    expect(await refusal(supervisorReports.get({ portfolioId, id }))).toMatchObject({ code: 'NOT_FOUND' });
    const { undo } = await history.undoState({ portfolioId });
    expect(undo?.action).toBe('supervisor-report.remove');
  });

  it('are found out by a check when a seal does not fit', async () => {
    const { report } = await sealed();
    const { store } = await under.app.session.portfolio(portfolioId);
    const faults = async () => {
      const { findings } = await judgeVault(under.app.ports, await under.app.session.vault().examine({}));
      return findings.filter(({ kind }) => kind === 'fault').map(({ code }) => code);
    };
    expect(await faults()).toEqual([]);
    const put = (value: SupervisorReport) =>
      store.commit('test.tamper', [{ collection: 'supervisorReports', id: report.id, value }]);
    await put({ ...report, strengths: 'Written after the seal.' });
    expect(await faults()).toEqual(['seal-broken']);
    const { author } = report;
    await put({ ...report, author: { ...author, name: 'Dr Somebody Else (invented)' } });
    expect(await faults()).toEqual(['seal-broken']);
    await put(report);
    expect(await faults()).toEqual([]);
  });

  it('need an open vault', async () => {
    await under.client.app.lock();
    const { supervisorReports } = under.client;
    expect(await refusal(supervisorReports.rule())).toEqual({ code: 'LOCKED', data: {} });
    expect(await refusal(supervisorReports.setRule({ months: null }))).toEqual({ code: 'LOCKED', data: {} });
    expect(await refusal(supervisorReports.list({ portfolioId }))).toEqual({ code: 'LOCKED', data: {} });
  });
});
