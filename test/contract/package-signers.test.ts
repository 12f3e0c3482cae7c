import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { PackagePreview, SignedRecord } from '#shared/domain/packages/preview.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import type { SealStatement } from '#shared/domain/seals.ts';
import {
  type AppUnderTest,
  startApp,
  testConclusion,
  testItem,
  testPassphrase,
  testPlan,
  testProfile,
} from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  writtenPackage,
} from '#test/support/package-apps.ts';

const late = { clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' } };
const chair: PanelMember = {
  id: crypto.randomUUID(),
  name: 'Prof Entirely Made Up (invented)',
  role: 'chair',
  gmcNumber: '0000099',
  organisation: '',
};

// Everything about these reviews holds. The only thing wrong with them is who signed.
describe('whose signatures a package brings', () => {
  /** A known sender, somebody who opens what is sent, and a computer that claims to be the chair's. */
  let sender: AppUnderTest;
  let receiver: AppUnderTest;
  let stranger: AppUnderTest;
  let portfolioId: string;
  let to: { readonly receiver: string; readonly sender: string; readonly stranger: string };
  beforeAll(async () => {
    [sender, receiver, stranger] = await Promise.all([
      startApp('in process', late),
      startApp('in process', late),
      startApp('in process', late),
    ]);
    await newVault(sender, testProfile);
    await newVault(receiver, recipientProfile);
    await newVault(stranger, { name: chair.name, gmcNumber: chair.gmcNumber, roles: ['panel'] });
    ({ portfolioId } = await filledPortfolio(sender));
    to = {
      receiver: await introduce(receiver, sender),
      sender: await introduce(sender, receiver),
      stranger: await introduce(stranger, sender),
    };
    await introduce(sender, stranger);
  });
  afterAll(() => Promise.all([sender.close(), receiver.close(), stranger.close()]));

  const drafted = async (panel: readonly PanelMember[]): Promise<string> => {
    const { reviews, guidance } = sender.client;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), panel } });
    const { capabilities } = await guidance.get({ packId: 'general-internal-medicine' });
    for (const { code: capability } of capabilities)
      await reviews.judge({
        portfolioId,
        id,
        judgement: { capability, level: 'progressing', reason: 'Seen.' },
      });
    await reviews.conclude({ portfolioId, id, conclusion: testConclusion });
    return id;
  };
  const sent = async (from: AppUnderTest, by: AppUnderTest, recipient: string): Promise<PackagePreview> => {
    const { bytes } = await writtenPackage(from, { portfolioId, audience: 'panel', recipients: [recipient] });
    return previewOf(by, bytes);
  };
  const arriving = () => sent(sender, receiver, to.receiver);
  const signaturesOn = ({ signed }: PackagePreview, id: string): SignedRecord['signatures'] =>
    signed.find((one) => one.id === id)?.signatures ?? [];
  const standingOf = async (id: string) => signaturesOn(await arriving(), id).map(({ standing }) => standing);

  it('an invented chair with a key of their own is nobody, until somebody has made sure of them', async () => {
    const id = await drafted([chair]);
    const there = await sent(sender, stranger, to.stranger);
    await merged(stranger, there.openId);
    await stranger.client.reviews.sign({
      portfolioId,
      id,
      passphrase: testPassphrase,
      identityCheck: 'own-profile',
      newKey: false,
    });
    const { bytes } = await writtenPackage(stranger, {
      portfolioId,
      audience: 'panel',
      recipients: [await introduce(sender, stranger)],
    });
    await merged(sender, (await previewOf(sender, bytes)).openId);

    const preview = await arriving();
    expect(preview).toMatchObject({ about: { sender: { standing: 'known' } }, refused: [] });
    const { card } = await stranger.client.people.myCard();
    const [certificate] = receiver.app.ports.signers.certificateHashes(card.certificates);
    expect(signaturesOn(preview, id)).toEqual([
      {
        part: 'chair',
        name: chair.name,
        certifiedName: chair.name,
        organisation: null,
        certificate,
        at: '2030-01-15T12:00:00.000Z',
        standing: { is: 'unknown', person: null },
        holds: true,
        remarks: [],
      },
    ]);
    // What was kept goes on saying so.
    await merged(receiver, preview.openId);
    const shown = async () =>
      (await receiver.client.reviews.signers({ portfolioId, id })).map(
        ({ signature }) => signature?.standing,
      );
    expect(await shown()).toEqual([{ is: 'unknown', person: null }]);

    // Another person of that name is known: this key is not theirs.
    const namesake = await startApp('in process', late);
    await newVault(namesake, { name: chair.name, gmcNumber: null, roles: ['panel'] });
    const other = await introduce(namesake, receiver);
    expect(await shown()).toMatchObject([{ is: 'other-key', person: { name: chair.name } }]);
    await receiver.client.people.remove({ id: other });
    await namesake.close();

    const { text } = await stranger.client.people.myCard();
    const { people } = receiver.client;
    const person = await people.add({ text, confirmed: 'not-yet', note: '', replaces: null });
    expect(await shown()).toMatchObject([{ is: 'card-only' }]);
    await people.confirm({ id: person.id, how: 'by-voice', on: '2030-01-15' });
    expect(await shown()).toMatchObject([{ is: 'confirmed', person: { confirmed: 'by-voice' } }]);
    await people.remove({ id: person.id });
  });

  it('a chair on the sender’s own computer may be the sender alone', async () => {
    const id = await drafted([chair]);
    await sender.client.reviews.sign({
      portfolioId,
      id,
      passphrase: `${testPassphrase} of nobody`,
      identityCheck: 'photo-id',
      newKey: true,
    });
    expect(await standingOf(id)).toEqual([
      { is: 'device', person: { name: testProfile.name, confirmed: 'in-person' } },
    ]);
    // On that computer itself it is a key of its vault.
    const own = await sender.client.reviews.signers({ portfolioId, id });
    expect(own.map(({ signature }) => signature?.standing.is)).toEqual(['own']);
  });

  const forgedSeal = async (change: (statement: SealStatement) => SealStatement, borrowed = false) => {
    const { ports, session } = sender.app;
    const { store } = await session.portfolio(portfolioId);
    const [item] = store.all('evidence').values();
    const signer = [...session.vault().profile.all('signers').values()].find(({ owner }) => owner);
    if (item === undefined || signer === undefined) throw new TypeError('nothing to seal');
    const [head] = store.heads('evidence', item.id);
    const statement = change({
      format: 'waymark-seal-1',
      kind: 'in-person',
      collection: 'evidence',
      recordId: item.id,
      revision: head?.revision ?? '',
      content: ports.hash(canonicalJson(head?.value)),
      at: '2030-01-15T12:00:00.000Z',
      signer: { name: chair.name, gmcNumber: null, role: 'Consultant' },
      presence: { identityCheck: 'photo-id', deviceOwner: testProfile.name },
      amends: null,
    });
    const text = canonicalJson(statement);
    const id = crypto.randomUUID();
    const { record, seal } = await ports.signers.open(signer, null);
    const [, root = ''] = record.certificates;
    const { card } = await stranger.client.people.myCard();
    const value = {
      id,
      subject: statement.kind,
      subjectId: item.id,
      fingerprint: ports.hash(text),
      // A stranger's own certificate beside the root of somebody who is known.
      certificates: borrowed ? [card.certificates[0] ?? '', root] : record.certificates,
      signature: await seal(text),
      sealedAt: statement.at,
      journal: { entries: 1, head: ports.hash('journal') },
      statement,
    };
    await store.commit('forged', [{ collection: 'seals', id, value }]);
    const found = signaturesOn(await arriving(), item.id);
    const at = { portfolioId, collection: 'evidence', id: item.id } as const;
    const [shown] = await sender.client.seals.list(at);
    await store.commit('forged', [{ collection: 'seals', id, value: null }]);
    return { found, shown };
  };

  it('a known person’s key under another name is told as theirs', async () => {
    const { found } = await forgedSeal((same) => same);
    expect(found).toMatchObject([
      {
        part: 'in-person',
        name: chair.name,
        certifiedName: testProfile.name,
        holds: true,
        standing: { is: 'other-name', person: { name: testProfile.name } },
        remarks: ['other-name'],
      },
    ]);
    const gmc = await forgedSeal((same) => ({
      ...same,
      signer: { ...same.signer, name: testProfile.name, gmcNumber: '0000098' },
    }));
    expect(gmc.found).toMatchObject([{ standing: { is: 'other-name' } }]);
    const honest = await forgedSeal((same) => ({
      ...same,
      signer: { ...same.signer, name: testProfile.name, gmcNumber: testProfile.gmcNumber },
    }));
    expect(honest.found).toMatchObject([{ standing: { is: 'confirmed' }, remarks: [] }]);
  });

  it('nobody but its signer renews a seal', async () => {
    const { ports, session } = sender.app;
    const item = (await sender.client.evidence.create({ portfolioId, item: testItem })).id;
    const at = { portfolioId, collection: 'evidence', id: item } as const;
    const signer = { name: chair.name, gmcNumber: null, role: 'Consultant' };
    const signing = { identityCheck: 'photo-id', passphrase: `${testPassphrase} of theirs` } as const;
    const sign = () =>
      sender.client.seals.sign({
        portfolioId,
        kind: 'in-person',
        id: item,
        signer,
        newKey: true,
        ...signing,
      });
    const honest = await sign();
    const { store } = await session.portfolio(portfolioId);
    const theirs = [...stranger.app.session.vault().profile.all('signers').values()].find(
      ({ owner }) => owner,
    );
    const kept = store.get('seals', honest.id);
    if (theirs === undefined || kept === undefined) throw new TypeError('no seal');
    const statement = { ...honest.statement, amends: honest.id, at: '2030-01-16T12:00:00.000Z' };
    const text = canonicalJson(statement);
    const { record, seal } = await ports.signers.open(theirs, null);
    const id = crypto.randomUUID();
    const value = {
      ...kept,
      id,
      statement,
      sealedAt: statement.at,
      fingerprint: ports.hash(text),
      certificates: record.certificates,
      signature: await seal(text),
    };
    await store.commit('forged', [{ collection: 'seals', id, value }]);
    const amended = async () =>
      (await sender.client.seals.list(at)).map((one) => [one.id, one.amendedBy, one.signature.standing.is]);
    expect(await amended()).toEqual([
      [id, null, 'confirmed'],
      [honest.id, null, 'own'],
    ]);
    await store.commit('forged', [{ collection: 'seals', id, value: null }]);
    const renewed = await sign();
    // Both by one clock, so in either order.
    const both = await amended();
    expect(both).toHaveLength(2);
    expect(both).toContainEqual([renewed.id, null, 'own']);
    expect(both).toContainEqual([honest.id, renewed.id, 'own']);
  });

  it('a seal over something else, or with borrowed certificates, does not hold; an early one is remarked', async () => {
    const other = await forgedSeal((same) => ({ ...same, content: 'a'.repeat(64) }));
    expect(other.found).toMatchObject([{ holds: false }]);
    const unheard = await forgedSeal((same) => ({
      ...same,
      content: 'a'.repeat(64),
      revision: 'b'.repeat(64),
    }));
    expect(unheard.found).toMatchObject([{ holds: false }]);
    const borrowed = await forgedSeal((same) => same, true);
    expect(borrowed.found).toMatchObject([
      { holds: false, standing: { is: 'unknown', person: null }, certifiedName: '' },
    ]);
    expect(borrowed.shown).toMatchObject({ validity: 'altered' });
    // Judgements of an evidence item: there are none, so it would be over whatever the item becomes.
    const nothing = await forgedSeal((same) => ({
      ...same,
      kind: 'judgement',
      content: createHash('sha256').update('null').digest('hex'),
    }));
    expect(nothing.found).toMatchObject([{ holds: false }]);
    expect(nothing.shown).toMatchObject({ validity: 'altered' });
    const early = await forgedSeal((same) => ({ ...same, at: '2020-01-15T12:00:00.000Z' }));
    expect(early.found).toMatchObject([{ holds: true, remarks: ['before-certificate', 'other-name'] }]);
  });
});
