import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import type { RefereeInput } from '#shared/domain/registers/referee.ts';
import type { VerifierInput } from '#shared/domain/registers/verifier.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPortfolio,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { csvRecords } from '#test/support/open-archives.ts';
import { checkedByQpdf, infoOf, textOf } from '#test/support/report-judges.ts';

const nobody = crypto.randomUUID();
const verifier: VerifierInput = {
  name: 'Dr Vera Fire (invented)',
  kind: 'supervisor',
  post: 'Consultant',
  institution: 'Leeds General Infirmary',
  gmcNumber: null,
  email: '',
  phone: '01632 960000',
  reachableUntil: null,
  note: '',
};
const referee: RefereeInput = {
  name: 'Dr Ref Eree (invented)',
  post: '',
  institution: '',
  gmcNumber: null,
  email: '',
  phone: '',
  kinds: [],
  onRegister: false,
  lastWorkedTogether: null,
  consentOn: null,
  cvGivenOn: null,
  note: '',
};

describe.each(transports)('the registers, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
  });
  afterAll(() => under.close());
  const make = async (change: Partial<EvidenceInput>) =>
    (
      await under.client.evidence.create({
        portfolioId,
        item: { ...testItem, type: 'audit', hours: null, ...change },
      })
    ).id;
  const kinds = async () =>
    (await under.client.registers.verifiers({ portfolioId })).warnings.map(({ kind }) => kind);

  it('need an open vault, and what they name', async () => {
    const { registers } = under.client;
    expect(await refusal(registers.verifiers({ portfolioId: nobody }))).toMatchObject({ code: 'LOCKED' });
    portfolioId = await withPortfolio(under);
    const gone = { portfolioId: nobody };
    const none = { portfolioId, id: nobody };
    const notFound = (what: string) => ({ code: 'NOT_FOUND', data: { what } });
    for (const call of heard([
      registers.verifiers(gone),
      registers.referees(gone),
      registers.addVerifier({ ...gone, verifier }),
      registers.addReferee({ ...gone, referee }),
      registers.ask({ ...gone, ids: [nobody], verifierId: null }),
      registers.joinPlaces({ ...gone, from: 'A', to: 'B' }),
      under.client.submission.print({ ...gone, what: 'coverage', form: 'csv', institution: null }),
    ]))
      expect(await refusal(call)).toEqual(notFound('portfolio'));
    for (const call of heard([
      registers.updateVerifier({ ...none, verifier }),
      registers.removeVerifier(none),
      registers.ask({ portfolioId, ids: [nobody], verifierId: nobody }),
    ]))
      expect(await refusal(call)).toEqual(notFound('verifier'));
    expect(await refusal(registers.updateReferee({ ...none, referee }))).toEqual(notFound('referee'));
    expect(await refusal(registers.removeReferee(none))).toEqual(notFound('referee'));
    expect(await refusal(registers.ask({ portfolioId, ids: [nobody], verifierId: null }))).toEqual(
      notFound('evidence'),
    );
    expect(
      await refusal(registers.addVerifier({ portfolioId, verifier: { ...verifier, name: ' ' } })),
    ).toMatchObject({
      code: 'INVALID',
    });
  });

  it('list what happened where, and hold verifiers against the rules', async () => {
    const { registers, evidence, history } = under.client;
    const here = await make({ title: 'Audit here', place: 'Leeds General Infirmary' });
    const there = await make({ title: 'Audit there', place: 'York Hospital' });
    await make({ title: 'A course', type: 'cpd', place: 'York Hospital' });
    expect(await kinds()).toEqual(['no-verifier', 'no-verifier']);
    const { id } = await registers.addVerifier({ portfolioId, verifier });
    expect(await kinds()).toEqual(['no-verifier']);
    await registers.ask({ portfolioId, ids: [here, there], verifierId: id });
    expect(await kinds()).toEqual(['no-verifier', 'other-employer']);
    await registers.updateVerifier({
      portfolioId,
      id,
      verifier: { ...verifier, reachableUntil: '2027-12-31' },
    });
    expect(await kinds()).toContain('leaves-before');
    await registers.updateVerifier({
      portfolioId,
      id,
      verifier: { ...verifier, reachableUntil: '2028-03-31' },
    });
    expect(await kinds()).toContain('leaves-while-checked');
    await registers.updateVerifier({ portfolioId, id, verifier: { ...verifier, kind: 'hr' } });
    expect(await kinds()).toEqual(expect.arrayContaining(['employment-only', 'no-verifier']));
    await registers.updateVerifier({ portfolioId, id, verifier: { ...verifier, kind: 'solicitor' } });
    expect(await kinds()).toContain('not-accepted');
    const second = await registers.addVerifier({
      portfolioId,
      verifier: { ...verifier, name: 'Dr B (invented)' },
    });
    const third = await registers.addVerifier({
      portfolioId,
      verifier: { ...verifier, name: 'Dr C (invented)' },
    });
    expect(await kinds()).toContain('several-verifiers');
    const shown = await registers.verifiers({ portfolioId });
    expect(shown.rule.source).toContain('verify evidence');
    expect(shown.institutions.map(({ name, items }) => [name, items.length])).toEqual([
      ['Leeds General Infirmary', 1],
      ['York Hospital', 1],
    ]);
    await registers.removeVerifier({ portfolioId, id });
    expect(await evidence.get({ portfolioId, id: here })).not.toHaveProperty('verifierId');
    const { undo } = await history.undoState({ portfolioId });
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? undo?.seq ?? 0 });
    expect(await evidence.get({ portfolioId, id: here })).toMatchObject({ verifierId: id });
    for (const one of [second, third]) await registers.removeVerifier({ portfolioId, id: one.id });
  });

  it('join two names of one place in one step', async () => {
    const { registers, evidence } = under.client;
    const id = await make({
      place: 'Leeds General Infirmry',
      verification: { by: 'Dr A', on: '2026-01-01', institution: 'Leeds General Infirmry' },
    });
    const { alike } = await registers.verifiers({ portfolioId });
    expect(alike).toEqual([{ one: 'Leeds General Infirmary', other: 'Leeds General Infirmry' }]);
    expect(
      await registers.joinPlaces({
        portfolioId,
        from: 'Leeds General Infirmry',
        to: 'Leeds General Infirmary',
      }),
    ).toEqual({
      changed: 1,
    });
    expect(await evidence.get({ portfolioId, id })).toMatchObject({
      place: 'Leeds General Infirmary',
      verification: { institution: 'Leeds General Infirmary' },
    });
    expect((await registers.verifiers({ portfolioId })).alike).toEqual([]);
  });

  it('hold referees against the rule', async () => {
    const { registers } = under.client;
    const { id } = await registers.addReferee({ portfolioId, referee });
    const before = await registers.referees({ portfolioId });
    expect(before.standing).toMatchObject({ have: 1, need: expect.any(Number) });
    expect(before.standing.warnings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['no-consent', 'no-cv', 'not-on-register']),
    );
    const [kind] = before.standing.kinds;
    const done = {
      onRegister: true,
      consentOn: '2026-01-01',
      cvGivenOn: '2026-01-01',
      lastWorkedTogether: '2026-10-01',
    };
    await registers.updateReferee({
      portfolioId,
      id,
      referee: { ...referee, ...done, kinds: [kind?.id ?? ''] },
    });
    const after = await registers.referees({ portfolioId });
    expect(after.standing.warnings).toEqual([]);
    expect(after.standing.kinds[0]?.have).toBe(1);
    await registers.removeReferee({ portfolioId, id });
    expect((await registers.referees({ portfolioId })).referees).toEqual([]);
  });

  it('print as PDF and CSV: evidence, coverage, and what goes on a pro forma', async () => {
    await make({ title: '=cmd|calc', place: '=Hospital' });
    for (const what of ['evidence', 'coverage', 'to-verify'] as const) {
      const print = async (form: 'pdf' | 'csv', institution: string | null = null) => {
        const made = await under.client.submission.print({ portfolioId, what, form, institution });
        expect(made.name).toMatch(form === 'pdf' ? /\.pdf$/ : /\.csv$/);
        return new Uint8Array(await (await under.send(`/outgoing/${made.fileId}`)).arrayBuffer());
      };
      const pdf = await print('pdf');
      await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax');
      expect((await infoOf(pdf)).get('Tagged')).toBe('yes');
      expect(await textOf(pdf)).toContain('What this is not.');
      const rows = csvRecords(Buffer.from(await print('csv')).toString());
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]/);
      if (what !== 'to-verify') continue;
      const one = await textOf(await print('pdf', 'York Hospital'));
      expect(one).toContain('Audit there');
      expect(one).not.toContain('Audit here');
    }
  });

  it('go with a copy for oneself, and to nobody else', async () => {
    const contents = async (audience: 'supervisor' | 'panel' | 'self') =>
      under.client.packages.contents({ portfolioId, audience, exclude: [] });
    const mine = await contents('self');
    expect(mine.counts.verifiers).toBe(1);
    for (const audience of ['supervisor', 'panel'] as const) {
      const theirs = await contents(audience);
      expect(theirs.counts.verifiers).toBeUndefined();
      expect(JSON.stringify(theirs)).not.toContain('Vera Fire');
    }
    expect(testPortfolio.targetDate).toBe('2028-01-31');
  });
});
