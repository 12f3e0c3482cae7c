import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { CommentReference, Document, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attachment, type EvidenceInput, evidenceItemSchema } from '#shared/domain/evidence.ts';
import { type CheckHit, type CheckResult, fileResultSchema } from '#shared/domain/identifiers/check.ts';
import { decidedFileOf } from '#shared/domain/identifiers/dismissal.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testProfile,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const nothing = 'a'.repeat(64);

async function letterPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('Clinic letter (invented)', { x: 72, y: 770, size: 12, font });
  const second = pdf.addPage([595, 842]);
  second.drawText('Re: Mrs Doreen Blackwood', { x: 72, y: 770, size: 12, font });
  second.drawText('NHS number 943 476 5919', { x: 72, y: 740, size: 12, font });
  return new Uint8Array(await pdf.save());
}
/** A Word file whose words are harmless and whose properties and comments are not. */
async function wordFile(): Promise<Uint8Array<ArrayBuffer>> {
  const said = new Paragraph('Telephoned Mrs Olena Whitby');
  const file = new Document({
    creator: 'secretary.jones@nhs.net',
    comments: { children: [{ id: 0, author: 'Sam', date: new Date(0), children: [said] }] },
    sections: [
      {
        children: [new Paragraph({ children: [new TextRun('Notes'), new CommentReference(0)] })],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const decision = (hit: CheckHit) => ({ file: decidedFileOf(hit.place), rule: hit.rule, what: hit.what });

describe.each(transports)('the identifier check, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let letter: Attachment;
  let plain: Attachment;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
    letter = await keep(await letterPdf(), 'letter.pdf');
    plain = await keep(bytes('Ward round notes. Nothing to see.'), 'notes.txt');
  });
  afterAll(() => under.close());

  const keep = async (file: Uint8Array<ArrayBuffer>, name: string) =>
    under.client.files.keep({ portfolioId, uploadId: await upload(under, file), name });
  const ended = async ({ jobId }: { jobId: string }) => {
    for (;;) {
      const job = await under.client.jobs.get({ id: jobId });
      if (job.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const make = (change: Partial<EvidenceInput>) =>
    under.client.evidence.create({ portfolioId, item: { ...testItem, ...change } });
  const checked = async (id: string) => {
    const job = await ended(await under.client.identifiers.check({ portfolioId, id }));
    expect(job.state).toBe('done');
    return job.result as CheckResult;
  };

  it('looks through an item’s words and its files, and says where each hit is', async () => {
    const { identifiers } = under.client;
    const { id } = await make({
      title: 'Thank-you from Mr Arthur Crane',
      reflection: `I, ${testProfile.name}, GMC ${testProfile.gmcNumber}, listened. His wife rang from 07700 900123.`,
      attachments: [letter, plain, await keep(await wordFile(), 'notes.docx')],
    });
    const before = await identifiers.standing({ portfolioId, id });
    expect(before.files.map(({ name, state }) => [name, state])).toEqual([
      ['letter.pdf', 'unchecked'],
      ['notes.txt', 'unchecked'],
      ['notes.docx', 'unchecked'],
    ]);
    // Its own words are known at once.
    expect(before.state).toBe('possible');

    const result = await checked(id);
    expect(await identifiers.standing({ portfolioId, id })).toEqual(result);
    expect(result.files.map(({ name, state, pages }) => [name, state, pages])).toEqual([
      ['letter.pdf', 'read', 2],
      ['notes.txt', 'read', 1],
      ['notes.docx', 'read', 1],
    ]);
    const found = result.hits.map(({ rule, text, place }) => [rule, text, place.kind]);
    expect(found).toContainEqual(['name', 'Mr Arthur Crane', 'field']);
    expect(found).toContainEqual(['phone', '07700 900123', 'field']);
    expect(found).toContainEqual(['name', 'Mrs Doreen Blackwood', 'page']);
    expect(found).toContainEqual(['nhs-number', '943 476 5919', 'page']);
    expect(found).toContainEqual(['email', 'secretary.jones@nhs.net', 'hidden']);
    expect(found).toContainEqual(['name', 'Mrs Olena Whitby', 'hidden']);
    expect(found).toContainEqual(['hidden-content', 'Telephoned Mrs Olena Whitby', 'hidden']);
    expect(found.some(([, text]) => String(text).includes('Test Doctor'))).toBe(false);

    const number = result.hits.find(({ rule }) => rule === 'nhs-number');
    expect(number).toMatchObject({ confidence: 'high', dismissed: null, place: { page: 2 } });
    expect(number?.why).toMatch(/check digit/);
    const areas = number?.place.kind === 'page' ? number.place.areas : [];
    // 740 points above the bottom is 102 below the top.
    expect(areas.length).toBeGreaterThan(0);
    for (const { page, y, height } of areas) {
      expect(page).toBe(2);
      expect(y).toBeLessThan(102);
      expect(y + height).toBeGreaterThan(102);
    }
  });

  it('lists colleagues’ names without counting them, but in complaints, where they must go', async () => {
    const words = { reflection: 'Discussed with Dr Holloway.' };
    const one = await make({ title: 'Ward round', ...words });
    expect(await checked(one.id)).toMatchObject({
      state: 'none-found',
      open: 0,
      hits: [{ rule: 'colleague', confidence: 'low' }],
    });
    const two = await make({ title: 'Response to a complaint', ...words });
    expect(await checked(two.id)).toMatchObject({
      state: 'possible',
      open: 1,
      hits: [{ rule: 'colleague', confidence: 'high' }],
    });
  });

  it('reads the answers of the form and what links show', async () => {
    const { id } = await make({
      type: 'management',
      title: 'Rota lead',
      details: { meetingsHeld: [{ meeting: 'M and M', result: 'Wrote to Mrs Olena Whitby' }] },
      links: [{ capability: 'IM7', pages: '', note: 'What Mr Crane said' }],
    });
    const { hits } = await checked(id);
    expect(hits.map(({ text, place }) => [text, place])).toEqual([
      ['Mrs Olena Whitby', { kind: 'field', field: 'details.meetingsHeld' }],
      ['Mr Crane', { kind: 'field', field: 'links.IM7' }],
    ]);
  });

  it('says no more than that nothing obvious was found', async () => {
    const { id } = await make({ title: 'Ward round', attachments: [plain] });
    expect(await checked(id)).toMatchObject({ state: 'none-found', hits: [], open: 0 });
  });

  it('tells what it could not read, file by file', async () => {
    const broken = await keep(bytes('%PDF-1.7\nnothing of the kind'), 'broken.pdf');
    const picture = await keep(bytes('\u0001\u0002\u0003\u0000\u0000nonsense'), 'thing.bin');
    const { id } = await make({ title: 'Odd files', attachments: [broken, picture, plain] });
    const { files } = await checked(id);
    expect(files.map(({ state }) => state)).toEqual(['malformed', 'no-text', 'read']);
  });

  it('remembers what somebody left as it is, for that file wherever it is, over a lock and a restart', async () => {
    const { identifiers } = under.client;
    const { id } = await make({ title: 'First', attachments: [letter] });
    const other = await make({ title: 'Second', attachments: [letter] });
    const { hits, open } = await checked(id);
    const name = hits.find(({ rule }) => rule === 'name');
    if (name === undefined) throw new Error('no name was found');
    const after = await identifiers.dismiss({
      portfolioId,
      id,
      hit: decision(name),
      reason: 'An invented patient',
    });
    expect(after.open).toBe(open - 1);
    expect(after.hits.find(({ what }) => what === name.what)?.dismissed).toMatchObject({
      reason: 'An invented patient',
      by: testProfile.name,
    });

    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    // Both what was found and what was decided are kept: nothing is read again.
    expect(await identifiers.standing({ portfolioId, id })).toEqual(after);
    expect(
      (await identifiers.standing({ portfolioId, id: other.id })).hits.find(({ what }) => what === name.what)
        ?.dismissed,
    ).not.toBeNull();

    const reopened = await identifiers.reopen({ portfolioId, id: other.id, hit: decision(name) });
    expect(reopened.open).toBe(open);
    expect(await identifiers.reopen({ portfolioId, id: other.id, hit: decision(name) })).toEqual(reopened);
    expect(under.logged.join('\n')).not.toMatch(/Blackwood|943|letter\.pdf/);
  });

  it('are looked for in one file, its original or its redacted copy, and are still known after a lock', async () => {
    const { identifiers, documents } = under.client;
    const { id } = await make({ title: 'Redacted', attachments: [letter] });
    const of = async (file: string) => {
      const { state, result } = await ended(await identifiers.checkFile({ portfolioId, id, file }));
      expect(state).toBe('done');
      return fileResultSchema.parse(result);
    };
    const marked = (await of(letter.hash)).hits.flatMap(({ place }) =>
      place.kind === 'page' ? place.areas : [],
    );
    const { result } = await ended(
      await documents.redact({ portfolioId, id, hash: letter.hash, areas: marked }),
    );
    const copy = evidenceItemSchema.parse(result).attachments[0]?.redacted;
    const ofCopy = await of(copy?.hash ?? '');
    // Its searchable words lie unseen over the picture: that is how it is made, and nothing to tell.
    expect(ofCopy).toMatchObject({ file: { redacted: true, state: 'read', pages: 2 }, hits: [] });
    expect((await of(letter.hash)).hits.length).toBeGreaterThan(1);
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    const read = under.app.ports.documents.read;
    Object.assign(under.app.ports.documents, { read: () => Promise.reject(new Error('it was read again')) });
    try {
      expect(await of(copy?.hash ?? '')).toEqual(ofCopy);
      expect((await documents.findings({ portfolioId, hash: letter.hash })).kind).toBe('pdf');
    } finally {
      Object.assign(under.app.ports.documents, { read });
    }
  });

  it('a decision on an item’s own words is about that item alone', async () => {
    const { identifiers } = under.client;
    const one = await make({ title: 'Letter from Mrs Crane' });
    const two = await make({ title: 'Letter from Mrs Crane' });
    const [hit] = (await checked(one.id)).hits;
    if (hit === undefined) throw new Error('no name was found');
    await identifiers.dismiss({ portfolioId, id: one.id, hit: decision(hit), reason: 'Invented' });
    expect((await identifiers.standing({ portfolioId, id: one.id })).state).toBe('none-found');
    expect((await identifiers.standing({ portfolioId, id: two.id })).state).toBe('possible');
  });

  it('marks an item anonymised with who, when, where and what was open; other files make it stale', async () => {
    const { identifiers, evidence, history } = under.client;
    const { id } = await make({ title: 'To be marked', attachments: [letter] });
    const said = {
      by: 'Dr Test Doctor (invented)',
      on: '2026-11-20',
      institution: 'Test NHS Trust (invented)',
    };
    const unchecked = await make({ title: 'Never checked', attachments: [await keep(bytes('x'), 'x.txt')] });
    expect(
      (await identifiers.markAnonymised({ portfolioId, id: unchecked.id, ...said })).anonymised?.openHits,
    ).toBeNull();

    const { open } = await checked(id);
    const marked = await identifiers.markAnonymised({ portfolioId, id, ...said });
    expect(marked.anonymised).toEqual({ ...said, files: [letter.hash], openHits: open });
    const rowOf = async () =>
      (
        await evidence.list({
          portfolioId,
          filter: { text: 'marked', types: [], capability: null, verified: null, trash: false },
          sort: { by: 'startedOn', direction: 'descending' },
          offset: 0,
          limit: 5,
        })
      ).rows[0]?.anonymised;
    expect(await rowOf()).toBe('done');

    // A form that was open meanwhile, and knows nothing of the mark.
    await evidence.update({
      portfolioId,
      id,
      item: { ...testItem, title: 'To be marked', attachments: [letter] },
    });
    expect(await rowOf()).toBe('done');
    await evidence.update({
      portfolioId,
      id,
      item: { ...testItem, title: 'To be marked', attachments: [letter, plain] },
    });
    expect(await rowOf()).toBe('stale');

    expect((await identifiers.withdrawAnonymised({ portfolioId, id })).anonymised).toBeUndefined();
    expect(await rowOf()).toBe('none');
    await identifiers.withdrawAnonymised({ portfolioId, id });
    const { undo } = await history.undoState({ portfolioId });
    if (undo === null) throw new Error('nothing to undo');
    await history.undo({ portfolioId, seq: undo.seq, to: undo.to });
    expect(await rowOf()).toBe('stale');
  });

  it('counts for lists, and for whoever is about to send', async () => {
    const { identifiers } = under.client;
    const a = await make({ title: 'Counted', attachments: [letter, plain] });
    const b = await make({ title: 'Letter from Mrs Crane', attachments: [plain] });
    const c = await make({ title: 'A draft about Mrs Crane', draft: true });
    const ids = [a.id, b.id, nobody];
    const job = await ended(await identifiers.checkMany({ portfolioId, ids }));
    const summary = {
      items: 2,
      files: 2,
      filesWithHits: 1,
      itemsWithHits: 1,
      unchecked: 0,
      unreadable: 0,
      anonymised: 0,
      stale: 0,
      notNeeded: 0,
    };
    expect(job.result).toEqual(summary);
    expect(await identifiers.summary({ portfolioId, ids })).toEqual(summary);
    const rows = await identifiers.rows({ portfolioId, ids: [...ids, c.id] });
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      [a.id, 'possible'],
      [b.id, 'possible'],
      [c.id, 'possible'],
    ]);
    const all = await identifiers.summary({ portfolioId, ids: null });
    const whole = await ended(await identifiers.checkMany({ portfolioId, ids: null }));
    expect(whole.state).toBe('done');
    // Drafts go to nobody.
    expect(all.items).toBe((whole.result as typeof all).items - 1);
  });

  it('a Trust’s own hospital numbers, and dates of birth that may stay', async () => {
    const { identifiers } = under.client;
    const { id } = await make({ title: 'Settings', reflection: 'Case 992-1084, DOB 03/04/1951.' });
    const rules = async () => (await identifiers.standing({ portfolioId, id })).hits.map(({ rule }) => rule);
    expect(await identifiers.settings()).toEqual({ datesOfBirth: 'warn', hospitalPatterns: [] });
    expect(await rules()).toEqual(['date-of-birth']);
    const changed = { datesOfBirth: 'ignore', hospitalPatterns: ['###-####'] } as const;
    expect(await identifiers.changeSettings(changed)).toEqual(changed);
    expect(await rules()).toEqual(['hospital-number']);
    const home = await make({ title: 'Where', reflection: 'Seen at YO31 8HE on 02/01/1961.' });
    const found = async () =>
      (await identifiers.standing({ portfolioId, id: home.id })).hits.map(({ text }) => text);
    expect(await found()).toEqual(['YO31 8HE']);
    await identifiers.changeSettings({
      datesOfBirth: 'all',
      hospitalPatterns: [],
      hospitalPostcodes: ['yo318he'],
    });
    expect(await found()).toEqual(['02/01/1961']);
    const none = await refusal(identifiers.changeSettings({ ...changed, hospitalPostcodes: ['nowhere'] }));
    expect(JSON.stringify(none.data)).toContain('postcode');
    await identifiers.changeSettings(changed);
    const refused = await refusal(identifiers.changeSettings({ ...changed, hospitalPatterns: ['(a+)+'] }));
    expect(refused).toMatchObject({ code: 'INVALID' });
    expect(JSON.stringify(refused.data)).toContain('hospital-pattern');
    await identifiers.changeSettings({ datesOfBirth: 'warn', hospitalPatterns: [] });
  });

  it('is looked for again when what may stay changes, and known again when that is taken back', async () => {
    const { identifiers } = under.client;
    const { id } = await make({ title: 'Settled', attachments: [plain] });
    expect((await checked(id)).files[0]?.state).toBe('read');
    const usual = await identifiers.settings();
    await identifiers.changeSettings({ ...usual, hospitalPatterns: ['###-####'] });
    expect((await identifiers.standing({ portfolioId, id })).files[0]?.state).toBe('unchecked');
    expect(await identifiers.rows({ portfolioId, ids: [id] })).toEqual([{ id, state: 'unchecked', open: 0 }]);
    await identifiers.changeSettings(usual);
    expect((await identifiers.standing({ portfolioId, id })).files[0]?.state).toBe('read');
    expect(await identifiers.rows({ portfolioId, ids: [id] })).toEqual([
      { id, state: 'none-found', open: 0 },
    ]);
  });

  it('can be stopped', async () => {
    const { id } = await make({
      title: 'Long',
      attachments: [await keep(bytes('x '.repeat(2_000_000)), 'long.txt')],
    });
    const { jobId } = await under.client.identifiers.check({ portfolioId, id });
    expect((await under.client.jobs.cancel({ id: jobId })).state).toBe('cancelled');
    expect((await under.client.identifiers.standing({ portfolioId, id })).state).toBe('unchecked');
  });

  it('refuses what is not there, and everything while the vault is locked', async () => {
    const { identifiers } = under.client;
    const { id } = await make({ title: 'There' });
    const hit = { file: null, rule: 'name', what: nothing };
    const said = { by: 'A', on: '2026-11-20', institution: 'B' };
    const calls = (at: { portfolioId: string; id: string }) => [
      identifiers.check(at),
      identifiers.checkFile({ ...at, file: letter.hash }),
      identifiers.standing(at),
      identifiers.dismiss({ ...at, hit, reason: 'x' }),
      identifiers.reopen({ ...at, hit }),
      identifiers.markAnonymised({ ...at, ...said }),
      identifiers.withdrawAnonymised(at),
    ];
    for (const call of heard(calls({ portfolioId, id: nobody }))) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    }
    for (const call of heard(calls({ portfolioId: nobody, id }))) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    }
    expect(
      await refusal(identifiers.dismiss({ portfolioId, id, hit: { ...hit, file: nothing }, reason: 'x' })),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'file' } });
    expect(await refusal(identifiers.checkFile({ portfolioId, id, file: letter.hash }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'file' },
    });
    expect(await refusal(identifiers.dismiss({ portfolioId, id, hit, reason: ' ' }))).toMatchObject({
      code: 'INVALID',
    });
    await under.client.app.lock();
    for (const call of heard([
      ...calls({ portfolioId, id }),
      identifiers.checkMany({ portfolioId, ids: null }),
      identifiers.rows({ portfolioId, ids: [id] }),
      identifiers.summary({ portfolioId, ids: null }),
      identifiers.settings(),
      identifiers.changeSettings({ datesOfBirth: 'warn', hospitalPatterns: [] }),
    ])) {
      expect(await refusal(call)).toMatchObject({ code: 'LOCKED' });
    }
    await under.client.app.unlock({ passphrase: testPassphrase });
  });
});
