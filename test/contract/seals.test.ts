import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealRecordSchema } from '#shared/domain/vault-records.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPlan,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const assessor = { name: 'Dr Test Assessor (invented)', gmcNumber: '0000005', role: 'Consultant' };
const own = { passphrase: 'the assessor’s own words', identityCheck: 'staff-badge', newKey: false } as const;
const nobody = crypto.randomUUID();

describe.each(transports)('seals, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());
  const newItem = async () => (await under.client.evidence.create({ portfolioId, item: testItem })).id;
  const sealsOf = (id: string) => under.client.seals.list({ portfolioId, collection: 'evidence', id });
  const sign = (id: string, signer = assessor, passphrase: string = own.passphrase) =>
    under.client.seals.sign({ portfolioId, kind: 'in-person', id, signer, ...own, passphrase });

  it('are over the version that was there, by somebody with a key of their own', async () => {
    const { seals, evidence } = under.client;
    const id = await newItem();
    expect(await sealsOf(id)).toEqual([]);
    expect(await seals.standing({ name: assessor.name, gmcNumber: assessor.gmcNumber })).toEqual({
      standing: 'new',
    });
    const first = await sign(id);
    expect(first).toMatchObject({
      kind: 'in-person',
      validity: 'valid',
      signature: { standing: { is: 'own' }, remarks: [] },
      amendedBy: null,
      statement: {
        collection: 'evidence',
        recordId: id,
        signer: assessor,
        presence: { identityCheck: 'staff-badge', deviceOwner: testProfile.name },
        amends: null,
      },
    });
    const { store } = await under.app.session.portfolio(portfolioId);
    expect(store.heads('evidence', id)[0]?.revision).toBe(first.statement.revision);
    expect(await seals.standing({ name: assessor.name, gmcNumber: assessor.gmcNumber })).toEqual({
      standing: 'known',
    });

    // Editing goes on: the sealed version is kept, and the seal says that it is no longer the present one.
    await evidence.update({ portfolioId, id, item: { ...testItem, title: 'Another title' } });
    expect(await sealsOf(id)).toMatchObject([{ id: first.id, validity: 'older-version' }]);
    expect(await store.history.value(first.statement.revision)).toMatchObject({ title: testItem.title });
    const second = await sign(id);
    expect(await sealsOf(id)).toMatchObject([
      { id: second.id, validity: 'valid', statement: { amends: first.id }, amendedBy: null },
      { id: first.id, validity: 'older-version', amendedBy: second.id },
    ]);
    // Somebody else's seal amends nobody's.
    const other = { ...assessor, name: 'Dr Other Assessor (invented)', gmcNumber: '0000004' };
    expect((await sign(id, other, 'another one’s words')).statement.amends).toBeNull();
  });

  it('ask for the signer’s own passphrase', async () => {
    const id = await newItem();
    await sign(id);
    expect(await refusal(sign(id, assessor, testPassphrase))).toEqual({ code: 'WRONG_PASSPHRASE', data: {} });
    expect(await refusal(sign(id, { ...assessor, name: 'Dr Short (invented)' }, 'short'))).toMatchObject({
      code: 'WEAK_PASSPHRASE',
    });
    expect(await sealsOf(id)).toHaveLength(1);
    const again = await under.client.seals.sign({
      portfolioId,
      kind: 'in-person',
      id,
      signer: assessor,
      ...own,
      passphrase: 'after it was forgotten',
      newKey: true,
    });
    expect(again).toMatchObject({ validity: 'valid' });
    expect((await sealsOf(id)).map(({ signature }) => signature.certificate)).not.toEqual([
      again.signature.certificate,
      again.signature.certificate,
    ]);
  });

  it('are not for the doctor’s own evidence, for what is in the trash, or for what is not there', async () => {
    const id = await newItem();
    const self = { ...assessor, name: testProfile.name, gmcNumber: testProfile.gmcNumber };
    expect(await refusal(sign(id, self))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['signer', 'name'], code: 'own-evidence' }] },
    });
    expect(
      await refusal(
        under.client.seals.sign({
          portfolioId,
          kind: 'in-person',
          id,
          signer: assessor,
          ...own,
          identityCheck: 'own-profile',
        }),
      ),
    ).toMatchObject({ code: 'INVALID' });
    await under.client.evidence.trash({ portfolioId, id });
    expect(await refusal(sign(id))).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    expect(await refusal(sign(nobody))).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
  });

  it('are found out when they, or what they are over, were altered', async () => {
    const id = await newItem();
    const seal = await sign(id, { ...assessor, name: 'Dr Third Assessor (invented)' });
    const { store } = await under.app.session.portfolio(portfolioId);
    const record = store.get('seals', seal.id) ?? expect.fail();
    const statement = record.statement ?? expect.fail();
    const otherHash = 'f'.repeat(64);
    for (const changed of [
      { ...record, statement: { ...statement, signer: { ...assessor, name: 'Dr Somebody Else' } } },
      { ...record, statement: { ...statement, revision: otherHash } },
      { ...record, statement: { ...statement, amends: nobody } },
      { ...record, sealedAt: '2020-01-01T00:00:00.000Z' },
      { ...record, signature: Buffer.alloc(70).toString('base64') },
      { ...record, fingerprint: otherHash },
    ]) {
      await store.commit('test.tamper', [{ collection: 'seals', id: seal.id, value: changed }]);
      expect(await sealsOf(id)).toMatchObject([{ validity: 'altered' }]);
    }
    await store.commit('test.mend', [{ collection: 'seals', id: seal.id, value: record }]);
    expect(await sealsOf(id)).toMatchObject([{ validity: 'valid' }]);
    // A true seal moved to another item is over nothing there.
    const elsewhere = await newItem();
    const moved = { ...record, subjectId: elsewhere };
    await store.commit('test.move', [{ collection: 'seals', id: seal.id, value: moved }]);
    expect(await sealsOf(elsewhere)).toMatchObject([{ validity: 'altered' }]);
  });

  it('are for the judgements of a draft too, and stay valid while only the rest of it changes', async () => {
    const { reviews, seals } = under.client;
    const plan = testPlan();
    const { id } = await reviews.schedule({ portfolioId, plan });
    const member = plan.panel[1]?.id ?? expect.fail();
    const request = { portfolioId, kind: 'judgement', id, member, ...own } as const;
    expect(await refusal(seals.sign(request))).toEqual({
      code: 'REVIEW_STATE',
      data: { state: 'scheduled' },
    });
    const judge = (level: 'limited' | 'progressing') =>
      reviews.judge({ portfolioId, id, judgement: { capability: 'G4', level, reason: 'Seen.' } });
    await judge('limited');
    const sealed = await seals.sign(request);
    expect(sealed).toMatchObject({
      kind: 'judgement',
      statement: {
        collection: 'reviews',
        signer: { name: plan.panel[1]?.name, role: 'Educational supervisor' },
      },
    });
    const list = () => seals.list({ portfolioId, collection: 'reviews', id });
    await reviews.replan({ portfolioId, id, plan: { ...plan, place: 'Another room' } });
    expect(await list()).toMatchObject([{ validity: 'valid' }]);
    await judge('progressing');
    expect(await list()).toMatchObject([{ validity: 'older-version' }]);
    expect(await refusal(seals.sign({ ...request, member: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'person' },
    });
    expect(await refusal(seals.sign({ ...request, id: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });
  });

  it('of Waymark 0.1.0 are read as they were written', () => {
    const old = {
      id: nobody,
      subject: 'review-outcome',
      subjectId: nobody,
      fingerprint: 'a'.repeat(64),
      certificates: [],
      signature: '',
      sealedAt: '2026-01-01T00:00:00.000Z',
      journal: { entries: 1, head: 'b'.repeat(64) },
    };
    expect(sealRecordSchema.parse(old)).toEqual(old);
  });

  it('are hidden while the vault is locked', async () => {
    await under.client.app.lock();
    expect(await refusal(sealsOf(nobody))).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(under.client.seals.standing({ name: 'x', gmcNumber: null }))).toMatchObject({
      code: 'LOCKED',
    });
    expect(await refusal(sign(nobody))).toMatchObject({ code: 'LOCKED' });
  });
});
