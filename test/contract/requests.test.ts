import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import type { RequestInput } from '#shared/domain/supervision/request.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPortfolio,
  testProfile,
  transports,
  upload,
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

const assessor: PersonOnRecord = {
  name: recipientProfile.name,
  gmcNumber: recipientProfile.gmcNumber,
  role: 'Consultant',
};
const nobody = crypto.randomUUID();
let today = '2026-06-01';
const clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => today };
const sbi = {
  situation: 'On the ward round.',
  behaviour: 'Explained the plan.',
  impact: 'The team knew it.',
  nextStep: 'Lead the next one.',
};

describe.each(transports)('requests, %s', (transport) => {
  let doctor: AppUnderTest;
  let other: AppUnderTest;
  let portfolioId: string;
  let first: string;
  let second: string;
  let toAssessor: string;
  let toDoctor: string;
  beforeAll(async () => {
    today = '2026-06-01';
    [doctor, other] = await Promise.all([startApp(transport, { clock }), startApp(transport, { clock })]);
    await Promise.all([newVault(doctor, testProfile), newVault(other, recipientProfile)]);
    toAssessor = await introduce(other, doctor);
    toDoctor = await introduce(doctor, other);
    const filled = await filledPortfolio(doctor);
    ({ portfolioId } = filled);
    [first, second] = [filled.first.id, filled.second.id];
  });
  afterAll(() => Promise.all([doctor.close(), other.close()]));

  const input = (more: Partial<RequestInput> = {}): RequestInput => ({
    kind: 'sign-off',
    items: [first, second],
    review: null,
    assessor,
    way: 'file',
    note: '',
    dueOn: '2026-06-20',
    ...more,
  });
  const ask = (more: Partial<RequestInput> = {}) =>
    doctor.client.requests.ask({ portfolioId, request: input(more) });
  const listed = async (id: string) => {
    const all = await doctor.client.requests.list({ portfolioId });
    const one = all.find(({ request }) => request.id === id);
    if (one === undefined) throw new Error('not listed');
    return one;
  };
  const invalid = (code: string) =>
    expect.objectContaining({
      code: 'INVALID',
      data: { issues: [expect.objectContaining({ code })] },
    });
  const sendOut = async (request: string) => {
    const { bytes } = await writtenPackage(doctor, {
      portfolioId,
      audience: 'assessor',
      request,
      recipients: [toAssessor],
    });
    const preview = await previewOf(other, bytes);
    await merged(other, preview.openId);
    return preview;
  };
  const sendBack = async () =>
    (await writtenPackage(other, { portfolioId, audience: 'doctor', recipients: [toDoctor] })).bytes;
  const asked = async (id: string) => {
    const one = (await other.client.requests.askedOfMe()).find(({ request }) => request.id === id);
    if (one === undefined) throw new Error('not asked');
    return one;
  };

  it('are asked, chased, cancelled and asked again, and listed with the days they wait', async () => {
    const { requests } = doctor.client;
    const { request } = await ask();
    expect(request.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    today = '2026-06-25';
    expect(await listed(request.id)).toMatchObject({
      state: 'open',
      waited: 24,
      overdue: 5,
      filedAt: null,
      items: [{ id: first, state: 'waiting', title: testItem.title, capabilities: ['IM7'] }, { id: second }],
    });
    await requests.chase({ portfolioId, id: request.id });
    await requests.chase({ portfolioId, id: request.id });
    expect((await listed(request.id)).request.chased).toEqual(['2026-06-25']);
    const again = await requests.reissue({ portfolioId, id: request.id, dueOn: '2026-07-10', way: 'print' });
    expect(again).toMatchObject({ state: 'open', overdue: 0, request: { way: 'print', chased: [] } });
    expect(again.request.code).not.toBe(request.code);
    expect(await listed(request.id)).toMatchObject({ state: 'cancelled', closedOn: '2026-06-25' });
    const cancelled = await requests.cancel({ portfolioId, id: again.request.id });
    expect(cancelled).toMatchObject({ state: 'cancelled', overdue: 0 });
    const closed = { portfolioId, id: again.request.id };
    for (const call of heard([
      requests.chase(closed),
      requests.cancel(closed),
      requests.form(closed),
      requests.reissue({ ...closed, dueOn: '2026-07-10', way: 'file' }),
    ]))
      expect(await refusal(call)).toEqual(invalid('request-closed'));
    today = '2026-06-01';
  });

  it('are refused when what is asked makes no sense', async () => {
    const { requests, evidence } = doctor.client;
    expect(await refusal(ask({ items: [] }))).toEqual(invalid('no-items'));
    expect(await refusal(ask({ kind: 'report' }))).toEqual(invalid('no-items'));
    expect(await refusal(ask({ dueOn: '2026-05-31' }))).toEqual(invalid('due-past'));
    expect(await refusal(ask({ assessor: { ...testProfile, role: '' } }))).toMatchObject({
      code: 'INVALID',
    });
    const self = { name: testProfile.name, gmcNumber: testProfile.gmcNumber, role: '' };
    expect(await refusal(ask({ assessor: self }))).toEqual(invalid('own-evidence'));
    const draft = await evidence.create({ portfolioId, item: { ...testItem, draft: true as const } });
    expect(await refusal(ask({ items: [draft.id] }))).toEqual(invalid('draft'));
    await evidence.trash({ portfolioId, id: draft.id });
    const gone = { code: 'NOT_FOUND', data: { what: 'evidence' } };
    expect(await refusal(ask({ items: [draft.id] }))).toEqual(gone);
    expect(await refusal(ask({ kind: 'report', items: [], review: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });
    const missing = { code: 'NOT_FOUND', data: { what: 'request' } };
    const none = { portfolioId, id: nobody };
    const upload = { uploadId: nobody };
    for (const call of heard([
      requests.chase(none),
      requests.cancel(none),
      requests.form(none),
      requests.reissue({ ...none, dueOn: '2026-07-10', way: 'file' }),
      requests.answer({
        ...none,
        answers: [{ item: nobody, verdict: 'declined', comment: 'No.' }],
        passphrase: null,
      }),
      requests.keepScan({
        ...none,
        ...upload,
        name: 'x.pdf',
        items: [first],
        signedBy: 'A',
        signedOn: '2026-06-01',
        institution: '',
      }),
    ]))
      expect(await refusal(call)).toEqual(missing);
    expect(await refusal(requests.scanned({ portfolioId, ...upload }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
    for (const call of heard([
      requests.list({ portfolioId: nobody }),
      requests.ask({ portfolioId: nobody, request: input() }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
  });

  it('travel as a file, are answered in another vault, and close themselves when the reply is there', async () => {
    const { request } = await ask();
    const preview = await sendOut(request.id);
    expect(preview.counts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ collection: 'evidence', new: 2 }),
        expect.objectContaining({ collection: 'requests', new: 1 }),
      ]),
    );
    expect((await listed(request.id)).filedAt).not.toBeNull();
    const mine = await asked(request.id);
    expect(mine).toMatchObject({ portfolioId, doctor: testProfile.name, state: 'open', repliedAt: null });
    expect(mine.files[first]).toHaveLength(1);
    // The doctor's own list of what others ask of them is empty, though the request names their portfolio.
    expect(await doctor.client.requests.askedOfMe()).toEqual([]);

    const { answer } = other.client.requests;
    const where = { portfolioId, id: request.id };
    const accept = { item: first, verdict: 'accepted', comment: 'Well done.', sbi } as const;
    expect(await refusal(answer({ ...where, answers: [accept], passphrase: 'not that one' }))).toEqual({
      code: 'WRONG_PASSPHRASE',
      data: {},
    });
    expect(await refusal(answer({ ...where, answers: [accept], passphrase: null }))).toEqual(
      invalid('required'),
    );
    const foreign = { ...accept, item: nobody };
    expect(await refusal(answer({ ...where, answers: [foreign], passphrase: testPassphrase }))).toEqual(
      invalid('not-of-request'),
    );
    expect(
      await refusal(answer({ ...where, answers: [accept, accept], passphrase: testPassphrase })),
    ).toEqual(invalid('not-of-request'));
    const doctors = doctor.client.requests.answer({
      ...where,
      answers: [accept],
      passphrase: testPassphrase,
    });
    expect(await refusal(doctors)).toEqual(invalid('own-evidence'));

    await answer({ ...where, answers: [accept], passphrase: testPassphrase });
    expect((await asked(request.id)).items.map(({ state }) => state)).toEqual(['signed', 'waiting']);
    const half = await previewOf(doctor, await sendBack());
    expect(half.signed).toEqual([
      expect.objectContaining({
        id: first,
        signatures: [expect.objectContaining({ part: 'sign-off', holds: true, name: assessor.name })],
      }),
    ]);
    expect(half.refused).toEqual([]);
    expect(half.secondHand).toEqual([]);
    await merged(doctor, half.openId);
    expect(await listed(request.id)).toMatchObject({ state: 'open', items: [{ state: 'signed' }, {}] });

    const decline = { item: second, verdict: 'declined', comment: 'I was not there.' } as const;
    await answer({ ...where, answers: [decline], passphrase: null });
    const bytes = await sendBack();
    await merged(doctor, (await previewOf(doctor, bytes)).openId);
    expect(await listed(request.id)).toMatchObject({
      state: 'answered',
      closedOn: '2026-06-01',
      items: [
        { state: 'signed', comment: 'Well done.' },
        { state: 'declined', comment: 'I was not there.' },
      ],
    });
    const seals = await doctor.client.seals.list({ portfolioId, collection: 'evidence', id: first });
    expect(seals).toMatchObject([
      { kind: 'sign-off', validity: 'valid', signature: { standing: { is: 'confirmed' } } },
    ]);
    expect(await refusal(answer({ ...where, answers: [accept], passphrase: testPassphrase }))).toEqual(
      invalid('request-closed'),
    );

    // The same reply once more changes nothing, and says so.
    const { store } = await doctor.app.session.portfolio(portfolioId);
    const { entries } = store.head();
    const again = await previewOf(doctor, bytes);
    expect(again.items).toEqual([]);
    expect(await merged(doctor, again.openId)).toMatchObject({ new: 0, changed: 0, conflicting: 0 });
    expect(store.head().entries).toBe(entries);

    // What was signed off is what it was then.
    const item = await doctor.client.evidence.get({ portfolioId, id: first });
    const { id: _, createdAt: _c, updatedAt: _u, trashedAt: _t, ...said } = item;
    await doctor.client.evidence.update({
      portfolioId,
      id: first,
      item: { ...said, title: 'Another title' },
    });
    expect((await listed(request.id)).items[0]).toMatchObject({ state: 'signed-before' });
  });

  it('are not answered by words without a seal, nor by anybody who was not asked', async () => {
    const { request } = await ask({ items: [second] });
    const { store } = await doctor.app.session.portfolio(portfolioId);
    const [head] = store.heads('evidence', second);
    const words = (by: PersonOnRecord) => ({
      id: crypto.randomUUID(),
      item: second,
      revision: head?.revision ?? '',
      content: '0'.repeat(64),
      verdict: 'accepted' as const,
      comment: '',
      passage: null,
      sbi: null,
      request: request.id,
      by,
      device: null,
      at: clock.now().toISOString(),
    });
    const put = async (value: ReturnType<typeof words>) =>
      store.commit('test.write', [{ collection: 'feedback', id: value.id, value }]);
    await put(words({ ...assessor, name: 'Dr Somebody Else (invented)', gmcNumber: '0000001' }));
    expect((await listed(request.id)).items[0]).toMatchObject({ state: 'waiting' });
    await put(words(assessor));
    expect(await listed(request.id)).toMatchObject({ state: 'open', items: [{ state: 'unsound' }] });
    await doctor.client.requests.cancel({ portfolioId, id: request.id });

    // Asked of somebody else: it is in this vault, but not for its owner.
    const elsewhere = await ask({
      items: [second],
      assessor: { ...assessor, name: 'Dr Else (invented)', gmcNumber: '0000001' },
    });
    await sendOut(elsewhere.request.id);
    const open = await other.client.requests.askedOfMe();
    expect(open.map((one) => one.request.id)).not.toContain(elsewhere.request.id);
    const call = other.client.requests.answer({
      portfolioId,
      id: elsewhere.request.id,
      answers: [{ item: second, verdict: 'declined', comment: 'No.' }],
      passphrase: null,
    });
    expect(await refusal(call)).toEqual(invalid('not-asked'));
  });

  it('are closed by signing in person, on the doctor’s computer', async () => {
    const person = { name: 'Dr Present Here (invented)', gmcNumber: '0000002', role: 'Consultant' };
    const { request } = await ask({ items: [second], way: 'in-person', assessor: person });
    await doctor.client.seals.sign({
      portfolioId,
      kind: 'in-person',
      id: second,
      signer: person,
      passphrase: 'words of the assessor',
      identityCheck: 'staff-badge',
      newKey: false,
    });
    expect(await listed(request.id)).toMatchObject({ state: 'answered', items: [{ state: 'signed' }] });
  });

  it('can be sealed without a request too, by the owner of another vault', async () => {
    const sealed = await other.client.seals.sign({
      portfolioId,
      kind: 'sign-off',
      id: second,
      role: 'Consultant',
      passphrase: testPassphrase,
    });
    expect(sealed).toMatchObject({ kind: 'sign-off', validity: 'valid' });
    const own = doctor.client.seals.sign({
      portfolioId,
      kind: 'sign-off',
      id: second,
      role: 'Consultant',
      passphrase: testPassphrase,
    });
    expect(await refusal(own)).toEqual(invalid('own-evidence'));
  });

  it('are printed, and the scan finds back to its request and its items', async () => {
    const { requests, evidence, seals } = doctor.client;
    const { id } = await evidence.create({ portfolioId, item: { ...testItem, title: 'On paper' } });
    const { request } = await ask({ items: [id], way: 'print' });
    const where = { portfolioId, id: request.id };
    const form = await requests.form(where);
    expect(form.name).toBe('Sign-off form for Dr Test Supervisor (invented) 2026-06-01.pdf');
    const bytes = new Uint8Array(await (await doctor.send(`/outgoing/${form.fileId}`)).arrayBuffer());
    const uploadId = await upload(doctor, bytes);
    const { found } = await requests.scanned({ portfolioId, uploadId });
    expect(found).toMatchObject([
      { code: request.code, page: 1, status: 'open', shown: { request: { id: request.id } } },
    ]);
    const scan = {
      ...where,
      uploadId,
      name: 'Signed form.pdf',
      items: [id],
      signedBy: assessor.name,
      signedOn: '2026-06-01',
      institution: 'Test Hospital (invented)',
    };
    expect(await refusal(requests.keepScan({ ...scan, items: [first] }))).toEqual(invalid('not-of-request'));
    expect(await refusal(requests.keepScan({ ...scan, signedOn: '2026-06-02' }))).toEqual(
      invalid('too-large'),
    );
    const another = await ask({ items: [id], way: 'print' });
    const wrong = { ...scan, id: another.request.id };
    expect(await refusal(requests.keepScan(wrong))).toEqual(invalid('not-this-form'));

    const kept = await requests.keepScan(scan);
    expect(kept).toMatchObject({ state: 'answered', items: [{ state: 'paper', on: '2026-06-01' }] });
    expect(await evidence.get({ portfolioId, id })).toMatchObject({
      attachments: [{ name: 'Signed form.pdf', mediaType: 'application/pdf' }],
      verification: { by: assessor.name, on: '2026-06-01', institution: 'Test Hospital (invented)' },
    });
    expect(await seals.list({ portfolioId, collection: 'evidence', id })).toEqual([]);

    // A second time it is told for what it is; so is one that was cancelled, and another portfolio's.
    const again = await upload(doctor, bytes);
    expect((await requests.scanned({ portfolioId, uploadId: again })).found).toMatchObject([
      { status: 'answered' },
    ]);
    const late = await requests.form({ portfolioId, id: another.request.id });
    const paper = new Uint8Array(await (await doctor.send(`/outgoing/${late.fileId}`)).arrayBuffer());
    await requests.cancel({ portfolioId, id: another.request.id });
    const status = async (portfolio: string) =>
      requests.scanned({ portfolioId: portfolio, uploadId: await upload(doctor, paper) });
    expect((await status(portfolioId)).found).toMatchObject([{ status: 'cancelled' }]);
    const { id: elsewhere } = await doctor.client.portfolios.create(testPortfolio);
    expect((await status(elsewhere)).found).toMatchObject([{ status: 'unknown', shown: null }]);
    const plain = await upload(doctor, new TextEncoder().encode('No code in here.'));
    expect((await requests.scanned({ portfolioId, uploadId: plain })).found).toEqual([]);
    const broken = await upload(doctor, new TextEncoder().encode('%PDF-1.7 and nothing'));
    expect(await refusal(requests.scanned({ portfolioId, uploadId: broken }))).toMatchObject({
      code: 'FILE_MALFORMED',
    });
  });
});
