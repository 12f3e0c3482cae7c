import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionWrittenSchema } from '#shared/contract/submission.ts';
import type { PostInput } from '#shared/domain/cv/post.ts';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { sha256, unzipped } from '#test/support/open-archives.ts';
import { checkedByQpdf, infoOf, textOf } from '#test/support/report-judges.ts';

const nobody = crypto.randomUUID();
const clock = { now: () => new Date('2026-11-21T10:00:00Z'), today: () => '2026-11-21' };
const registrar: PostInput = {
  title: 'Specialty doctor & deputy',
  grade: 'ST3+ level',
  specialty: 'Acute medicine',
  institution: 'Leeds General Infirmary',
  place: 'Leeds',
  country: 'UK',
  from: '2024-08-07',
  to: null,
  wholeTime: 80,
  supervisor: 'Dr Sue Pervisor (invented)',
  duties: 'Acute take, 1 in 8.\n\nLed the ward round.',
  supervision: 'Consultant within reach',
  evidence: [],
};

describe.each(transports)('the CV, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock });
  });
  afterAll(() => under.close());
  const make = async (change: Partial<EvidenceInput>) =>
    (
      await under.client.evidence.create({
        portfolioId,
        item: { ...testItem, type: 'post', hours: null, links: [], ...change },
      })
    ).id;
  const kinds = async () => (await under.client.cv.get({ portfolioId })).findings.map(({ kind }) => kind);

  it('needs an open vault, and what it names', async () => {
    const { cv } = under.client;
    expect(await refusal(cv.get({ portfolioId: nobody }))).toMatchObject({ code: 'LOCKED' });
    portfolioId = await withPortfolio(under);
    const gone = { portfolioId: nobody };
    const none = { portfolioId, id: nobody };
    const notFound = (what: string) => ({ code: 'NOT_FOUND', data: { what } });
    for (const call of heard([
      cv.get(gone),
      cv.timeline(gone),
      cv.print({ ...gone, form: 'pdf' }),
      cv.change({ ...gone, change: { kind: 'remove-gap', from: '2020-01-01', to: '2020-01-02' } }),
      cv.addPost({ ...gone, post: registrar }),
    ]))
      expect(await refusal(call)).toEqual(notFound('portfolio'));
    for (const call of heard([cv.updatePost({ ...none, post: registrar }), cv.removePost(none)]))
      expect(await refusal(call)).toEqual(notFound('post'));
    expect(await refusal(cv.addPost({ portfolioId, post: { ...registrar, evidence: [nobody] } }))).toEqual(
      notFound('evidence'),
    );
    const issues = async (post: Partial<PostInput>) =>
      (await refusal(cv.addPost({ portfolioId, post: { ...registrar, ...post } }))).data;
    expect(await issues({ to: '2024-08-06' })).toEqual({
      issues: [{ path: ['post', 'to'], code: 'end-before-start' }],
    });
    expect(await issues({ title: ' ', wholeTime: 120 })).toMatchObject({
      issues: [
        { path: ['post', 'title'], code: 'required' },
        { path: ['post', 'wholeTime'], code: 'too-large' },
      ],
    });
    expect(await cv.get({ portfolioId })).toMatchObject({
      posts: [],
      findings: [],
      gapDays: 28,
      since: null,
    });
  });

  it('suggests posts from employment evidence and adds none by itself', async () => {
    const { cv } = under.client;
    const contract = await make({
      title: 'Contract',
      startedOn: '2024-08-07',
      place: 'Leeds General Infirmary',
      details: { postTitle: 'Specialty doctor and deputy', wholeTime: 80 },
    });
    const before = await cv.get({ portfolioId });
    expect(before.posts).toEqual([]);
    expect(before.suggestions).toMatchObject([
      { evidence: contract, joins: null, post: { title: 'Specialty doctor and deputy', wholeTime: 80 } },
    ]);
    const { id } = await cv.addPost({ portfolioId, post: { ...registrar, evidence: [contract] } });
    expect((await cv.get({ portfolioId })).suggestions).toEqual([]);
    // An ampersand is not the word.
    expect(await kinds()).toEqual(['title-differs', 'no-primary-qualification']);
    await cv.updatePost({
      portfolioId,
      id,
      post: { ...registrar, title: 'Specialty doctor and deputy', evidence: [contract] },
    });
    expect(await kinds()).toEqual(['no-primary-qualification']);
    const used = await under.client.evidence.whereUsed({ portfolioId, id: contract });
    expect(used.posts).toEqual([{ id, title: 'Specialty doctor and deputy', from: '2024-08-07' }]);
    // One place under two names is joined in posts as well.
    await under.client.registers.joinPlaces({
      portfolioId,
      from: 'Leeds General Infirmary',
      to: 'St James’s University Hospital',
    });
    expect(await kinds()).toEqual(['no-primary-qualification']);
    expect((await cv.get({ portfolioId })).posts[0]?.institution).toBe('St James’s University Hospital');
    await under.client.registers.joinPlaces({
      portfolioId,
      from: 'St James’s University Hospital',
      to: 'Leeds General Infirmary',
    });
  });

  it('finds gaps back to the primary qualification, and takes breaks and reasons for an answer', async () => {
    const { cv, portfolios } = under.client;
    await make({
      type: 'qualification',
      title: 'MBBS',
      startedOn: '2023-07-31',
      details: { kind: 'primary', awardedBy: 'University of Somewhere (invented)' },
    });
    const { id } = await cv.addPost({
      portfolioId,
      post: {
        ...registrar,
        title: 'Foundation doctor',
        from: '2023-08-02',
        to: '2024-05-31',
        wholeTime: null,
      },
    });
    const view = await cv.get({ portfolioId });
    expect(view.since).toBe('2023-07-31');
    expect(view.findings[0]).toMatchObject({ kind: 'gap', from: '2024-06-01', to: '2024-08-06', days: 67 });
    expect(view.findings[0]?.posts).toEqual([id, view.posts[0]?.id]);
    expect(view.rules.gap).toMatchObject({ certainty: 'certain', source: 'Structuring your CV' });
    await portfolios.setWorkingLife({
      portfolioId,
      breaks: [{ from: '2024-06-01', to: '2024-06-30', reason: 'leave' }],
      workingTime: [],
    });
    expect((await cv.get({ portfolioId })).findings[0]).toMatchObject({ kind: 'gap', days: 37 });
    await cv.change({
      portfolioId,
      change: { kind: 'gap', gap: { from: '2024-07-01', to: '2024-08-06', reason: 'Moved house' } },
    });
    expect(await kinds()).not.toContain('gap');
    expect((await cv.get({ portfolioId })).gaps[0]?.explained.map(({ reason, by }) => [reason, by])).toEqual([
      ['leave', 'break'],
      ['Moved house', 'cv'],
    ]);
    const timeline = await cv.timeline({ portfolioId });
    expect(timeline).toMatchObject({ today: '2026-11-21', from: '2023-07-01', since: '2023-07-31' });
    expect(timeline.posts.map(({ title, lane }) => [title, lane])).toEqual([
      ['Foundation doctor', 0],
      ['Specialty doctor and deputy', 0],
    ]);
    expect(timeline.gaps).toMatchObject([{ days: 67, openDays: 0, reasons: ['leave', 'Moved house'] }]);
  });

  it('changes one part without touching another, and is undone', async () => {
    const { cv, history } = under.client;
    const contact = {
      address: '1 Invented Street\nLeeds',
      email: 'doctor@example.org',
      phone: '01632 960000',
    };
    const entry = {
      id: crypto.randomUUID(),
      section: 'awards',
      title: 'A prize',
      detail: 'For audit',
      on: '2025-01-31',
    } as const;
    await Promise.all([
      cv.change({ portfolioId, change: { kind: 'contact', contact } }),
      cv.change({ portfolioId, change: { kind: 'entry', entry } }),
    ]);
    const { details, lines } = await cv.get({ portfolioId });
    expect(details).toMatchObject({ contact, gaps: [{ reason: 'Moved house' }] });
    expect(lines.map(({ section, title }) => [section, title])).toEqual([
      ['qualifications', 'MBBS'],
      ['awards', 'A prize'],
    ]);
    const { undo } = await history.undoState({ portfolioId });
    expect(undo?.action).toBe('cv.update');
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? undo?.seq ?? 0 });
    const then = await cv.get({ portfolioId });
    expect(
      [then.details.contact.email === '', then.details.entries.length === 0].filter(Boolean),
    ).toHaveLength(1);
    const versions = await history.versions({ portfolioId, collection: 'cvs', id: portfolioId });
    expect(versions.title).toBe('CV');
    await cv.change({ portfolioId, change: { kind: 'contact', contact } });
    await cv.change({ portfolioId, change: { kind: 'entry', entry } });
  });

  it('is written as a tagged PDF and as a Word file with real headings and a table', async () => {
    const { cv } = under.client;
    const file = async (form: 'pdf' | 'docx') => {
      const { fileId, name, size } = await cv.print({ portfolioId, form });
      const bytes = new Uint8Array(await (await under.send(`/outgoing/${fileId}`)).arrayBuffer());
      expect(bytes.length).toBe(size);
      return { name, bytes };
    };
    const pdf = await file('pdf');
    expect(pdf.name).toBe('CV Dr Test Doctor (invented) 2026-11-21.pdf');
    await expect(checkedByQpdf(pdf.bytes)).resolves.toContain('No syntax');
    const info = await infoOf(pdf.bytes);
    expect([info.get('Tagged'), info.get('Title')]).toEqual(['yes', `Curriculum vitae, ${testProfile.name}`]);
    const said = [
      testProfile.name,
      'GMC number 0000009',
      '1 Invented Street',
      'MBBS',
      '07/08/2024',
      'to date',
      'Led the ward round.',
      'Moved house',
      'A prize',
    ];
    const text = (await textOf(pdf.bytes)).replaceAll(/\s+/g, ' ');
    for (const words of [...said, 'Page 1 of']) expect(text).toContain(words);
    const order = [
      'Personal and contact',
      'Registration',
      'Qualifications',
      'Posts held',
      'Gaps between',
      'Awards',
    ];
    expect(order.map((heading) => text.indexOf(heading))).toEqual(
      order.map((heading) => text.indexOf(heading)).toSorted((a, b) => a - b),
    );

    const word = await file('docx');
    expect(word.name).toMatch(/\.docx$/);
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(word.bytes) });
    for (const words of said) expect(html).toContain(words);
    expect(html).toContain('Posts held</h1>');
    expect(html).toMatch(/<h2>.*Specialty doctor and deputy, 07\/08\/2024 to date<\/h2>/);
    expect(html).toMatch(/<table>.*<p><strong>From<\/strong><\/p>.*01\/06\/2024.*<\/table>/);
    const parts = await unzipped(word.bytes);
    const footer = [...parts]
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, xml]) => String(xml));
    expect(footer.join('')).toMatch(/PAGE.*NUMPAGES/);
    expect(String(parts.get('word/document.xml'))).toContain('w:tblHeader');
  });

  it('stays with its owner: in no package for others, and counted in what the vault holds', async () => {
    const contents = (audience: 'supervisor' | 'panel' | 'self') =>
      under.client.packages.contents({ portfolioId, audience, exclude: [] });
    expect((await contents('self')).counts).toMatchObject({ posts: 2, cvs: 1 });
    for (const audience of ['supervisor', 'panel'] as const) {
      const theirs = await contents(audience);
      expect(theirs.counts).not.toHaveProperty('posts');
      expect(JSON.stringify([theirs.included, theirs.leftOut])).not.toMatch(/"posts"|"cvs"|Specialty doctor/);
    }
    const { portfolios } = await under.client.yourData.show();
    const holdings = new Map(portfolios[0]?.holdings.map(({ kind, count }) => [kind, count]));
    expect([holdings.get('posts'), holdings.get('cvs')]).toEqual([2, 1]);
  });

  it('goes first into the set to hand over, and under the first recommendation of an answer, as the same file', async () => {
    const { cv, submission, jobs } = under.client;
    const { fileId } = await cv.print({ portfolioId, form: 'pdf' });
    const alone = Buffer.from(await (await under.send(`/outgoing/${fileId}`)).arrayBuffer());
    const { posts } = await cv.get({ portfolioId });
    await submission.addRecommendation({
      portfolioId,
      recommendation: { title: 'Show the posts', text: '', items: [...(posts[0]?.evidence ?? [])] },
    });
    for (const [set, folder] of [
      ['application', /^01 Training.*\/A1 000 CV\.pdf$/],
      ['answer', /^01 Recommendation 1.*\/R1 000 CV\.pdf$/],
    ] as const) {
      const plan = await submission.plan({ portfolioId, set });
      const [first] = plan.made;
      expect(first).toMatchObject({ kind: 'cv', section: plan.sections[0]?.id });
      expect(first?.path).toMatch(folder);
      expect(
        plan.made.filter(({ kind }) => kind === 'pro-forma').map(({ institution }) => institution),
      ).toEqual(['Leeds General Infirmary']);
      const { jobId } = await submission.write({ portfolioId, set, join: true });
      await expect
        .poll(async () => (await jobs.get({ id: jobId })).state, { timeout: 30_000 })
        .not.toBe('running');
      const written = submissionWrittenSchema.parse((await jobs.get({ id: jobId })).result);
      const zip = await (await under.send(`/outgoing/${written.fileId}`)).arrayBuffer();
      const files = await unzipped(new Uint8Array(zip));
      expect(sha256(files.get(first?.path ?? '') ?? Buffer.of())).toBe(sha256(alone));
      const list = files.get(plan.made.find(({ institution }) => institution !== '')?.path ?? '');
      expect(await textOf(list ?? Buffer.of())).toContain('Contract');
      expect(await textOf(files.get('Index.pdf') ?? Buffer.of())).toContain('Curriculum vitae');
    }
  });

  it('lets a post go without its evidence', async () => {
    const { cv, evidence } = under.client;
    const { posts } = await cv.get({ portfolioId });
    const [newest] = posts;
    await cv.removePost({ portfolioId, id: newest?.id ?? '' });
    expect((await cv.get({ portfolioId })).posts).toHaveLength(1);
    expect((await evidence.get({ portfolioId, id: newest?.evidence[0] ?? '' })).title).toBe('Contract');
  });
});
