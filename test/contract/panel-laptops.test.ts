import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefsWrittenSchema } from '#shared/contract/panel.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPassphrase,
  testPortfolio,
  transports,
} from '#test/support/app-under-test.ts';
import { ended, introduce, merged, newVault, previewOf, writtenPackage } from '#test/support/package-apps.ts';
import { openReview, panelClock, panelMember } from '#test/support/panel-reviews.ts';
import { textOf } from '#test/support/report-judges.ts';

const chair = panelMember('chair', 'Dr Test Chair', '0000008');
const external = panelMember('external', 'Dr Test External', '0000006');
const none = { kind: 'none', text: '' } as const;
const writing = (who: string, level: 'progressing' | 'limited') => ({
  interest: none,
  judgements: [{ capability: 'IM7', level, reason: `CANARY reason of ${who}` }],
  notes: [{ capability: 'IM7', text: `CANARY note of ${who}` }],
});

describe.each(transports)('a panel on two laptops, %s', (transport) => {
  let first: AppUnderTest;
  let second: AppUnderTest;
  let at: { readonly portfolioId: string; readonly id: string };
  beforeAll(async () => {
    [first, second] = await Promise.all([
      startApp(transport, { clock: panelClock }),
      startApp(transport, { clock: panelClock }),
    ]);
    const profileOf = ({ name, gmcNumber }: typeof chair) => ({ name, gmcNumber, roles: ['panel' as const] });
    await newVault(first, profileOf(chair));
    await newVault(second, profileOf(external));
    const { id: portfolioId } = await first.client.portfolios.create(testPortfolio);
    await first.client.evidence.create({ portfolioId, item: { ...testItem, startedOn: '2029-06-01' } });
    at = { portfolioId, id: await openReview(first, portfolioId, [chair, external]) };
  });
  afterAll(() => Promise.all([first.close(), second.close()]));

  const sheetsIn = async ({ app }: AppUnderTest) => [
    ...(await app.session.portfolio(at.portfolioId)).store.all('sheets').values(),
  ];

  it('judges apart, sends replies, and compares; the same reply twice changes nothing', async () => {
    // Each sits at their own laptop without saying so.
    expect((await first.client.panel.room(at)).here).toBe(chair.id);
    await first.client.panel.save({ ...at, member: chair.id, writing: writing('chair', 'progressing') });
    await first.client.panel.finish({ ...at, member: chair.id });

    const toSecond = await introduce(second, first);
    const toFirst = await introduce(first, second);
    const { portfolioId } = at;
    const sent = await writtenPackage(first, { portfolioId, audience: 'panel', recipients: [toSecond] });
    await merged(second, (await previewOf(second, sent.bytes)).openId);
    expect(await sheetsIn(second)).toEqual([]);
    const room = await second.client.panel.room(at);
    expect(room).toMatchObject({ here: external.id, compared: false, writing: true });
    expect(room.brief).toEqual((await first.client.panel.room(at)).brief);
    await second.client.panel.save({ ...at, member: external.id, writing: writing('external', 'limited') });
    await second.client.panel.finish({ ...at, member: external.id });

    const reply = await writtenPackage(second, { portfolioId, audience: 'chair', recipients: [toFirst] });
    await merged(first, (await previewOf(first, reply.bytes)).openId);
    const { store } = await first.app.session.portfolio(portfolioId);
    const head = store.head();
    await merged(first, (await previewOf(first, reply.bytes)).openId);
    expect(store.head()).toEqual(head);
    expect(await sheetsIn(first)).toHaveLength(2);

    // It is here, and still nobody's to read.
    expect(JSON.stringify(await first.client.panel.room(at))).not.toContain('CANARY');
    expect(await refusal(first.client.panel.sheet({ ...at, member: external.id }))).toEqual({
      code: 'PANEL_REFUSED',
      data: { why: 'not-here' },
    });
    await first.client.panel.compare({ ...at, without: [] });
    const [view] = (await first.client.panel.sideBySide(at)).filter(({ capability }) => capability === 'IM7');
    expect(view?.views.map(({ judgement }) => judgement.level)).toEqual(['progressing', 'limited']);
    expect(view?.difference).toEqual({ apart: 2, unconsidered: false });
    expect(JSON.stringify(view)).not.toContain('CANARY note');
  });

  it('puts nothing private into a report, a brief, the day’s book or what goes to the doctor', async () => {
    const { panel, reviews, guidance, packages } = first.client;
    const { capabilities } = await guidance.inUse({ portfolioId: at.portfolioId }).then(({ pack }) => pack);
    for (const { code } of capabilities)
      await panel.agree({
        ...at,
        judgement: { capability: code, level: 'developing', reason: 'Agreed.', agreedBy: [chair.id] },
      });
    await reviews.conclude({ ...at, conclusion: testConclusion });
    const signed = await reviews.sign({
      ...at,
      passphrase: testPassphrase,
      identityCheck: 'own-profile',
      newKey: false,
    });
    const bytesAt = async (path: string) => new Uint8Array(await (await first.send(path)).arrayBuffer());
    const printed = async (job: Promise<{ readonly jobId: string }>) => {
      const { result } = await ended(first, await job);
      return textOf(await bytesAt(`/outgoing/${briefsWrittenSchema.parse(result).fileId}`));
    };
    const told = [
      await textOf(await bytesAt(`/blobs/${at.portfolioId}/${signed.signOff?.report}`)),
      new TextDecoder().decode(await bytesAt(`/blobs/${at.portfolioId}/${signed.signOff?.model}`)),
      await printed(panel.printBrief(at)),
      await printed(panel.printDay({ on: signed.heldOn })),
      JSON.stringify(await panel.room(at)),
    ];
    for (const text of told) {
      expect(text.length).toBeGreaterThan(500);
      expect(text).not.toContain('CANARY');
    }
    for (const audience of ['doctor', 'panel', 'supervisor'] as const) {
      const contents = await packages.contents({
        portfolioId: at.portfolioId,
        audience,
        exclude: [],
        request: null,
      });
      expect(contents.included.filter(({ collection }) => collection === 'sheets')).toEqual([]);
    }
    // The canaries are where they belong: the test would hear them anywhere else.
    expect(JSON.stringify(await sheetsIn(first))).toContain('CANARY note of external');
  });
});
