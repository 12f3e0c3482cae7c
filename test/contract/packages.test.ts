import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testProfile,
  transports,
  upload,
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
  startWriting,
  writtenPackage,
} from '#test/support/package-apps.ts';

const uploaded = (under: AppUnderTest, bytes: Uint8Array) => upload(under, Uint8Array.from(bytes));
const nobody = crypto.randomUUID();
const passphrase = 'four plain unrelated words';

describe.each(transports)('packages, %s', (transport) => {
  let doctor: AppUnderTest;
  let supervisor: AppUnderTest;
  beforeEach(async () => {
    [doctor, supervisor] = await Promise.all([startApp(transport), startApp(transport)]);
    await Promise.all([newVault(doctor, testProfile), newVault(supervisor, recipientProfile)]);
  });
  afterEach(() => Promise.all([doctor.close(), supervisor.close()]));

  it('show and count what they would hold before anything is written', async () => {
    const { portfolioId, first, second, trashed, file } = await filledPortfolio(doctor);
    const contents = (audience: 'supervisor' | 'panel' | 'self', exclude: string[] = []) =>
      doctor.client.packages.contents({ portfolioId, audience, exclude });
    const forSupervisor = await contents('supervisor', [second.id]);
    expect(forSupervisor).toMatchObject({
      counts: { portfolio: 1, evidence: 1, reviews: 0, seals: 0 },
      files: 1,
      bytes: file.size,
      tooLarge: false,
    });
    expect(forSupervisor.included.map(({ id }) => id)).toEqual([first.id, portfolioId]);
    expect(forSupervisor.leftOut).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: second.id, why: 'chosen' }),
        expect.objectContaining({ id: trashed.id, why: 'trash', title: 'CANARY trashed' }),
      ]),
    );
    expect((await contents('panel')).counts).toMatchObject({ evidence: 2 });
    expect(await contents('self')).toMatchObject({ counts: { evidence: 3 }, leftOut: [] });
  });

  it('hold no drafts, but in everything for oneself', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const item = { ...testItem, title: 'Half a thought', draft: true as const };
    const { id } = await doctor.client.evidence.create({ portfolioId, item });
    for (const audience of ['supervisor', 'panel'] as const) {
      const { included, leftOut } = await doctor.client.packages.contents({
        portfolioId,
        audience,
        exclude: [],
      });
      expect(included.map((one) => one.id)).not.toContain(id);
      expect(leftOut).toContainEqual(expect.objectContaining({ id, why: 'draft' }));
    }
    const own = await doctor.client.packages.contents({ portfolioId, audience: 'self', exclude: [] });
    expect(own.included.map((one) => one.id)).toContain(id);
  });

  it('travel to a person of the directory, are checked, previewed, and merged as one step', async () => {
    const { portfolioId, first, file } = await filledPortfolio(doctor);
    const to = await introduce(supervisor, doctor);
    const { written, bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    expect(written).toMatchObject({ size: bytes.length, counts: { evidence: 2 }, files: 1 });
    expect(written.name).toMatch(/^Dr Test Doctor \(invented\) for supervisor \d{4}-\d\d-\d\d\.waymark$/);

    expect(await jobFailure(supervisor, startOpening(supervisor, bytes))).toMatchObject({
      code: 'SENDER_UNKNOWN',
      data: { name: testProfile.name },
    });
    await introduce(doctor, supervisor);
    const preview = await previewOf(supervisor, bytes);
    expect(preview).toMatchObject({
      about: {
        audience: 'supervisor',
        sender: { name: testProfile.name, standing: 'known', confirmed: 'in-person' },
        portfolio: { id: portfolioId, isNew: true },
        recipients: [recipientProfile.name],
      },
      counts: [
        { collection: 'portfolio', new: 1 },
        { collection: 'evidence', new: 2, changed: 0, conflicting: 0, known: 0 },
        { collection: 'reviews', new: 0 },
        { collection: 'seals', new: 0 },
      ],
      refused: [],
      newFiles: { count: 1, bytes: file.size },
    });
    expect(JSON.stringify(preview)).not.toContain('CANARY');
    expect(await supervisor.client.portfolios.list()).toEqual([]);

    expect(await merged(supervisor, preview.openId)).toMatchObject({ portfolioId, new: 3, files: 1 });
    expect(await supervisor.client.portfolios.list()).toMatchObject([{ id: portfolioId }]);
    expect(await supervisor.client.evidence.get({ portfolioId, id: first.id })).toEqual(first);
    const kept = await supervisor.send(`/blobs/${portfolioId}/${file.hash}`);
    expect((await kept.arrayBuffer()).byteLength).toBe(file.size);
    const { store } = await supervisor.app.session.portfolio(portfolioId);
    expect((await store.history.lines(null, 10)).map(({ action }) => action)).toEqual(['import.package']);

    // The same again is nothing new.
    const again = await previewOf(supervisor, bytes);
    expect(again.items).toEqual([]);
    expect(await merged(supervisor, again.openId)).toMatchObject({
      new: 0,
      changed: 0,
      conflicting: 0,
      known: 3,
    });
    expect(store.head().entries).toBe(1);
    expect(await refusal(supervisor.client.packages.merge({ openId: again.openId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('bring changes back, and show both sides where both moved on', async () => {
    const { portfolioId, first } = await filledPortfolio(doctor);
    const toSupervisor = await introduce(supervisor, doctor);
    const toDoctor = await introduce(doctor, supervisor);
    const out = await writtenPackage(doctor, { portfolioId, recipients: [toSupervisor] });
    await merged(supervisor, (await previewOf(supervisor, out.bytes)).openId);
    const { id: _, createdAt: _c, updatedAt: _u, trashedAt: _t, ...item } = first;
    const change = (under: AppUnderTest, title: string) =>
      under.client.evidence.update({ portfolioId, id: first.id, item: { ...item, title } });
    await change(supervisor, 'As the supervisor put it');
    const back = await writtenPackage(supervisor, { portfolioId, recipients: [toDoctor] });
    const plain = await previewOf(doctor, back.bytes);
    expect(plain.items).toEqual([
      expect.objectContaining({ id: first.id, kind: 'changed', title: 'As the supervisor put it' }),
    ]);
    await change(doctor, 'As the doctor put it');
    const both = await previewOf(doctor, back.bytes);
    expect(both.items).toEqual([expect.objectContaining({ id: first.id, kind: 'conflicting' })]);
    await merged(doctor, both.openId);
    const { store } = await doctor.app.session.portfolio(portfolioId);
    expect(store.conflicts()).toEqual([{ collection: 'evidence', id: first.id }]);
    expect(store.heads('evidence', first.id).map(({ value }) => value?.title)).toEqual([
      'As the doctor put it',
      'As the supervisor put it',
    ]);
    await doctor.client.packages.discard({ openId: plain.openId });
    expect(await refusal(doctor.client.packages.discard({ openId: plain.openId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('open by passphrase too, and say before that whose they are', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, audience: 'self', passphrase });
    const { uploadId } = await doctor.client.packages
      .peek({ uploadId: await uploaded(doctor, bytes), passphrase })
      .then(async (peeked) => {
        expect(peeked).toMatchObject({ lock: 'passphrase', about: { sender: { standing: 'own' } } });
        return { uploadId: await uploaded(supervisor, bytes) };
      });
    const peek = (given: string | null) => supervisor.client.packages.peek({ uploadId, passphrase: given });
    expect(await peek(null)).toEqual({ lock: 'passphrase', about: null });
    expect(await refusal(peek('not that one at all'))).toEqual({ code: 'NOT_FOR_YOU', data: {} });
    const { about } = await peek(passphrase);
    expect(about).toMatchObject({ audience: 'self', sender: { standing: 'unknown', confirmed: null } });
    // The card that came along can be added after its fingerprint was compared.
    await supervisor.client.people.add({
      text: about?.sender.card ?? '',
      confirmed: 'by-voice',
      note: '',
      replaces: null,
    });
    expect((await peek(passphrase)).about).toMatchObject({
      sender: { standing: 'known', confirmed: 'by-voice' },
    });
    const preview = await previewOf(supervisor, bytes, passphrase);
    expect(preview.counts[1]).toMatchObject({ collection: 'evidence', new: 3 });
    await merged(supervisor, preview.openId);
    const { store } = await supervisor.app.session.portfolio(portfolioId);
    // A whole copy brings what was written before it was put in the trash.
    const trashed = [...store.all('evidence').values()].find(({ trashedAt }) => trashedAt !== null);
    expect(await store.history.versions('evidence', trashed?.id ?? '')).toHaveLength(2);
  });

  it('are refused to those they are not for', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, toMyself: true });
    expect(await jobFailure(supervisor, startOpening(supervisor, bytes))).toEqual({
      code: 'NOT_FOR_YOU',
      data: {},
    });
    expect((await previewOf(doctor, bytes)).about.sender.standing).toBe('own');
    const garbage = await uploaded(supervisor, Buffer.from('not a package'));
    expect(await refusal(supervisor.client.packages.peek({ uploadId: garbage, passphrase: null }))).toEqual({
      code: 'PACKAGE_REFUSED',
      data: { why: 'not-age', entry: '' },
    });
  });

  it('are refused when what is asked makes no sense', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const invalid = { code: 'INVALID', data: { issues: [{ path: ['recipients'], code: 'recipients' }] } };
    expect(await refusal(startWriting(doctor, { portfolioId }))).toEqual(invalid);
    expect(await refusal(startWriting(doctor, { portfolioId, toMyself: true, passphrase }))).toEqual(invalid);
    expect(await refusal(startWriting(doctor, { portfolioId, passphrase: 'short' }))).toMatchObject({
      code: 'WEAK_PASSPHRASE',
    });
    expect(await refusal(startWriting(doctor, { portfolioId, recipients: [nobody] }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'person' },
    });
    expect(await refusal(startWriting(doctor, { portfolioId: nobody, toMyself: true }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await refusal(doctor.client.packages.contents({ portfolioId: nobody, audience: 'self', exclude: [] })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await refusal(doctor.client.packages.contents({ portfolioId, audience: 'gmc' as 'self', exclude: [] })),
    ).toMatchObject({ code: 'INVALID' });
    const upload = { uploadId: nobody, passphrase: null };
    for (const call of heard([doctor.client.packages.peek(upload), doctor.client.packages.open(upload)]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'upload' } });
    await doctor.client.app.lock();
    const input = { portfolioId, audience: 'self', exclude: [] } as const;
    for (const call of heard([
      doctor.client.packages.contents(input),
      doctor.client.packages.write({ ...input, recipients: [], toMyself: true, passphrase: null }),
      doctor.client.packages.peek(upload),
      doctor.client.packages.open(upload),
      doctor.client.packages.merge({ openId: nobody }),
      doctor.client.packages.discard({ openId: nobody }),
    ]))
      expect(await refusal(call)).toMatchObject({ code: 'LOCKED' });
  });

  it('keep the recipient’s own portfolio out of what they are not given', async () => {
    const { portfolioId, first } = await filledPortfolio(doctor);
    await doctor.client.evidence.update({
      portfolioId,
      id: first.id,
      item: { ...testItem, title: 'CANARY an earlier wording', attachments: first.attachments },
    });
    await doctor.client.evidence.update({
      portfolioId,
      id: first.id,
      item: { ...testItem, title: 'The last wording', attachments: first.attachments },
    });
    const to = await introduce(supervisor, doctor);
    await introduce(doctor, supervisor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    await merged(supervisor, (await previewOf(supervisor, bytes)).openId);
    const { store } = await supervisor.app.session.portfolio(portfolioId);
    const versions = await store.history.versions('evidence', first.id);
    expect(JSON.stringify(versions)).toContain('The last wording');
    expect(JSON.stringify(versions)).not.toContain('CANARY');
  });
});
