import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeVault } from '#electron/services/check-vault.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { packById } from '#shared/guidance/packs.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPlan,
  testPortfolio,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const shipped = (id: string): GuidancePack => {
  const found = packById(id);
  if (found === undefined) throw new Error(`no pack ${id}`);
  return found;
};
const gim = shipped('general-internal-medicine');

/** A Trust's newer version: G1 renamed, G2 gone, IM1's code used for something else, one added. */
const newer: GuidancePack = {
  ...gim,
  version: '1.1.0',
  capabilities: gim.capabilities
    .filter(({ code }) => code !== 'G2')
    .map((one) => {
      if (one.code === 'G1')
        return { ...one, title: 'Able to function within NHS organisational and management systems' };
      if (one.code === 'IM1') return { ...one, title: 'Prescribing' };
      return one;
    })
    .concat({
      ...gim.capabilities[0],
      code: 'IM9',
      title: 'A capability of the Trust',
      expectations: [],
    } as never),
};
const links = (...codes: readonly string[]) =>
  codes.map((capability) => ({ capability, pages: 'p. 1', note: capability }));

describe.each(transports)('guidance of one’s own, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeEach(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterEach(() => under.close());

  it('keeps a pack, newer each time, and offers it where packs are chosen', async () => {
    const { app, guidance, portfolios } = under.client;
    const own = { ...shipped('blank'), id: 'trust-rheumatology', title: 'Rheumatology (invented Trust)' };
    expect(await guidance.save({ pack: own })).toMatchObject({ id: own.id, origin: 'own' });
    expect(await refusal(guidance.save({ pack: own }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['pack', 'version'], code: 'version-not-raised' }] },
    });
    expect(await refusal(guidance.save({ pack: { ...gim, title: 'Mine' } }))).toMatchObject({
      code: 'INVALID',
    });
    const spoilt = {
      ...own,
      version: '1.0.1',
      capabilities: [{ ...own.capabilities[0], code: 'A B' }],
      colour: 1,
    };
    expect(await refusal(guidance.save({ pack: spoilt }))).toEqual({
      code: 'INVALID',
      data: {
        issues: [
          { path: ['pack', 'capabilities', 0, 'code'], code: 'capability-code' },
          { path: ['pack', 'colour'], code: 'unknown-key' },
        ],
      },
    });
    await guidance.save({ pack: { ...own, version: '1.0.1' } });
    expect((await guidance.list()).at(-1)).toMatchObject({ id: own.id, version: '1.0.1', origin: 'own' });
    const made = await portfolios.create({ ...testPortfolio, packId: own.id });
    expect(made).toMatchObject({ packVersion: '1.0.1', pack: { id: own.id } });
    // It keeps its own copy, whatever becomes of the list.
    expect(await guidance.remove({ packId: own.id })).toEqual({});
    expect(await refusal(guidance.remove({ packId: own.id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(guidance.get({ packId: own.id }))).toMatchObject({ code: 'NOT_FOUND' });
    await app.lock();
    expect(await refusal(guidance.save({ pack: own }))).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(guidance.remove({ packId: own.id }))).toMatchObject({ code: 'LOCKED' });
    await app.unlock({ passphrase: testPassphrase });
    expect(await guidance.inUse({ portfolioId: made.id })).toMatchObject({
      pack: { id: own.id, version: '1.0.1' },
      origin: 'own',
      newer: null,
    });
  });

  it('calls types of evidence as the guidance does, wherever one is named', async () => {
    const { evidence, guidance, submission, jobs } = under.client;
    const named = 'Improvement project';
    await guidance.save({ pack: { ...gim, version: '1.2.0', types: [{ type: 'qi', title: named }] } });
    await evidence.create({ portfolioId, item: { ...testItem, type: 'qi', hours: null } });
    const wish = { portfolioId, packId: gim.id, mapping: [], version: '1.2.0' };
    await guidance.move(wish);
    const list = await evidence.list({
      portfolioId,
      filter: { text: `type:"${named}"`, types: [], capability: null, verified: null, trash: false },
      sort: { by: 'startedOn', direction: 'descending' },
      offset: 0,
      limit: 10,
    });
    expect(list.items).toBe(1);
    const textOf = async (file: { readonly fileId: string }) =>
      (await under.send(`/outgoing/${file.fileId}`)).text();
    const printed = await submission.print({ portfolioId, what: 'evidence', form: 'csv', institution: null });
    expect(await textOf(printed)).toContain(named);
    const { jobId } = await evidence.exportMany({
      portfolioId,
      ids: list.rows.map(({ id }) => id),
      columns: ['type'],
      files: false,
    });
    await expect.poll(async () => (await jobs.get({ id: jobId })).state).toBe('done');
    expect(await textOf((await jobs.get({ id: jobId })).result as { fileId: string })).toContain(named);
  });

  it('moves a portfolio to a newer version in one step that can be taken back', async () => {
    const { evidence, guidance, history, portfolios } = under.client;
    const item = await evidence.create({
      portfolioId,
      item: { ...testItem, links: links('G1', 'G2', 'IM1', 'IM7') },
    });
    const trashed = await evidence.create({ portfolioId, item: { ...testItem, links: links('G2') } });
    await evidence.trash({ portfolioId, id: trashed.id });
    expect(await guidance.inUse({ portfolioId })).toMatchObject({
      pack: gim,
      origin: 'shipped',
      newer: null,
    });
    await guidance.save({ pack: newer });
    // Nothing changes by itself.
    expect(await guidance.inUse({ portfolioId })).toMatchObject({ pack: gim, newer: { version: '1.1.0' } });
    expect((await portfolios.get({ portfolioId })).packVersion).toBe('1.0.0');

    const change = await guidance.compare({ portfolioId, packId: gim.id });
    const fate = (code: string) => change.capabilities.find(({ from }) => from.code === code);
    expect(fate('G1')).toMatchObject({ fate: 'alike', to: 'G1', links: 1 });
    expect(fate('G2')).toMatchObject({ fate: 'gone', to: null, links: 2 });
    expect(fate('IM1')).toMatchObject({ fate: 'gone', to: null, links: 1 });
    expect(fate('IM7')).toMatchObject({ fate: 'same', to: 'IM7' });
    expect(change.added.map(({ code }) => code)).toEqual(['G1', 'IM1', 'IM9']);
    expect(change.rules).toContainEqual({ capability: 'G2', before: expect.any(String), after: null });

    const wish = { portfolioId, packId: gim.id, mapping: [{ from: 'G2', to: 'G3' }] };
    const counts = { items: 2, moved: 2, kept: 2, unmapped: 1 };
    expect(await guidance.previewMove(wish)).toEqual(counts);
    const before = await evidence.get({ portfolioId, id: item.id });
    expect(await guidance.move({ ...wish, version: '1.1.0' })).toEqual(counts);

    const after = await evidence.get({ portfolioId, id: item.id });
    expect(after.links).toEqual(
      (
        [
          ['G1', 'G1'],
          ['G3', 'G2'],
          ['IM1.was', 'IM1'],
          ['IM7', 'IM7'],
        ] as const
      ).map(([capability, note]) => ({ capability, pages: 'p. 1', note })),
    );
    const portfolio = await portfolios.get({ portfolioId });
    expect(portfolio).toMatchObject({ packVersion: '1.1.0', pack: { version: '1.1.0' } });
    expect(portfolio.former).toEqual([
      {
        code: 'IM1.was',
        title: 'Managing an acute unselected take',
        guidance: 'General (internal) medicine 1.0.0',
        was: 'IM1',
      },
    ]);
    const map = await under.client.coverage.map({ portfolioId });
    expect(map.capabilities.map(({ code }) => code)).toContain('IM9');
    expect(await guidance.inUse({ portfolioId })).toMatchObject({ pack: { version: '1.1.0' }, newer: null });
    // An unmapped link may stay when the item is edited.
    const { id: _id, createdAt: _c, updatedAt: _u, trashedAt: _t, ...input } = after;
    await evidence.update({ portfolioId, id: item.id, item: { ...input, title: 'Renamed' } });
    const reading = await under.app.session.vault().examine({});
    const { findings } = await judgeVault(under.app.ports, reading, []);
    expect(findings.filter(({ kind }) => kind === 'fault')).toEqual([]);

    for (let steps = 0; steps < 2; steps += 1) {
      const { undo } = await history.undoState({ portfolioId });
      await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
    }
    expect((await evidence.get({ portfolioId, id: item.id })).links).toEqual(before.links);
    expect(await portfolios.get({ portfolioId })).not.toHaveProperty('pack');
    expect((await guidance.inUse({ portfolioId })).pack.version).toBe('1.0.0');
    expect((await under.client.coverage.map({ portfolioId })).capabilities).toHaveLength(14);
  });

  it('takes along what open reviews say of capabilities, and names what it cannot', async () => {
    const { guidance, history, reviews, seals } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: testPlan() });
    const judge = (capability: string, of = id) =>
      reviews.judge({
        portfolioId,
        id: of,
        judgement: { capability, level: 'progressing', reason: `About ${capability}` },
      });
    for (const code of ['G1', 'G2', 'G3', 'IM1', 'IM7']) await judge(code);
    const signed = await reviews.schedule({ portfolioId, plan: testPlan() });
    await judge('G2', signed.id);
    const member = signed.panel[1]?.id ?? '';
    await seals.sign({
      portfolioId,
      kind: 'judgement',
      id: signed.id,
      member,
      passphrase: 'a passphrase of the member',
      identityCheck: 'staff-badge',
      newKey: false,
    });
    await guidance.save({ pack: newer });
    const wish = {
      portfolioId,
      packId: gim.id,
      mapping: [
        { from: 'G2', to: 'IM9' },
        { from: 'G1', to: 'G3' },
      ],
    };
    const { reviews: told = [] } = await guidance.previewMove(wish);
    const of = (review: string) =>
      told.filter((one) => one.review === review).map(({ from, to, why }) => [from, to, why]);
    expect(of(id)).toEqual([
      ['G1', null, 'judged-already'],
      ['G2', 'IM9', null],
      ['IM1', null, 'unmapped'],
    ]);
    // What somebody signed stays as it was signed.
    expect(of(signed.id)).toEqual([['G2', null, 'signed']]);
    expect((await guidance.move({ ...wish, version: newer.version })).reviews).toEqual(told);
    const after = (await reviews.get({ portfolioId, id })).review.judgements;
    expect(after.map(({ capability, reason }) => [capability, reason])).toEqual([
      ['G1.was', 'About G1'],
      ['IM9', 'About G2'],
      ['G3', 'About G3'],
      ['IM1.was', 'About IM1'],
      ['IM7', 'About IM7'],
    ]);
    const { undo } = await history.undoState({ portfolioId });
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
    expect(
      (await reviews.get({ portfolioId, id })).review.judgements.map(({ capability }) => capability),
    ).toEqual(['G1', 'G2', 'G3', 'IM1', 'IM7']);
  });

  it('moves to other guidance altogether, and home again', async () => {
    const { evidence, guidance, portfolios } = under.client;
    const item = await evidence.create({ portfolioId, item: { ...testItem, links: links('G4', 'IM7') } });
    const aim = 'acute-internal-medicine';
    await guidance.move({ portfolioId, packId: aim, mapping: [{ from: 'IM7', to: null }], version: '1.0.0' });
    // The same code and title: there is nothing to choose.
    expect(
      (await evidence.get({ portfolioId, id: item.id })).links.map(({ capability }) => capability),
    ).toEqual(['G4', 'IM7']);
    expect(await portfolios.list()).toMatchObject([{ packId: aim }]);
    await guidance.move({ portfolioId, packId: 'paediatrics', mapping: [], version: '1.0.0' });
    const away = (await portfolios.get({ portfolioId })).former ?? [];
    expect(away.map(({ code }) => code)).toContain('IM7');
    await guidance.move({ portfolioId, packId: gim.id, mapping: [], version: '1.0.0' });
    const home = (await evidence.get({ portfolioId, id: item.id })).links;
    expect(home.map(({ note }) => note).sort()).toEqual(['G4', 'IM7']);
    expect(home.find(({ note }) => note === 'IM7')?.capability).toBe('IM7');
  });

  it('refuses what it cannot do, and says where', async () => {
    const { app, guidance } = under.client;
    await guidance.save({ pack: newer });
    const wish = { portfolioId, packId: gim.id, mapping: [] };
    expect(await refusal(guidance.move({ ...wish, version: '1.0.9' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'guidance' },
    });
    const unknown = { ...wish, mapping: [{ from: 'G2', to: 'ZZ' }] };
    const told = {
      code: 'INVALID',
      data: { issues: [{ path: ['mapping', 0, 'to'], code: 'unknown-capability' }] },
    };
    expect(await refusal(guidance.previewMove(unknown))).toEqual(told);
    expect(await refusal(guidance.move({ ...unknown, version: '1.1.0' }))).toEqual(told);
    await guidance.remove({ packId: gim.id });
    const same = { code: 'INVALID', data: { issues: [{ path: ['packId'], code: 'same-guidance' }] } };
    expect(await refusal(guidance.compare({ portfolioId, packId: gim.id }))).toEqual(same);
    expect(await refusal(guidance.previewMove(wish))).toEqual(same);
    for (const packId of ['nothing', '../..'])
      expect(await refusal(guidance.compare({ portfolioId, packId }))).toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = { portfolioId: nobody, packId: 'paediatrics', mapping: [] };
    const absent = { code: 'NOT_FOUND', data: { what: 'portfolio' } };
    expect(await refusal(guidance.inUse({ portfolioId: nobody }))).toEqual(absent);
    expect(await refusal(guidance.compare(elsewhere as never))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(guidance.compare({ portfolioId: nobody, packId: 'paediatrics' }))).toEqual(absent);
    expect(await refusal(guidance.previewMove(elsewhere))).toEqual(absent);
    expect(await refusal(guidance.move({ ...elsewhere, version: '1.0.0' }))).toEqual(absent);
    await app.lock();
    for (const call of heard([guidance.inUse({ portfolioId }), guidance.previewMove(wish)]))
      expect(await refusal(call)).toMatchObject({ code: 'LOCKED' });
  });

  it('writes packs as files and reads them again, its own and CASE', async () => {
    const { guidance } = under.client;
    for (const to of ['json', 'case'] as const) {
      const file = await guidance.write({ packId: 'general-psychiatry', to });
      expect(file.name).toBe(`general-psychiatry-1.0.0${to === 'case' ? '.case' : ''}.json`);
      const read = await guidance.read({ text: file.text, from: to, level: null });
      expect(read.pack).toEqual(shipped('general-psychiatry'));
    }
    expect(await refusal(guidance.write({ packId: 'nothing', to: 'case' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(guidance.read({ text: '{}', from: 'case', level: null }))).toEqual({
      code: 'GUIDANCE_REFUSED',
      data: { why: 'not-case', at: '' },
    });
    expect(await refusal(guidance.read({ text: '{}', from: 'json', level: null }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusal(guidance.read({ text: '', from: 'json', level: 9 as never }))).toMatchObject({
      code: 'INVALID',
    });
  });
});
