import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySeal } from '#electron/trust/seal.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import type { Review } from '#shared/domain/review.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPassphrase,
  testPlan,
  testPortfolio,
  testProfile,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const chairPassphrase = 'the chair’s own passphrase';

describe.each(transports)('reviews, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let codes: readonly string[];
  beforeAll(async () => {
    // Late enough for every review here to have been held.
    under = await startApp(transport, {
      clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' },
    });
    portfolioId = await withPortfolio(under);
    await under.client.evidence.create({ portfolioId, item: testItem });
    codes = (await under.client.guidance.get({ packId: 'general-internal-medicine' })).capabilities.map(
      ({ code }) => code,
    );
  });
  afterAll(() => under.close());

  const judgeAll = async (id: string) => {
    for (const capability of codes) {
      await under.client.reviews.judge({
        portfolioId,
        id,
        judgement: { capability, level: 'developing', reason: `Seen for ${capability}.` },
      });
    }
  };
  const blob = async (hash: string) =>
    Buffer.from(await (await under.send(`/blobs/${portfolioId}/${hash}`)).arrayBuffer());

  it('is scheduled, changed and drafted', async () => {
    const { reviews } = under.client;
    const made = await reviews.schedule({ portfolioId, plan: testPlan() });
    expect(made.state).toBe('scheduled');
    const moved = await reviews.replan({
      portfolioId,
      id: made.id,
      plan: { ...testPlan(), heldOn: '2026-11-12' },
    });
    expect(moved).toMatchObject({ heldOn: '2026-11-12', state: 'scheduled' });
    const judgement = { capability: 'G4', level: 'limited', reason: 'Old.' } as const;
    await reviews.judge({ portfolioId, id: made.id, judgement });
    const rejudged = await reviews.judge({
      portfolioId,
      id: made.id,
      judgement: { ...judgement, level: 'progressing' },
    });
    expect(rejudged).toMatchObject({
      state: 'drafted',
      judgements: [{ capability: 'G4', level: 'progressing' }],
    });
    expect((await reviews.list({ portfolioId })).map(({ id }) => id)).toContain(made.id);
    expect((await reviews.get({ portfolioId, id: made.id })).review).toEqual(rejudged);
  });

  it('refuses what is not a review', async () => {
    const { reviews } = under.client;
    const plan = testPlan();
    const noChair = { ...plan, panel: plan.panel.filter(({ role }) => role !== 'chair') };
    expect(await refusal(reviews.schedule({ portfolioId, plan: noChair }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['plan', 'panel'], code: 'one-chair' }] },
    });
    const backwards = { ...plan, period: { from: '2026-11-10', to: '2025-11-10' } };
    expect(await refusal(reviews.schedule({ portfolioId, plan: backwards }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['plan', 'period', 'to'], code: 'end-before-start' }] },
    });
    const at = { portfolioId, id: nobody };
    for (const call of heard([
      reviews.get(at),
      reviews.replan({ ...at, plan }),
      reviews.conclude({ ...at, conclusion: testConclusion }),
      reviews.chairStanding(at),
      reviews.judge({ ...at, judgement: { capability: 'G4', level: 'limited', reason: 'x' } }),
      reviews.sign({ ...at, passphrase: testPassphrase, identityCheck: 'own-profile', newKey: false }),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'review' } });
    }
    const { id } = await reviews.schedule({ portfolioId, plan });
    expect(
      await refusal(
        reviews.judge({ portfolioId, id, judgement: { capability: 'NOPE', level: 'limited', reason: 'x' } }),
      ),
    ).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['judgement', 'capability'], code: 'unknown-capability' }] },
    });
    expect(
      await refusal(
        reviews.judge({ portfolioId, id, judgement: { capability: 'G4', level: 'limited', reason: ' ' } }),
      ),
    ).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['judgement', 'reason'], code: 'required' }] },
    });
  });

  it('is signed by a chair with a passphrase of their own, into a report that verifies', async () => {
    const { reviews } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: testPlan() });
    const at = { portfolioId, id };
    expect(await reviews.chairStanding(at)).toEqual({ standing: 'new' });
    const signing = {
      ...at,
      passphrase: chairPassphrase,
      identityCheck: 'known-personally',
      newKey: false,
    } as const;
    expect(await refusal(reviews.sign(signing))).toEqual({
      code: 'REVIEW_INCOMPLETE',
      data: {
        missing: [
          'judgements',
          'progress-made',
          'progress-needed',
          'outcome',
          'outcome-reason',
          'next-review',
        ],
      },
    });
    await judgeAll(id);
    await reviews.conclude({ ...at, conclusion: testConclusion });
    await reviews.replan({ ...at, plan: { ...testPlan(), heldOn: '2030-01-16' } });
    expect(await refusal(reviews.sign(signing))).toEqual({
      code: 'REVIEW_INCOMPLETE',
      data: { missing: ['held'] },
    });
    await reviews.replan({ ...at, plan: testPlan() });
    expect(await refusal(reviews.sign({ ...signing, passphrase: 'short' }))).toMatchObject({
      code: 'WEAK_PASSPHRASE',
    });
    expect(
      await refusal(reviews.sign({ ...signing, identityCheck: 'own-profile', newKey: false })),
    ).toMatchObject({
      code: 'INVALID',
    });

    const signed: Review = await reviews.sign(signing);
    expect(signed).toMatchObject({
      state: 'signed',
      signOff: { signerName: 'Dr Test Chair (invented)', identityCheck: 'known-personally' },
    });
    const pdf = await blob(signed.signOff?.report ?? '');
    const verdict = await under.client.verify.check({ uploadId: await upload(under, new Uint8Array(pdf)) });
    expect(verdict).toMatchObject({
      status: 'valid',
      signatures: [{ signer: 'Dr Test Chair (invented)', known: true, valid: true }],
      report: { doctor: testProfile.name, fingerprint: signed.signOff?.fingerprint },
    });

    const model = (await blob(signed.signOff?.model ?? '')).toString('utf8');
    const seal = [...(await under.app.session.portfolio(portfolioId)).store.all('seals').values()].find(
      ({ subjectId }) => subjectId === id,
    );
    expect(verifySeal(model, seal?.signature ?? '', seal?.certificates[0] ?? '')).toBe(true);
    expect(verifySeal(`${model} `, seal?.signature ?? '', seal?.certificates[0] ?? '')).toBe(false);

    const later = {
      ...at,
      judgement: { capability: 'G4', level: 'limited', reason: 'Changed my mind.' },
    } as const;
    for (const call of heard([
      reviews.judge(later),
      reviews.conclude({ ...at, conclusion: testConclusion }),
      reviews.replan({ ...at, plan: testPlan() }),
      reviews.sign(signing),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'REVIEW_STATE', data: { state: 'signed' } });
    }
    const next = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2027-11-10' } });
    expect(await reviews.chairStanding({ portfolioId, id: next.id })).toEqual({ standing: 'known' });
    await judgeAll(next.id);
    await reviews.conclude({ portfolioId, id: next.id, conclusion: testConclusion });
    expect(
      await refusal(reviews.sign({ ...signing, id: next.id, passphrase: 'not the chair’s own' })),
    ).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect((await reviews.get({ portfolioId, id: next.id })).review.state).toBe('drafted');
  });

  it('is signed by the vault’s owner with the vault’s passphrase when they chair it themselves', async () => {
    const { reviews } = under.client;
    const plan = testPlan();
    const own = {
      id: crypto.randomUUID(),
      name: testProfile.name,
      role: 'chair',
      gmcNumber: testProfile.gmcNumber,
      organisation: '',
    } as const;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...plan, panel: [own] } });
    expect(await reviews.chairStanding({ portfolioId, id })).toEqual({ standing: 'owner' });
    await judgeAll(id);
    await reviews.conclude({ portfolioId, id, conclusion: testConclusion });
    const signing = { portfolioId, id, identityCheck: 'own-profile', newKey: false } as const;
    expect(await refusal(reviews.sign({ ...signing, passphrase: 'not the passphrase' }))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect((await reviews.sign({ ...signing, passphrase: testPassphrase })).state).toBe('signed');
  });

  it('carries open actions into the next review', async () => {
    const { reviews } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2028-11-10' } });
    const action = {
      id: crypto.randomUUID(),
      what: 'Lead a project',
      measure: 'Protocol approved',
      owner: testProfile.name,
      dueOn: '2029-05-01',
      capability: 'G5',
      status: 'open',
    } as const;
    await judgeAll(id);
    await reviews.conclude({ portfolioId, id, conclusion: { ...testConclusion, actions: [action] } });
    await reviews.sign({
      portfolioId,
      id,
      passphrase: chairPassphrase,
      identityCheck: 'photo-id',
      newKey: false,
    });
    const next = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2029-11-10' } });
    expect((await reviews.get({ portfolioId, id: next.id })).previousActions).toEqual([action]);
  });

  it('counts the evidence there was on the day of the review', async () => {
    const { reviews, evidence } = under.client;
    const made = await under.client.portfolios.create({ ...testPortfolio, targetDate: '2028-01-31' });
    const at = { portfolioId: made.id };
    await evidence.create({ ...at, item: { ...testItem, startedOn: '2026-03-01' } });
    await evidence.create({ ...at, item: { ...testItem, title: 'Later', startedOn: '2026-12-24' } });
    const { id } = await reviews.schedule({ ...at, plan: testPlan() });
    for (const capability of codes) {
      await reviews.judge({ ...at, id, judgement: { capability, level: 'developing', reason: 'Seen.' } });
    }
    await reviews.conclude({ ...at, id, conclusion: testConclusion });
    const { signOff } = await reviews.sign({
      ...at,
      id,
      passphrase: chairPassphrase,
      identityCheck: 'photo-id',
      newKey: false,
    });
    const model = await under.send(`/blobs/${made.id}/${signOff?.model}`);
    const { capabilities, evidence: listed } = (await model.json()) as ReportModel;
    expect(listed).toHaveLength(1);
    expect(capabilities.find(({ code }) => code === 'IM7')).toMatchObject({ inWindow: 1, kinds: 1 });
  });

  it('concludes only with what could have been chosen', async () => {
    const { reviews } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2026-10-01' } });
    const action = {
      id: crypto.randomUUID(),
      what: 'x',
      measure: 'x',
      owner: 'x',
      dueOn: '2027-01-01',
      capability: 'NOPE',
      status: 'open',
    } as const;
    const conclusion = {
      ...testConclusion,
      outcome: { id: 'as-planned', name: 'Outcome 1', meaning: 'x' },
      nextReviewOn: '2026-10-01',
      actions: [action],
      followUps: [{ action: nobody, status: 'done', note: '' }],
    } as const;
    expect(await refusal(reviews.conclude({ portfolioId, id, conclusion }))).toEqual({
      code: 'INVALID',
      data: {
        issues: [
          { path: ['conclusion', 'outcome'], code: 'unknown-outcome' },
          { path: ['conclusion', 'nextReviewOn'], code: 'before-review' },
          { path: ['conclusion', 'actions', 0, 'capability'], code: 'unknown-capability' },
          { path: ['conclusion', 'followUps', 0, 'action'], code: 'unknown-action' },
        ],
      },
    });
    expect((await reviews.get({ portfolioId, id })).review.state).toBe('scheduled');
  });

  it('gives a chair who forgot their passphrase another key, and leaves the old signatures as they are', async () => {
    const { reviews } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2026-10-02' } });
    await judgeAll(id);
    await reviews.conclude({ portfolioId, id, conclusion: testConclusion });
    const signing = {
      portfolioId,
      id,
      identityCheck: 'photo-id',
      passphrase: 'a quite different one',
    } as const;
    expect(await refusal(reviews.sign({ ...signing, newKey: false }))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await refusal(reviews.sign({ ...signing, passphrase: 'short', newKey: true }))).toMatchObject({
      code: 'WEAK_PASSPHRASE',
    });
    const signed = await reviews.sign({ ...signing, newKey: true });
    const certificates = (await reviews.list({ portfolioId })).flatMap(({ signOff }) =>
      signOff?.signerName === 'Dr Test Chair (invented)' ? [signOff.certificate] : [],
    );
    expect(new Set(certificates).size).toBe(2);
    const next = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2026-10-03' } });
    await judgeAll(next.id);
    await reviews.conclude({ portfolioId, id: next.id, conclusion: testConclusion });
    const again = await reviews.sign({ ...signing, id: next.id, newKey: false });
    expect(again.signOff?.certificate).toBe(signed.signOff?.certificate);
  });

  it('lets a programme word its outcomes', async () => {
    const { reviews } = under.client;
    expect(await reviews.outcomes()).toHaveLength(5);
    const outcomes = [{ id: 'carry-on', name: 'Carry on', meaning: 'As it says.' }];
    expect(await reviews.setOutcomes({ outcomes })).toEqual(outcomes);
    expect(await reviews.outcomes()).toEqual(outcomes);
    expect(await refusal(reviews.setOutcomes({ outcomes: [] }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['outcomes'], code: 'required' }] },
    });
    expect(await refusal(reviews.setOutcomes({ outcomes: [...outcomes, ...outcomes] }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('tells a changed byte, a file without a signature, and a file that is no PDF', async () => {
    const report =
      (await under.client.reviews.list({ portfolioId })).find(({ state }) => state === 'signed')?.signOff
        ?.report ?? '';
    const pdf = await blob(report);
    const changed = new Uint8Array(pdf);
    const at = Math.floor(pdf.length / 3);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await under.client.verify.check({ uploadId: await upload(under, changed) })).toMatchObject({
      status: 'not-valid',
      report: null,
    });
    const text = new TextEncoder().encode('not a pdf');
    expect(await under.client.verify.check({ uploadId: await upload(under, text) })).toMatchObject({
      status: 'unreadable',
      findings: ['not-a-pdf'],
    });
    expect(await refusal(under.client.verify.check({ uploadId: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
  });
});
