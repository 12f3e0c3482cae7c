import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAudience } from '#electron/services/packages/check-audience.ts';
import { collect } from '#electron/services/packages/collect.ts';
import type { OpenedPackage } from '#electron/services/ports/exchange.ts';
import { type Audience, audiences, collectionsFor } from '#shared/domain/packages/audiences.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  jobFailure,
  merged,
  newVault,
  previewOf,
  startOpening,
  writtenPackage,
} from '#test/support/package-apps.ts';
import {
  chairMember,
  feedbackRecord,
  sheetRecord,
  superviseAll,
  supervisorMember,
  testChair,
  testSupervisor,
} from '#test/support/supervised.ts';

const profileOf = ({ name, gmcNumber }: typeof testSupervisor, role: 'supervisor' | 'panel') => ({
  name,
  gmcNumber,
  roles: [role] as const,
});

describe('what each audience is given', () => {
  let under: AppUnderTest;
  let portfolioId: string;
  let made: Awaited<ReturnType<typeof superviseAll>>;
  let itemId: string;
  beforeAll(async () => {
    under = await startApp('in process');
    // A member of the panel: their own sheet is theirs to send.
    await newVault(under, profileOf(testSupervisor, 'supervisor'));
    const filled = await filledPortfolio(under);
    portfolioId = filled.portfolioId;
    itemId = filled.first.id;
    made = await superviseAll(under, portfolioId, itemId);
  });
  afterAll(() => under.close());

  const given = async (audience: Audience) => {
    const { store } = await under.app.session.portfolio(portfolioId);
    const request = audience === 'assessor' ? made.request.id : null;
    const { revisions } = await collect(under.app.session, store, { audience, exclude: [], request });
    const text = JSON.stringify(revisions);
    return {
      collections: [...new Set(revisions.map(({ collection }) => collection))].sort(),
      canaries: [...new Set(text.match(/CANARY[a-z -]*/g))].map((one) => one.slice(7)).sort(),
    };
  };

  it.each([
    [
      'supervisor',
      [
        'actions',
        'agreements',
        'evidence',
        'feedback',
        'meetings',
        'portfolio',
        'ratings',
        'requests',
        'reviews',
        'steps',
        'supervisorReports',
      ],
      [
        'action',
        'agreement',
        'feedback',
        'meeting',
        'rating',
        'released',
        'report-draft',
        'report-sealed',
        'request',
        'scheduled',
      ],
    ],
    [
      'panel',
      ['actions', 'evidence', 'portfolio', 'ratings', 'reviews', 'snapshots', 'steps', 'supervisorReports'],
      [
        'action',
        'drafted',
        'rating',
        'released',
        'report-sealed',
        'scheduled',
        'unreleased',
        'withdraw-step',
        'withdrawn',
      ],
    ],
    [
      'doctor',
      [
        'actions',
        'agreements',
        'feedback',
        'meetings',
        'portfolio',
        'ratings',
        'requests',
        'reviews',
        'snapshots',
        'steps',
        'supervisorReports',
      ],
      [
        'action',
        'agreement',
        'feedback',
        'meeting',
        'rating',
        'released',
        'report-sealed',
        'request',
        'scheduled',
      ],
    ],
    [
      'chair',
      ['portfolio', 'reviews', 'sheets', 'steps'],
      ['drafted', 'scheduled', 'sheet-mine', 'withdraw-step'],
    ],
    ['assessor', ['evidence', 'portfolio', 'requests'], ['request']],
  ] as const)(
    '%s: what is on the list, and no word of anything else',
    async (audience, collections, words) => {
      expect(await given(audience)).toEqual({ collections, canaries: words });
    },
  );

  it('asks which request an assessor is sent, and takes one for nobody else', async () => {
    const contents = (audience: Audience, request: string | null) =>
      under.client.packages.contents({ portfolioId, audience, exclude: [], request });
    const unasked = { code: 'INVALID', data: { issues: [{ path: ['request'], code: 'request' }] } };
    expect(await refusal(contents('assessor', null))).toEqual(unasked);
    expect(await refusal(contents('doctor', made.request.id))).toEqual(unasked);
    expect(await refusal(contents('assessor', crypto.randomUUID()))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'request' },
    });
    const asked = await contents('assessor', made.request.id);
    expect(asked.counts).toMatchObject({ evidence: 1, requests: 1, reviews: 0, seals: 0 });
    expect(asked.files).toBe(1);
    const write = under.client.packages.write({
      portfolioId,
      audience: 'assessor',
      exclude: [],
      recipients: [],
      toMyself: true,
      passphrase: null,
    });
    expect(await refusal(write)).toEqual(unasked);
  });

  it('names every audience', () => {
    expect([...audiences].sort()).toEqual(['assessor', 'chair', 'doctor', 'panel', 'self', 'supervisor']);
  });
});

describe.each(transports)('packages between vaults, %s', (transport) => {
  let doctor: AppUnderTest;
  let member: AppUnderTest;
  let chair: AppUnderTest;
  let stranger: AppUnderTest;
  let portfolioId: string;
  let itemId: string;
  const to = new Map<AppUnderTest, Map<AppUnderTest, string>>();
  const storeOf = async (under: AppUnderTest) => (await under.app.session.portfolio(portfolioId)).store;
  const send = async (
    from: AppUnderTest,
    by: AppUnderTest,
    audience: Audience,
    request: string | null = null,
  ) => {
    const recipients = [to.get(from)?.get(by) ?? ''];
    return (await writtenPackage(from, { portfolioId, audience, recipients, request })).bytes;
  };
  const travel = async (from: AppUnderTest, by: AppUnderTest, audience: Audience) => {
    const preview = await previewOf(by, await send(from, by, audience));
    return { preview, result: await merged(by, preview.openId) };
  };

  beforeAll(async () => {
    [doctor, member, chair, stranger] = await Promise.all([
      startApp(transport),
      startApp(transport),
      startApp(transport),
      startApp(transport),
    ]);
    await newVault(doctor, testProfile);
    await newVault(member, profileOf(testSupervisor, 'supervisor'));
    await newVault(chair, profileOf(testChair, 'panel'));
    await newVault(stranger, { name: 'Dr Test Other (invented)', gmcNumber: null, roles: ['supervisor'] });
    const all = [doctor, member, chair, stranger];
    for (const from of all) {
      const known = new Map<AppUnderTest, string>();
      for (const other of all) if (other !== from) known.set(other, await introduce(other, from));
      to.set(from, known);
    }
    const filled = await filledPortfolio(doctor);
    portfolioId = filled.portfolioId;
    itemId = filled.first.id;
    await superviseAll(doctor, portfolioId, itemId);
    // The panel's notes were written on other computers.
    const store = await storeOf(doctor);
    await store.commit(
      'test.clear',
      [...store.all('sheets').keys()].map((id) => ({ collection: 'sheets' as const, id, value: null })),
    );
    const signed = [...store.all('reviews').values()].filter(({ state }) => state === 'signed');
    await store.commit(
      'test.clear',
      signed.map(({ id }) => ({ collection: 'reviews' as const, id, value: null })),
    );
    for (const one of [member, chair]) await travel(doctor, one, 'panel');
    for (const one of [member, chair]) await travel(doctor, one, 'supervisor');
  });
  afterAll(() => Promise.all([doctor, member, chair, stranger].map((one) => one.close())));

  it('bring a supervisor’s words back to the doctor, once, and nothing of the portfolio itself', async () => {
    const store = await storeOf(member);
    const [head] = store.heads('evidence', itemId);
    const feedback = feedbackRecord(itemId, head?.revision ?? '', testSupervisor, 'Read and liked.');
    await store.commit('test.write', [{ collection: 'feedback', id: feedback.id, value: feedback }]);
    const portfolio = store.get('portfolio', portfolioId);
    if (portfolio === undefined) throw new Error('no portfolio');
    await store.commit('test.write', [
      {
        collection: 'portfolio',
        id: portfolioId,
        value: { ...portfolio, employer: 'Somewhere else (invented)' },
      },
    ]);
    const { preview, result } = await travel(member, doctor, 'doctor');
    expect(preview.items).toEqual([expect.objectContaining({ id: feedback.id, kind: 'new' })]);
    expect(preview.refused).toEqual([
      expect.objectContaining({ collection: 'portfolio', id: portfolioId, why: 'kept-as-here' }),
    ]);
    expect(result).toMatchObject({ new: 1, changed: 0, conflicting: 0 });
    const here = await storeOf(doctor);
    expect(here.get('feedback', feedback.id)).toEqual(feedback);
    expect(here.get('portfolio', portfolioId)?.employer).toBe('Test NHS Trust (invented)');
    expect(here.get('evidence', itemId)).toBeDefined();
    const entries = here.head().entries;
    const again = await travel(member, doctor, 'doctor');
    expect(again.preview.items).toEqual([]);
    expect(again.result).toMatchObject({ new: 0, changed: 0, conflicting: 0, files: 0 });
    expect(here.head().entries).toBe(entries);
  });

  it('say who vouches for words that name somebody else', async () => {
    const store = await storeOf(member);
    const [head] = store.heads('evidence', itemId);
    const other = { name: 'Dr Nobody Here (invented)', gmcNumber: null, role: '' };
    const feedback = feedbackRecord(
      itemId,
      head?.revision ?? '',
      { ...other, gmcNumber: '0000001' },
      'Said.',
    );
    await store.commit('test.write', [{ collection: 'feedback', id: feedback.id, value: feedback }]);
    const preview = await previewOf(doctor, await send(member, doctor, 'doctor'));
    expect(preview.secondHand).toEqual([
      expect.objectContaining({ id: feedback.id, by: other.name, collection: 'feedback' }),
    ]);
    await doctor.client.packages.discard({ openId: preview.openId });
  });

  it('that go back are refused where there is nothing to go back to', async () => {
    for (const audience of ['doctor', 'chair'] as const)
      expect(
        await jobFailure(stranger, startOpening(stranger, await send(member, stranger, audience))),
      ).toEqual({
        code: 'PACKAGE_REFUSED',
        data: { why: 'not-here', entry: 'manifest.json' },
      });
    expect(await stranger.client.portfolios.list()).toEqual([]);
  });

  it('bring the chair a member’s own sheet, and never what says it is another’s', async () => {
    const store = await storeOf(member);
    const review = [...store.all('reviews').values()].find(({ state }) => state === 'drafted');
    if (review === undefined) throw new Error('no review');
    const own = sheetRecord(member, review.id, supervisorMember.id, 'My own view.');
    await store.commit('test.write', [{ collection: 'sheets', id: own.id, value: own }]);
    const honest = await travel(member, chair, 'chair');
    expect(honest.preview.refused).toEqual([
      expect.objectContaining({ collection: 'portfolio', why: 'kept-as-here' }),
    ]);
    expect((await storeOf(chair)).get('sheets', own.id)).toEqual(own);

    // As `self` everything goes: there a forged sheet would come along.
    const forged = sheetRecord(member, review.id, chairMember.id, 'What the chair never said.');
    await store.commit('test.write', [{ collection: 'sheets', id: forged.id, value: forged }]);
    expect((await travel(member, chair, 'chair')).preview.items).toEqual([]);
    const whole = await previewOf(chair, await send(member, chair, 'self'));
    expect(whole.refused).toContainEqual(
      expect.objectContaining({ collection: 'sheets', id: forged.id, why: 'not-the-senders' }),
    );
    await merged(chair, whole.openId);
    expect((await storeOf(chair)).get('sheets', forged.id)).toBeUndefined();
    expect((await storeOf(doctor)).all('sheets').size).toBe(0);
  });

  it('carry what was handed in as it was, though it was changed or put away since', async () => {
    const { client } = doctor;
    const later = { ...testItem, title: 'Rewritten since' };
    const before = await client.evidence.get({ portfolioId, id: itemId });
    await client.evidence.update({
      portfolioId,
      id: itemId,
      item: { ...later, attachments: before.attachments },
    });
    const read = async (under: AppUnderTest): Promise<readonly TravelRevision[]> => {
      const { app } = under;
      const found = await collect(app.session, await storeOf(under), { audience: 'panel', exclude: [] });
      return found.revisions.filter(({ id, value }) => id === itemId && value !== undefined);
    };
    const titles = (revisions: readonly TravelRevision[]) =>
      revisions.map(({ value }) => (value as { title: string }).title);
    expect(titles(await read(doctor))).toEqual([before.title, 'Rewritten since']);
    await client.evidence.trash({ portfolioId, id: itemId });
    expect(titles(await read(doctor))).toEqual([before.title]);
    await travel(doctor, stranger, 'panel');
    const there = await storeOf(stranger);
    expect(there.get('evidence', itemId)).toMatchObject({ title: before.title, trashedAt: null });
    // Held back is held back.
    const { selection } = await collect(doctor.app.session, await storeOf(doctor), {
      audience: 'panel',
      exclude: [],
    });
    expect(selection.included.some(({ id }) => id === itemId)).toBe(true);
    await client.evidence.restore({ portfolioId, id: itemId });
  });

  it('that go back are refused with anything their audience is not to have', async () => {
    // What a sender can do who means harm: packed by hand from everything there is.
    const store = await storeOf(member);
    const [drafted] = [...store.all('reviews').values()].filter(({ state }) => state === 'drafted');
    const [report] = [...store.all('supervisorReports').values()].filter(({ state }) => state === 'draft');
    const [step] = store.all('steps').values();
    const names = [
      ['evidence', itemId, 'data/evidence.json'],
      ['sheets', [...store.all('sheets').keys()][0] ?? '', 'data/sheets.json'],
      ['reviews', drafted?.id ?? '', 'data/reviews.json'],
      ['supervisorReports', report?.id ?? '', 'data/supervisorReports.json'],
    ] as const;
    const here = await storeOf(doctor);
    const manifest = { audience: 'doctor' } as const;
    for (const [collection, id, entry] of names) {
      if (collection === 'evidence' || collection === 'sheets') {
        expect(collectionsFor('doctor')).not.toContain(collection);
        continue;
      }
      const revisions = await store.history.travel([{ collection, id }], 'heads');
      expect(revisions.length).toBeGreaterThan(0);
      expect(() => checkAudience({ manifest } as OpenedPackage, revisions, here)).toThrow(
        expect.objectContaining({ failure: 'PACKAGE_REFUSED', data: { why: 'audience', entry } }),
      );
    }
    const changed = [
      {
        revision: '0'.repeat(64),
        collection: 'steps',
        id: step?.id ?? '',
        parents: [],
        value: { ...step, at: '2020-01-01T00:00:00.000Z' },
        by: null,
      },
    ];
    expect(() => checkAudience({ manifest } as OpenedPackage, changed, here)).toThrow(
      expect.objectContaining({ data: { why: 'written-once', entry: 'data/steps.json' } }),
    );
  });
});
