import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeVault } from '#electron/services/check-vault.ts';
import { judgeSigned } from '#electron/services/packages/sealed-review.ts';
import { readReport } from '#electron/services/read-pdf.ts';
import type { PackagePreview } from '#shared/domain/packages/preview.ts';
import type { Review } from '#shared/domain/review.ts';
import {
  type AppUnderTest,
  startApp,
  testConclusion,
  testPassphrase,
  testPlan,
  testProfile,
} from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  jobFailure,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  startOpening,
  writtenPackage,
} from '#test/support/package-apps.ts';

const late = { clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' } };
const outcome = { id: 'forged', name: 'Ready to apply', meaning: 'Nobody decided this.' };

// The sender is known, and holds the vault the records are in: whatever they write into it, they can send.
describe('records a known sender has forged', () => {
  let sender: AppUnderTest;
  let receiver: AppUnderTest;
  let portfolioId: string;
  let recipient: string;
  beforeAll(async () => {
    [sender, receiver] = await Promise.all([startApp('in process', late), startApp('in process', late)]);
    await Promise.all([newVault(sender, testProfile), newVault(receiver, recipientProfile)]);
    ({ portfolioId } = await filledPortfolio(sender));
    recipient = await introduce(receiver, sender);
    await introduce(sender, receiver);
  });
  afterAll(() => Promise.all([sender.close(), receiver.close()]));

  const storeOf = async ({ app }: AppUnderTest) => (await app.session.portfolio(portfolioId)).store;
  const forge = async (review: Review, changed: Partial<Review>) => {
    const value: Review = { ...review, ...changed };
    await (await storeOf(sender)).commit('forged', [{ collection: 'reviews', id: review.id, value }]);
  };
  const signedReview = async (): Promise<Review> => {
    const { reviews, guidance } = sender.client;
    const { id } = await reviews.schedule({ portfolioId, plan: testPlan() });
    const { capabilities } = await guidance.get({ packId: 'general-internal-medicine' });
    for (const { code: capability } of capabilities)
      await reviews.judge({
        portfolioId,
        id,
        judgement: { capability, level: 'developing', reason: 'Seen.' },
      });
    await reviews.conclude({ portfolioId, id, conclusion: testConclusion });
    return reviews.sign({
      portfolioId,
      id,
      passphrase: `${testPassphrase} of their own`,
      identityCheck: 'photo-id',
      newKey: true,
    });
  };
  const sent = async (): Promise<PackagePreview> => {
    const { bytes } = await writtenPackage(sender, {
      portfolioId,
      audience: 'panel',
      recipients: [recipient],
    });
    return previewOf(receiver, bytes);
  };
  const refusedIn = ({ refused }: PackagePreview, { id }: Review) =>
    refused.find((one) => one.id === id)?.why ?? 'taken';
  const shown = async ({ id }: Review) => (await storeOf(receiver)).get('reviews', id);

  it('takes a signed review that is as it was signed, and a later signature on it', async () => {
    const review = await signedReview();
    const first = await sent();
    expect(first.refused).toEqual([]);
    await merged(receiver, first.openId);
    expect(await shown(review)).toEqual(review);
    const [, second] = review.panel;
    if (second === undefined) throw new TypeError('a panel of one');
    const more = await sender.client.reviews.addSignature({
      portfolioId,
      id: review.id,
      member: second.id,
      passphrase: `${testPassphrase} of the second`,
      identityCheck: 'photo-id',
      newKey: true,
    });
    const next = await sent();
    expect(next.refused).toEqual([]);
    await merged(receiver, next.openId);
    expect(await shown(review)).toEqual(more);
    // What was signed elsewhere names that vault's journal, which is no fault of this one.
    const reading = await receiver.app.session.vault().examine({});
    const { findings } = await judgeVault(receiver.app.ports, reading);
    expect(findings.filter(({ kind }) => kind === 'fault')).toEqual([]);
  });

  it('finds every part of a signed review that is not what its seal and its report say', async () => {
    const review = await signedReview();
    const store = await storeOf(sender);
    const seals = [...store.all('seals').values()];
    const fault = async (changed: Partial<Review>, among = seals) => {
      const read = (hash: string) => readReport(store.blobs, hash);
      return (await judgeSigned(sender.app.ports, { ...review, ...changed }, among, read)).fault;
    };
    const { judgements, panel, signOff } = review;
    if (signOff === null) throw new TypeError('not signed');
    expect(await fault({})).toBeUndefined();
    expect(await fault({}, [])).toBe('seal-missing');
    const [first, ...rest] = judgements;
    const nobody = { name: 'Dr Nobody (invented)', certificate: signOff.certificate, at: signOff.signedAt };
    const { report, reportSize } = signOff;
    const bytes = { report, reportSize, before: report };
    const unmade = { ...nobody, member: null, identityCheck: 'photo-id', ...bytes } as const;
    const others: Readonly<Record<string, Partial<Review>>> = {
      outcome: { outcome },
      reason: { outcomeReason: 'Nobody wrote this.' },
      judgement: first === undefined ? {} : { judgements: [{ ...first, level: 'progressing' }, ...rest] },
      'judgement less': { judgements: rest },
      panel: { panel: panel.map((one) => ({ ...one, name: nobody.name })) },
      day: { heldOn: '2020-01-01' },
      signer: { signOff: { ...signOff, signerName: nobody.name } },
      'identity check': { signOff: { ...signOff, identityCheck: 'known-personally' } },
      'signature nobody made': { signOff: { ...signOff, signatures: [unmade] } },
      report: { signOff: { ...signOff, report: signOff.model } },
      state: { state: 'drafted' },
      'no signature': { signOff: null },
    };
    for (const [what, changed] of Object.entries(others))
      expect(`${what}: ${await fault(changed)}`).toMatch(/: seal-(missing|mismatch)$/);
    // The same seal, by another person's key: what it says of itself is no proof.
    const [other] = [...sender.app.session.vault().profile.all('signers').values()].filter(
      ({ owner }) => owner,
    );
    const borrowed = seals.map((seal) => ({ ...seal, certificates: other?.certificates ?? [] }));
    expect(await fault({}, borrowed)).toBe('seal-mismatch');
  });

  it('lets nothing take the place of a signed review but the same, signed', async () => {
    const review = await signedReview();
    const unknown = await signedReview();
    const before = await sent();
    expect(before.refused).toEqual([]);
    await forge(unknown, { outcome });
    expect(refusedIn(await sent(), unknown)).toBe('seal-mismatch');
    await merged(receiver, before.openId);
    for (const changed of [{ outcome }, { state: 'drafted', signOff: null }] as const) {
      await forge(review, changed);
      const preview = await sent();
      expect(refusedIn(preview, review)).toBe('seal-mismatch');
      await merged(receiver, preview.openId);
      expect(await shown(review)).toEqual(review);
    }
  });

  it('takes no portfolio that was moved to other guidance', async () => {
    const store = await storeOf(sender);
    const opening = async () => {
      const { bytes } = await writtenPackage(sender, {
        portfolioId,
        audience: 'self',
        recipients: [recipient],
      });
      return jobFailure(receiver, startOpening(receiver, bytes));
    };
    const [portfolio] = store.all('portfolio').values();
    if (portfolio === undefined) throw new TypeError('no portfolio');
    const moved = { ...portfolio, packId: 'no-such-guidance' };
    await store.commit('forged', [{ collection: 'portfolio', id: portfolio.id, value: moved }]);
    await store.commit('forged', [{ collection: 'portfolio', id: portfolio.id, value: portfolio }]);
    expect(await opening()).toEqual({
      code: 'PACKAGE_REFUSED',
      data: { why: 'content', entry: 'data/portfolio.json' },
    });
  });

  it('sends no seal over what it leaves out', async () => {
    const { evidence, packages } = sender.client;
    const store = await storeOf(sender);
    const [seal] = store.all('seals').values();
    const [item] = store.all('evidence').values();
    if (seal === undefined || item === undefined) throw new TypeError('nothing to send');
    const id = crypto.randomUUID();
    await store.commit('forged', [{ collection: 'seals', id, value: { ...seal, id, subjectId: item.id } }]);
    const contents = () => packages.contents({ portfolioId, audience: 'panel', exclude: [] });
    expect((await contents()).included.map((ref) => ref.id)).toContain(id);
    await evidence.trash({ portfolioId, id: item.id });
    expect((await contents()).leftOut).toContainEqual(expect.objectContaining({ id, why: 'trash' }));
  });
});
