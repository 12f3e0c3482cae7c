import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeVault } from '#electron/services/check-vault.ts';
import { movedLinks } from '#shared/domain/evidence-list/moved-links.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPortfolio,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const assessor = { name: 'Dr Test Assessor (invented)', gmcNumber: null, role: 'Consultant' };

describe.each(transports)('moving items to another portfolio, %s', (transport) => {
  let under: AppUnderTest;
  /** Medicine, medicine again, and emergency medicine. */
  let here: string;
  let there: string;
  let other: string;
  beforeAll(async () => {
    under = await startApp(transport);
    here = await withPortfolio(under);
    there = (await under.client.portfolios.create(testPortfolio)).id;
    other = (await under.client.portfolios.create({ ...testPortfolio, packId: 'emergency-medicine' })).id;
  });
  afterAll(() => under.close());

  const restart = async () => {
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
  };
  const add = (title: string, more: Partial<typeof testItem> = {}) =>
    under.client.evidence.create({ portfolioId: here, item: { ...testItem, title, ...more } });
  const attached = async (text: string) => {
    const uploadId = await upload(under, new TextEncoder().encode(text));
    return under.client.files.keep({ portfolioId: here, uploadId, name: 'certificate.txt' });
  };
  const itemIn = async (portfolioId: string, id: string) =>
    (await under.app.session.portfolio(portfolioId)).store.get('evidence', id);
  const steps = (portfolioId: string) => under.client.history.undoState({ portfolioId });
  const undo = async (portfolioId: string) => {
    const { undo: step } = await steps(portfolioId);
    return under.client.history.undo({ portfolioId, seq: step?.seq ?? 0, to: step?.to ?? 0 });
  };
  const redo = async (portfolioId: string) => {
    const { redo: step } = await steps(portfolioId);
    return under.client.history.redo({ portfolioId, seq: step?.seq ?? 0 });
  };
  const lastIn = async (portfolioId: string) => {
    const asked = { portfolioId, before: null, limit: 1, kind: null, who: null } as const;
    return (await under.client.history.activity(asked)).entries[0];
  };
  const bytesIn = async (portfolioId: string, hash: string) =>
    (await (await under.app.session.portfolio(portfolioId)).store.blobs.read(hash))?.size;

  it('takes files, links and every version along, and says so on both sides', async () => {
    const { evidence, history } = under.client;
    const file = await attached('A certificate (invented)');
    const { id } = await add('First title', { attachments: [file] });
    const { id: second } = await add('Second item');
    const item = { ...testItem, title: 'Second title', attachments: [file] };
    const before = await evidence.update({ portfolioId: here, id, item });
    const ids = [id, second, id];
    expect(await evidence.planMove({ portfolioId: here, ids, to: there })).toEqual({
      items: 2,
      files: 1,
      bytes: file.size,
      foreign: [],
      leftOut: [],
    });
    expect(await evidence.moveTo({ portfolioId: here, ids, to: there })).toEqual({ moved: 2 });
    expect(await evidence.get({ portfolioId: there, id })).toEqual(before);
    expect(await refusal(evidence.get({ portfolioId: here, id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bytesIn(there, file.hash)).toBe(file.size);
    const { versions } = await history.versions({ portfolioId: there, collection: 'evidence', id });
    expect(versions.map(({ touched }) => touched.fields.includes('title'))).toEqual([true, true]);
    expect(await lastIn(here)).toMatchObject({
      action: 'evidence.move-out',
      count: 2,
      undoable: true,
      about: { moved: { portfolio: there, way: 'out' } },
      subjects: [{ title: 'Second title', exists: false }, { title: 'Second item' }],
    });
    expect(await lastIn(there)).toMatchObject({
      action: 'evidence.move-in',
      count: 2,
      undoable: true,
      about: { moved: { portfolio: here, way: 'in' } },
    });
    // Neither the list nor the coverage goes on counting what left.
    const filter = { text: 'Second', types: [], capability: null, verified: null, trash: false } as const;
    const sort = { by: 'title', direction: 'ascending' } as const;
    expect((await evidence.ids({ portfolioId: here, filter, sort })).ids).toEqual([]);
    expect((await evidence.ids({ portfolioId: there, filter, sort })).ids).toHaveLength(2);
  });

  it('is undone and redone from either side, also after a restart', async () => {
    const { id } = await add('There and back');
    const before = await itemIn(here, id);
    await under.client.evidence.moveTo({ portfolioId: here, ids: [id], to: there });
    await restart();
    expect((await steps(there)).undo).toMatchObject({ action: 'evidence.move-in', count: 1 });
    expect((await undo(there)).done).toMatchObject({ action: 'evidence.move-in', count: 1 });
    expect([await itemIn(here, id), await itemIn(there, id)]).toEqual([before, undefined]);
    await restart();
    // Both halves are undone, so either can be redone.
    expect((await steps(there)).redo).toMatchObject({ action: 'evidence.move-in' });
    expect((await redo(here)).done).toMatchObject({ action: 'evidence.move-out', count: 1 });
    expect([await itemIn(here, id), await itemIn(there, id)]).toEqual([undefined, before]);
    await restart();
    await undo(here);
    expect([await itemIn(here, id), await itemIn(there, id)]).toEqual([before, undefined]);
    await redo(there);
    expect([await itemIn(here, id), await itemIn(there, id)]).toEqual([undefined, before]);
    expect(under.app.session.vault().profile.all('moves').size).toBe(0);
  });

  it('goes back and forth, its past growing on both sides and no version standing beside another', async () => {
    const { evidence, history } = under.client;
    const { id } = await add('Wanders');
    const edit = async (portfolioId: string, title: string) =>
      evidence.update({ portfolioId, id, item: { ...testItem, title } });
    await evidence.moveTo({ portfolioId: here, ids: [id], to: there });
    await edit(there, 'Wanders 2');
    await evidence.moveTo({ portfolioId: there, ids: [id], to: here });
    await edit(here, 'Wanders 3');
    await evidence.moveTo({ portfolioId: here, ids: [id], to: there });
    expect(await itemIn(there, id)).toMatchObject({ title: 'Wanders 3' });
    const heads = (await under.app.session.portfolio(there)).store.heads('evidence', id);
    expect(heads).toHaveLength(1);
    const { versions } = await history.versions({ portfolioId: there, collection: 'evidence', id });
    expect(versions.length).toBeGreaterThanOrEqual(5);
    // All the way back, always in the portfolio that holds it.
    const titles: (string | undefined)[] = [];
    for (const portfolioId of [there, here, there, there, here]) {
      await undo(portfolioId);
      titles.push((await itemIn(here, id))?.title ?? (await itemIn(there, id))?.title);
    }
    expect(titles).toEqual(['Wanders 3', 'Wanders 2', 'Wanders 2', 'Wanders', 'Wanders']);
    expect([(await itemIn(here, id))?.title, await itemIn(there, id)]).toEqual(['Wanders', undefined]);
  });

  it('refuses to take a move back once the item was changed, and to bring back a copy', async () => {
    const { evidence, history } = under.client;
    const { id } = await add('Changed since');
    await evidence.moveTo({ portfolioId: here, ids: [id], to: there });
    const name = { portfolioId: here, collection: 'evidence', id } as const;
    const [gone, older] = (await history.versions(name)).versions;
    const copy = history.restore({ ...name, revision: older?.revision ?? '', seen: gone?.revision ?? '' });
    expect(await refusal(copy)).toEqual({ code: 'NOT_UNDOABLE', data: { why: 'moved' } });
    await evidence.update({ portfolioId: there, id, item: { ...testItem, title: 'Changed' } });
    expect(await refusal(undo(here))).toEqual({ code: 'CHANGED_SINCE', data: { count: 1 } });
    expect([await itemIn(here, id), (await itemIn(there, id))?.title]).toEqual([undefined, 'Changed']);
    // The change undone, the move can be undone.
    await undo(there);
    await undo(here);
    expect((await itemIn(here, id))?.title).toBe('Changed since');
  });

  it('keeps links the other guidance has not, which can stay, be edited around, and go', async () => {
    const { evidence } = under.client;
    const { id } = await add('Another specialty');
    const asked = { portfolioId: here, ids: [id], to: other };
    expect((await evidence.planMove(asked)).foreign).toEqual(['IM7']);
    await evidence.moveTo(asked);
    const item = { ...testItem, title: 'Edited there' };
    expect((await evidence.update({ portfolioId: other, id, item })).links).toEqual(testItem.links);
    const added = { capability: 'IM1', pages: '', note: '' };
    const more = evidence.update({
      portfolioId: other,
      id,
      item: { ...item, links: [...item.links, added] },
    });
    expect(await refusal(more)).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['item', 'links', 1, 'capability'], code: 'unknown-capability' }] },
    });
    const unlink = { kind: 'unlink', capability: 'IM7' } as const;
    expect(await evidence.changeMany({ portfolioId: other, ids: [id], change: unlink })).toMatchObject({
      changed: 1,
    });
  });

  it('takes sign-offs along: they hold where the item is, and after it was edited there', async () => {
    const { evidence, seals } = under.client;
    const { id } = await add('Signed off');
    await seals.sign({
      portfolioId: here,
      kind: 'in-person',
      id,
      signer: assessor,
      identityCheck: 'photo-id',
      passphrase: 'the assessor’s own passphrase',
      newKey: false,
    });
    const sealIn = async (portfolioId: string) =>
      (await seals.list({ portfolioId, collection: 'evidence', id }))[0]?.validity;
    await evidence.moveTo({ portfolioId: here, ids: [id], to: there });
    expect(await sealIn(there)).toBe('valid');
    await evidence.update({ portfolioId: there, id, item: { ...testItem, title: 'After signing' } });
    expect(await sealIn(there)).toBe('older-version');
    await evidence.moveTo({ portfolioId: there, ids: [id], to: here });
    expect(await sealIn(here)).toBe('older-version');
    await undo(here);
    await undo(there);
    await undo(there);
    expect([(await itemIn(here, id))?.title, await sealIn(here)]).toEqual(['Signed off', 'valid']);
  });

  it('is all or nothing, and says why', async () => {
    const { evidence } = under.client;
    const { id } = await add('Stays');
    const move = (ids: readonly string[], to: string) => evidence.moveTo({ portfolioId: here, ids, to });
    expect(await refusal(move([id, nobody], there))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'evidence' },
    });
    expect(await refusal(move([id], nobody))).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    expect(await refusal(move([id], here))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['to'], code: 'same-portfolio' }] },
    });
    expect(await refusal(evidence.planMove({ portfolioId: here, ids: [nobody], to: there }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(move([], there))).toMatchObject({ code: 'INVALID' });
    expect(await itemIn(there, id)).toBeUndefined();
    expect(await itemIn(here, id)).toBeDefined();
  });

  it('leaves a vault that checks out', async () => {
    const reading = await under.app.session.vault().examine({});
    const { findings } = await judgeVault(under.app.ports, reading, []);
    expect(findings.filter(({ kind }) => kind === 'fault')).toEqual([]);
  });

  it('notes what plans still say of an item that has gone', async () => {
    const { evidence, submission } = under.client;
    const { id } = await add('Named in an answer');
    const recommendation = { title: 'More teaching', text: '', items: [id] };
    const { id: named } = await submission.addRecommendation({ portfolioId: here, recommendation });
    await evidence.moveTo({ portfolioId: here, ids: [id], to: there });
    const reading = await under.app.session.vault().examine({});
    const { findings } = await judgeVault(under.app.ports, reading, []);
    expect(findings.filter(({ code }) => code === 'record-missing')).toEqual([
      {
        kind: 'note',
        code: 'record-missing',
        place: expect.stringMatching(`${here}.*#${named}$`),
        detail: id,
      },
    ]);
  });
});

it('leaves out a link whose code means something else in the other guidance', () => {
  const pack = (id: string, titles: Readonly<Record<string, string>>) => ({
    id,
    version: '1.0.0',
    capabilities: Object.entries(titles).map(([code, title]) => ({ code, title }) as never),
  });
  const links = ['A1', 'A2', 'A3'].map((capability) => ({ capability, pages: '', note: '' }));
  const from = pack('one', { A1: 'Leading', A2: 'Teaching', A3: 'Research' });
  const to = pack('two', { A1: 'Leading', A2: 'Prescribing' });
  expect(movedLinks(links, from, to)).toEqual({
    links: [links[0], links[2]],
    foreign: ['A3'],
    leftOut: ['A2'],
  });
  expect(movedLinks(links, from, from).links).toBe(links);
});
