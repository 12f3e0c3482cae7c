import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpportunityInput } from '#shared/domain/supervision/opportunity.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const clock = { now: () => new Date('2026-12-01T12:00:00Z'), today: () => '2026-12-01' };
const offer: OpportunityInput = {
  kind: 'audit-qi',
  title: 'Sepsis re-audit (invented)',
  what: 'Lead the second cycle.',
  place: 'AMU',
  contact: 'Governance office',
  from: '2026-12-01',
  until: '2027-03-01',
  places: 2,
  types: ['audit', 'qi'],
  packs: [],
  closed: false,
};

describe.each(transports)('opportunities, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock });
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());
  const empty = async () => {
    const { opportunities } = under.client;
    for (const { id } of await opportunities.list()) await opportunities.remove({ id });
  };
  const textOf = async (fileId: string) => (await under.send(`/outgoing/${fileId}`)).text();

  it('are added, changed, closed and removed', async () => {
    await empty();
    const { opportunities, yourData } = under.client;
    const added = await opportunities.add({ opportunity: offer });
    expect(await opportunities.list()).toEqual([added]);
    const closed = await opportunities.change({ id: added.id, opportunity: { ...offer, closed: true } });
    expect(closed).toMatchObject({ id: added.id, closed: true });
    expect((await yourData.show()).opportunities).toBe(1);
    await opportunities.remove({ id: added.id });
    expect(await opportunities.list()).toEqual([]);
    const missing = { code: 'NOT_FOUND', data: { what: 'opportunity' } };
    expect(await refusal(opportunities.remove({ id: nobody }))).toEqual(missing);
    expect(await refusal(opportunities.change({ id: nobody, opportunity: offer }))).toEqual(missing);
    expect(await refusal(opportunities.takeUp({ portfolioId, id: nobody, dueOn: '2027-01-01' }))).toEqual(
      missing,
    );
    expect(await refusal(opportunities.beginEvidence({ portfolioId, action: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'action' },
    });
    expect(await refusal(opportunities.add({ opportunity: { ...offer, title: '' } }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('fit a doctor for a reason that holds, become an action, and then evidence that is filled in', async () => {
    await empty();
    const { opportunities, evidence, coverage } = under.client;
    const fits = await opportunities.add({ opportunity: offer });
    for (const other of [
      { ...offer, closed: true },
      { ...offer, until: '2026-11-30', from: null },
      { ...offer, packs: ['anaesthetics'] },
      { ...offer, types: [] },
    ])
      await opportunities.add({ opportunity: other });
    const matches = await opportunities.forDoctor({ portfolioId });
    expect(matches.map(({ opportunity }) => opportunity.id)).toEqual([fits.id]);
    const [match] = matches;
    const map = await coverage.map({ portfolioId });
    for (const { capability, expectation, types } of match?.reasons ?? []) {
      const rules =
        capability === null
          ? map.whole
          : (map.capabilities.find(({ code }) => code === capability)?.expectations ?? []);
      const rule = rules.find((one) => one.expectation.id === expectation);
      expect(rule?.met).toBe(false);
      for (const type of types) expect(rule?.expectation.types).toContain(type);
    }
    const { action } = await opportunities.takeUp({ portfolioId, id: fits.id, dueOn: '2027-02-01' });
    expect((await opportunities.forDoctor({ portfolioId }))[0]?.taken).toBe(true);
    await opportunities.remove({ id: fits.id });
    const { store } = await under.app.session.portfolio(portfolioId);
    const kept = store.get('actions', action);
    expect(kept).toMatchObject({
      what: `${offer.title} (AMU)`,
      dueOn: '2027-02-01',
      origin: { kind: 'opportunity', id: fits.id },
      status: 'open',
    });
    const { item } = await opportunities.beginEvidence({ portfolioId, action });
    const begun = await evidence.get({ portfolioId, id: item });
    expect(begun).toMatchObject({ title: kept?.what, type: kept?.leadsTo, draft: true });
    expect(begun.links.map(({ capability }) => capability)).toEqual(
      kept?.capability == null ? [] : [kept.capability],
    );
    expect(await refusal(opportunities.forDoctor({ portfolioId: nobody }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('go out as a spreadsheet and as a file, and come back whole', async () => {
    await empty();
    const { opportunities } = under.client;
    const sly = { ...offer, title: '=HYPERLINK("http://x.invalid")', what: 'A, "quoted"; text' };
    await opportunities.add({ opportunity: offer });
    await opportunities.add({ opportunity: sly });
    for (const form of ['csv', 'json'] as const) {
      const { fileId, name } = await opportunities.exportList({ form });
      const text = await textOf(fileId);
      expect(text).toContain('Sepsis re-audit');
      if (form === 'csv') expect(text).not.toMatch(/(^|,)"?=/m);
      const before = (await opportunities.list()).map(
        ({ id: _, createdAt: __, updatedAt: ___, ...one }) => one,
      );
      const uploadId = await upload(under, Buffer.from(text));
      const file = { uploadId, name };
      expect((await opportunities.preview({ file })).rows.map(({ known }) => known)).toEqual([true, true]);
      await empty();
      expect((await opportunities.preview({ file })).rows).toMatchObject([
        { known: false, issues: [] },
        { known: false, issues: [] },
      ]);
      expect(await opportunities.takeIn({ file })).toEqual({ added: 2 });
      const after = (await opportunities.list()).map(
        ({ id: _, createdAt: __, updatedAt: ___, ...one }) => one,
      );
      expect(after).toEqual(before);
      expect(await refusal(opportunities.takeIn({ file }))).toEqual({
        code: 'NOT_FOUND',
        data: { what: 'upload' },
      });
    }
  });

  it('tell row by row what cannot be taken, and refuse what is no such list', async () => {
    await empty();
    const { opportunities } = under.client;
    const given = async (text: string, name: string) => ({
      uploadId: await upload(under, Buffer.from(text)),
      name,
    });
    const file = await given(
      'kind,title,until\nteaching,Bedside teaching,2027-01-01\nholiday,Beach,\nteaching,,tomorrow\n',
      'list.csv',
    );
    const { rows } = await opportunities.preview({ file });
    expect(rows.map(({ row, issues }) => [row, issues.map(({ path }) => path[0])])).toEqual([
      [2, []],
      [3, ['kind']],
      [4, ['title', 'until']],
    ]);
    expect(await opportunities.takeIn({ file })).toEqual({ added: 1 });
    for (const [text, name] of [
      ['name,colour\na,b\n', 'other.csv'],
      ['{"format":"something"}', 'other.json'],
    ] as const)
      expect(await refusal(opportunities.preview({ file: await given(text, name) }))).toMatchObject({
        code: 'IMPORT_REFUSED',
      });
    const large = await given(`{${' '.repeat(2 * 1024 ** 2)}}`, 'large.json');
    expect(await refusal(opportunities.preview({ file: large }))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('need an open vault', async () => {
    await under.client.app.lock();
    const { opportunities } = under.client;
    const locked = { code: 'LOCKED', data: {} };
    expect(await refusal(opportunities.list())).toEqual(locked);
    expect(await refusal(opportunities.add({ opportunity: offer }))).toEqual(locked);
    expect(await refusal(opportunities.exportList({ form: 'csv' }))).toEqual(locked);
  });
});
