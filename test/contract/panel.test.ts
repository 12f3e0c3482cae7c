import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefsWrittenSchema } from '#shared/contract/panel.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import { sheetIdOf } from '#shared/domain/review-process/sheet.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPlan,
  testPortfolio,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import { openReview, panelClock, panelMember, threeMembers } from '#test/support/panel-reviews.ts';
import { sized } from '#test/support/prove.ts';

const nobody = crypto.randomUUID();
const none = { kind: 'none', text: '' } as const;
const conflict = { kind: 'conflict', text: 'Shares a project' } as const;
const judged = (capability: string, level: 'progressing' | 'developing' | 'limited', reason = 'Seen.') => ({
  capability,
  level,
  reason,
});
const refused = (why: string) => ({ code: 'PANEL_REFUSED', data: { why } });

describe.each(transports)('a panel around one table, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock: panelClock });
    // The panel's own laptop: its owner is none of them, and not the doctor.
    await under.client.app.createVault({
      passphrase: testPassphrase,
      profile: { name: 'Programme office (invented)', roles: ['panel'], gmcNumber: null },
    });
    portfolioId = (await under.client.portfolios.create(testPortfolio)).id;
    await under.client.evidence.create({ portfolioId, item: { ...testItem, startedOn: '2029-06-01' } });
  });
  afterAll(() => under.close());

  const begin = async (panel: readonly PanelMember[], quorum = 2) => ({
    portfolioId,
    id: await openReview(under, portfolioId, panel, { quorum }),
  });
  type At = Awaited<ReturnType<typeof begin>>;
  const jobDone = async ({ jobId }: { readonly jobId: string }): Promise<unknown> => {
    for (;;) {
      const job = await under.client.jobs.get({ id: jobId });
      if (job.state === 'done') return job.result;
      if (job.state !== 'running') throw new Error(`job ${job.state} ${JSON.stringify(job.failure)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const judgesAs = async (
    at: At,
    { id: member }: PanelMember,
    level: 'progressing' | 'developing' | 'limited',
  ) => {
    const { panel } = under.client;
    await panel.sit({ ...at, member });
    await panel.save({
      ...at,
      member,
      writing: { interest: none, judgements: [judged('IM7', level)], notes: [] },
    });
    await panel.finish({ ...at, member });
  };

  it('judges independently, compares, and agrees', async () => {
    const { panel, reviews } = under.client;
    const [chair, team, external] = threeMembers();
    const at = await begin([chair, team, external]);
    const room = await panel.room(at);
    expect(room).toMatchObject({ here: null, compared: false, writing: true, withDoctor: false });
    expect(room.brief).toMatchObject({ format: 'waymark-brief-1', numbers: { items: 1, fresh: 1 }, late: 0 });
    expect(room.lines.find(({ code }) => code === 'IM7')).toMatchObject({ evidence: 1, last: null });
    const { total, rows } = await panel.capability({ ...at, code: 'IM7', offset: 0 });
    expect([total, rows[0]?.title, rows[0]?.inPeriod]).toEqual([1, testItem.title, true]);
    expect(await panel.item({ ...at, item: rows[0]?.id ?? '' })).toMatchObject({ title: testItem.title });

    await judgesAs(at, chair, 'progressing');
    await judgesAs(at, team, 'limited');
    // The third is at the keyboard: nobody else's sheet is theirs to read or to write.
    await panel.sit({ ...at, member: external.id });
    for (const call of heard([
      panel.sheet({ ...at, member: chair.id }),
      panel.finish({ ...at, member: chair.id }),
      panel.reopen({ ...at, member: chair.id }),
      panel.save({ ...at, member: chair.id, writing: { interest: null, judgements: [], notes: [] } }),
    ]))
      expect(await refusal(call)).toEqual(refused('not-here'));
    expect(await refusal(panel.compare({ ...at, without: [] }))).toEqual(refused('not-chair'));
    expect(await refusal(panel.sideBySide(at))).toEqual(refused('not-compared'));
    expect(await panel.sheet({ ...at, member: external.id })).toEqual({ sheet: null });
    expect(await refusal(panel.finish({ ...at, member: external.id }))).toEqual(refused('no-interest'));

    await panel.sit({ ...at, member: chair.id });
    expect(await refusal(panel.compare({ ...at, without: [] }))).toEqual(refused('waiting'));
    const agreed = { ...judged('IM7', 'developing', 'Between the two.'), progressNeeded: 'A second course.' };
    expect(await refusal(panel.agree({ ...at, judgement: agreed }))).toEqual(refused('not-compared'));
    await panel.compare({ ...at, without: [external.id] });
    const views = await panel.sideBySide(at);
    expect(views.find(({ capability }) => capability === 'IM7')).toEqual({
      capability: 'IM7',
      views: [
        { member: chair.id, judgement: judged('IM7', 'progressing') },
        { member: team.id, judgement: judged('IM7', 'limited') },
      ],
      without: [{ member: external.id, why: 'unfinished' }],
      difference: { apart: 2, unconsidered: false },
    });
    expect(await refusal(panel.compare({ ...at, without: [] }))).toEqual(refused('compared'));
    expect(await refusal(panel.reopen({ ...at, member: chair.id }))).toEqual(refused('compared'));
    expect(
      await refusal(panel.agree({ ...at, judgement: { ...agreed, agreedBy: [external.id] } })),
    ).toMatchObject({ code: 'INVALID', data: { issues: [{ code: 'not-judging' }] } });
    const after = await panel.agree({ ...at, judgement: { ...agreed, agreedBy: [chair.id, team.id] } });
    expect(after.judgements).toEqual([{ ...agreed, agreedBy: [chair.id, team.id] }]);
    expect((await reviews.get(at)).review.state).toBe('drafted');
    await panel.sit({ ...at, member: team.id });
    expect(await refusal(panel.agree({ ...at, judgement: agreed }))).toEqual(refused('not-chair'));
    expect(await panel.sideBySide(at)).toEqual(views);
    await panel.sit({ ...at, member: null });
    expect(await refusal(panel.sideBySide(at))).toEqual(refused('not-here'));
  });

  it('marks a member who also supervises, and keeps whoever has a conflict, looks on or is the doctor from judging', async () => {
    const { panel } = under.client;
    const [chair] = threeMembers();
    const supervisor = panelMember('supervisor', 'Dr Test Supervisor');
    const lay = panelMember('lay', 'Ms Test Lay');
    const self = { ...panelMember('external', ''), name: testProfile.name, gmcNumber: testProfile.gmcNumber };
    const at = await begin([chair, supervisor, lay, self]);
    const { standings } = await panel.room(at);
    expect(standings.map(({ not, supervises }) => [not, supervises])).toEqual([
      [null, false],
      [null, true],
      ['role', false],
      ['doctor', false],
    ]);
    expect(await refusal(panel.sit({ ...at, member: self.id }))).toEqual(refused('is-doctor'));
    const writing = { interest: none, judgements: [judged('IM7', 'limited')], notes: [] };
    await panel.sit({ ...at, member: lay.id });
    expect(await refusal(panel.save({ ...at, member: lay.id, writing }))).toEqual(refused('looks-only'));
    const note = { capability: null, text: 'Well run.' };
    await panel.save({ ...at, member: lay.id, writing: { interest: none, judgements: [], notes: [note] } });
    await panel.finish({ ...at, member: lay.id });

    await panel.sit({ ...at, member: supervisor.id });
    const save = (change: object) =>
      panel.save({ ...at, member: supervisor.id, writing: { ...writing, ...change } });
    expect(await refusal(save({ interest: conflict }))).toEqual(refused('conflict'));
    await save({ judgements: [] });
    expect(await refusal(panel.finish({ ...at, member: supervisor.id }))).toEqual(refused('nothing-judged'));
    expect(await refusal(save({ judgements: [judged('NOPE', 'limited')] }))).toMatchObject({
      data: { issues: [{ path: ['writing', 'judgements', 0, 'capability'], code: 'unknown-capability' }] },
    });
    await save({ interest: conflict, judgements: [] });
    await panel.finish({ ...at, member: supervisor.id });
    expect(await refusal(save({ judgements: [] }))).toEqual(refused('finished'));
    expect((await panel.room(at)).quorum).toEqual({ needed: 2, have: 0, possible: 1 });

    // With the supervisor's conflict the quorum of two is lost, whoever the chair goes on without.
    await judgesAs(at, chair, 'progressing');
    expect(await refusal(panel.compare({ ...at, without: [] }))).toEqual(refused('quorum'));
    await panel.sit({ ...at, member: supervisor.id });
    await panel.reopen({ ...at, member: supervisor.id });
    await judgesAs(at, supervisor, 'progressing');
    await panel.sit({ ...at, member: chair.id });
    await panel.compare({ ...at, without: [] });
    expect((await panel.room(at)).compared).toBe(true);
  });

  it('tells nobody what another wrote, by no way to a record and in no order of the day', async () => {
    const { panel, history, conflicts } = under.client;
    const members = threeMembers();
    const [chair] = members;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.constantFrom('save', 'finish', 'reopen')), {
          minLength: 4,
          maxLength: 12,
        }),
        async (moves) => {
          const at = await begin(members);
          const words = (place: number) => `secret of ${place} ${at.id}`;
          for (const [place, move] of moves) {
            const member = members[place]?.id ?? '';
            await panel.sit({ ...at, member });
            const writing = {
              interest: none,
              judgements: [judged('IM7', 'limited', words(place))],
              notes: [{ capability: 'IM7', text: words(place) }],
            };
            const call =
              move === 'save' ? panel.save({ ...at, member, writing }) : panel[move]({ ...at, member });
            await call.catch(() => undefined);
            const seen = [
              await panel.room(at),
              await panel.day({ on: null }),
              await panel.sheet({ ...at, member }),
              await panel.capability({ ...at, code: 'IM7', offset: 0 }),
            ];
            const told = JSON.stringify(seen);
            for (const [other, one] of members.entries()) {
              if (other === place) continue;
              expect(told).not.toContain(words(other));
              expect(await refusal(panel.sheet({ ...at, member: one.id }))).toEqual(refused('not-here'));
              const id = sheetIdOf(under.app.ports.hash, at.id, one.id);
              const { store } = await under.app.session.portfolio(portfolioId);
              const [head] = store.heads('sheets', id);
              if (head === undefined) continue;
              const record = { portfolioId, collection: 'sheets', id } as const;
              const { revision } = head;
              for (const way of heard([
                history.versions(record),
                history.version({ ...record, revision }),
                history.restore({ ...record, revision, seen: revision }),
                conflicts.get(record),
                conflicts.settle({
                  ...record,
                  sides: [revision, revision],
                  decision: { kind: 'choose', revision },
                }),
              ]))
                expect(await refusal(way)).toEqual(refused('not-here'));
            }
          }
          await panel.sit({ ...at, member: chair.id });
          expect(await refusal(panel.sideBySide(at))).toEqual(refused('not-compared'));
        },
      ),
      { numRuns: sized(4, 60) },
    );
  });

  it('refuses what is not there, and a review nobody has handed anything in for', async () => {
    const { panel, reviews } = under.client;
    const at = { portfolioId, id: nobody };
    const member = nobody;
    const writing = { interest: null, judgements: [], notes: [] };
    const judgement = judged('IM7', 'limited');
    for (const call of heard([
      panel.room(at),
      panel.capability({ ...at, code: 'IM7', offset: 0 }),
      panel.item({ ...at, item: nobody }),
      panel.printBrief(at),
      panel.sit({ ...at, member }),
      panel.sheet({ ...at, member }),
      panel.save({ ...at, member, writing }),
      panel.finish({ ...at, member }),
      panel.reopen({ ...at, member }),
      panel.compare({ ...at, without: [] }),
      panel.sideBySide(at),
      panel.agree({ ...at, judgement }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'review' } });
    const [chair] = threeMembers();
    const rules = {
      evidenceBy: '2030-02-20',
      window: { from: '2030-02-25', to: '2030-03-05' },
      quorum: 1,
      responseDays: 10,
    };
    const plan = { ...testPlan(), heldOn: '2030-03-01', panel: [chair], rules };
    const { id } = await reviews.schedule({ portfolioId, plan });
    const planned = { portfolioId, id };
    for (const call of heard([
      panel.room(planned),
      panel.capability({ ...planned, code: 'IM7', offset: 0 }),
      panel.item({ ...planned, item: nobody }),
      panel.printBrief(planned),
      panel.printDay({ on: plan.heldOn }),
    ]))
      expect(await refusal(call)).toEqual(refused('not-handed-in'));
    expect(await refusal(panel.printDay({ on: '1999-01-01' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });
    await panel.sit({ ...planned, member: chair.id });
    expect(await refusal(panel.save({ ...planned, member: chair.id, writing }))).toEqual(refused('not-open'));
    expect(await refusal(panel.sit({ ...planned, member: nobody }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'person' },
    });
    const opened = await begin([chair]);
    expect(await refusal(panel.capability({ ...opened, code: 'NOPE', offset: 0 }))).toMatchObject({
      data: { what: 'capability' },
    });
    expect(await refusal(panel.item({ ...opened, item: nobody }))).toMatchObject({
      data: { what: 'evidence' },
    });
  });

  it('keeps to what was handed in, whatever the portfolio says since', async () => {
    const { panel, evidence } = under.client;
    const at = await begin(threeMembers());
    const { rows } = await panel.capability({ ...at, code: 'IM7', offset: 0 });
    const [first] = rows;
    const before = await evidence.get({ portfolioId, id: first?.id ?? '' });
    await evidence.update({
      portfolioId,
      id: before.id,
      item: { ...testItem, startedOn: '2029-06-01', title: 'Another title' },
    });
    await evidence.create({
      portfolioId,
      item: { ...testItem, startedOn: '2029-07-01', title: 'Came late' },
    });
    expect((await panel.capability({ ...at, code: 'IM7', offset: 0 })).rows).toEqual(rows);
    expect(await panel.item({ ...at, item: before.id })).toEqual(before);
    expect((await panel.room(at)).brief).toMatchObject({
      numbers: { items: rows.length },
      late: 2,
      missing: 0,
    });
  });

  it('has a day for all doctors, by their names, with everybody’s own part', async () => {
    const { panel, portfolios } = under.client;
    const [chair, team] = threeMembers();
    const other = await portfolios.create({
      ...testPortfolio,
      doctor: { name: 'Dr Abel Before (invented)', gmcNumber: null },
    });
    const on = '2030-01-20';
    const ids = [
      await openReview(under, portfolioId, [chair, team], { heldOn: on }),
      await openReview(under, other.id, [chair, team], { heldOn: on }),
    ];
    await judgesAs({ portfolioId, id: ids[0] ?? '' }, chair, 'limited');
    const day = await panel.day({ on });
    expect(day.days.find((one) => one.on === on)).toEqual({ on, reviews: 2 });
    expect(day.reviews).toMatchObject([
      { doctor: 'Dr Abel Before (invented)', mine: 'to-do', finished: 0, waiting: 2, compared: false },
      { doctor: testProfile.name, mine: 'finished', finished: 1, waiting: 1, agreed: 0 },
    ]);
    const printed = briefsWrittenSchema.parse(await jobDone(await panel.printDay({ on })));
    expect(printed).toMatchObject({ name: `Panel day ${on}.pdf`, left: 0 });
    const one = await jobDone(await panel.printBrief({ portfolioId, id: ids[0] ?? '' }));
    expect(one).toMatchObject({ left: 0 });
    expect((await panel.day({ on: null })).on).toBe('2030-01-15');
    expect((await panel.day({ on: '2031-01-01' })).reviews).toEqual([]);
  });
});

describe('a panel in the doctor’s own vault', () => {
  it('judges there and keeps no private notes', async () => {
    const under = await startApp('in process', { clock: panelClock });
    try {
      await under.client.app.createVault({ passphrase: testPassphrase, profile: testProfile });
      const portfolioId = (await under.client.portfolios.create(testPortfolio)).id;
      const [chair] = threeMembers();
      const at = { portfolioId, id: await openReview(under, portfolioId, [chair], { quorum: 1 }) };
      const { panel } = under.client;
      expect(await panel.room(at)).toMatchObject({ withDoctor: true, here: null });
      await panel.sit({ ...at, member: chair.id });
      const writing = { interest: none, judgements: [judged('IM7', 'limited')], notes: [] };
      const note = { capability: 'IM7', text: 'Between us' };
      expect(
        await refusal(panel.save({ ...at, member: chair.id, writing: { ...writing, notes: [note] } })),
      ).toEqual(refused('notes-with-doctor'));
      await panel.save({ ...at, member: chair.id, writing });
      await under.client.app.lock();
      await under.client.app.unlock({ passphrase: testPassphrase });
      expect((await panel.room(at)).here).toBeNull();
    } finally {
      await under.close();
    }
  });
});
