import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExportResultSchema } from '#shared/contract/your-data.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { processCollections, supervisionCollections } from '#shared/domain/packages/audiences.ts';
import { packageWrittenSchema } from '#shared/domain/packages/preview.ts';
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
import { csvRecords, sha256, unzipped } from '#test/support/open-archives.ts';
import { cards, testPerson } from '#test/support/people-cards.ts';

const nobody = crypto.randomUUID();

async function settled({ client }: AppUnderTest, id: string) {
  await expect
    .poll(async () => (await client.jobs.get({ id })).state, { timeout: 30_000 })
    .not.toBe('running');
  return client.jobs.get({ id });
}

/** Everything, exported through the contract, downloaded as the page does, and opened with `unzip`. */
async function exported(under: AppUnderTest, portfolioId: string | null = null) {
  const { jobId } = await under.client.yourData.exportAll({ portfolioId });
  const job = await settled(under, jobId);
  expect(job).toMatchObject({ kind: 'open-export', state: 'done' });
  const result = openExportResultSchema.parse(job.result);
  const answer = await under.send(`/outgoing/${result.fileId}`);
  const zip = new Uint8Array(await answer.arrayBuffer());
  expect(zip.length).toBe(result.size);
  const files = await unzipped(zip);
  const one = (name: RegExp) => {
    const found = [...files.keys()].filter((path) => name.test(path));
    expect(found, String(name)).toHaveLength(1);
    return files.get(found[0] ?? '') ?? Buffer.alloc(0);
  };
  return {
    result,
    files,
    one,
    csv: (name: string) => csvRecords(one(new RegExp(`/${name}\\.csv$`)).toString()),
  };
}

const later = [...supervisionCollections, ...processCollections];

describe.each(transports)('everything, shown and given away, %s', (transport) => {
  let under: AppUnderTest;
  beforeEach(async () => {
    under = await startApp(transport);
  });
  afterEach(() => under.close());

  it('needs an open vault, and a portfolio that is there', async () => {
    const { yourData } = under.client;
    expect(await refusal(yourData.show())).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(yourData.exportAll({ portfolioId: null }))).toMatchObject({ code: 'LOCKED' });
    await withPortfolio(under);
    expect(await refusal(yourData.exportAll({ portfolioId: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'portfolio' },
    });
  });

  it('counts what the vault holds', async () => {
    const portfolioId = await withPortfolio(under);
    const bytes = Buffer.from('the same bytes');
    const keep = async (name: string) =>
      under.client.files.keep({ portfolioId, uploadId: await upload(under, bytes), name });
    const attachments = [await keep('one.txt'), await keep('two.txt')];
    const item = await under.client.evidence.create({ portfolioId, item: { ...testItem, attachments } });
    await under.client.evidence.create({ portfolioId, item: testItem });
    await under.client.evidence.trash({ portfolioId, id: item.id });
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    await under.client.people.add({ text: anna.text, confirmed: 'not-yet', note: '', replaces: null });
    const { portfolios, people, signingKeys, dismissals, matchings, ownPacks, opportunities, travelled } =
      await under.client.yourData.show();
    expect({ people, signingKeys, dismissals, matchings, ownPacks, opportunities, travelled }).toEqual({
      people: 1,
      signingKeys: 1,
      dismissals: 0,
      matchings: 0,
      ownPacks: 0,
      opportunities: 0,
      travelled: [],
    });
    expect(portfolios).toHaveLength(1);
    const counts = Object.fromEntries(
      (portfolios[0]?.holdings ?? []).map(({ kind, count }) => [kind, count]),
    );
    expect(counts).toEqual({
      evidence: 1,
      'evidence-in-trash': 1,
      links: 2,
      originals: 1,
      reviews: 0,
      'signed-reports': 0,
      seals: 0,
      searches: 0,
      placements: 0,
      recommendations: 0,
      verifiers: 0,
      referees: 0,
      posts: 0,
      cvs: 0,
      ...Object.fromEntries(later.map((name) => [name, 0])),
      history: expect.any(Number),
    });
    expect(portfolios[0]?.holdings.find(({ kind }) => kind === 'originals')?.bytes).toBe(bytes.length);
  });

  it('tells what was made for whom', async () => {
    const portfolioId = await withPortfolio(under);
    await under.client.evidence.create({ portfolioId, item: testItem });
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    // A recipient that age can encrypt to; hers is only shaped like one.
    const { recipient } = await under.app.ports.exchange.newIdentity();
    const card = { ...anna.card, recipient };
    const text = await cards.write(card, anna.signer.open.seal);
    const { id } = await under.client.people.add({ text, confirmed: 'not-yet', note: '', replaces: null });
    const { jobId } = await under.client.packages.write({
      portfolioId,
      audience: 'supervisor',
      exclude: [],
      recipients: [id],
      toMyself: false,
      passphrase: null,
    });
    const job = await settled(under, jobId);
    const written = packageWrittenSchema.parse(job.result);
    const { travelled } = await under.client.yourData.show();
    expect(travelled).toMatchObject([
      {
        direction: 'made',
        packageId: written.packageId,
        portfolioId,
        audience: 'supervisor',
        people: ['Dr Anna Supervisor (invented)'],
        sha256: written.sha256,
        evidence: 1,
        reviews: 0,
        files: 0,
      },
    ]);
  });

  it('gives the sample away whole, in formats any program reads', async () => {
    await under.client.app.openSample();
    const [shelf] = await under.client.portfolios.list();
    const { store } = await under.app.session.portfolio(shelf?.id ?? '');
    const { files, one, csv, result } = await exported(under);
    const evidence = [...store.all('evidence').values()];
    const reviews = [...store.all('reviews').values()];
    expect(result.items).toBe(evidence.length);

    expect(JSON.parse(one(/records\.json$/).toString())).toEqual({
      format: 'waymark-open-export-1',
      portfolio: [...store.all('portfolio').values()],
      evidence,
      reviews,
      seals: [...store.all('seals').values()],
      searches: [],
      placements: [],
      recommendations: [],
      verifiers: [],
      referees: [],
      posts: [...store.all('posts').values()],
      cvs: [...store.all('cvs').values()],
      ...Object.fromEntries(later.map((name) => [name, [...store.all(name).values()]])),
      sideBySide: [],
    });
    const rows = csv('evidence');
    expect(rows.map(({ id, title }) => [id, title]).sort()).toEqual(
      evidence.map(({ id, title }) => [id, title]).sort(),
    );
    expect(csv('links')).toHaveLength(evidence.flatMap(({ links }) => links).length);
    expect(csv('posts').map(({ title, evidence: proof }) => [title, proof !== ''])).toEqual([
      ['Senior clinical fellow in general medicine', true],
      ['Clinical fellow in acute medicine', true],
      ['Registrar in general medicine, overseas', true],
    ]);
    expect(csv('judgements')).toHaveLength(reviews.flatMap(({ judgements }) => judgements).length);
    expect(csv('actions')).toHaveLength(reviews.flatMap(({ actions }) => actions).length);
    expect(
      csv('reviews')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(reviews.map(({ id }) => id).sort());

    const listed = csv('files');
    expect(listed).toHaveLength(evidence.flatMap(({ attachments }) => attachments).length);
    const top = [...files.keys()][0]?.split('/').slice(0, 1).join('/') ?? '';
    for (const file of listed) {
      const bytes = files.get(`${top}/${file['where in this folder']?.slice(top.length + 1)}`);
      expect(bytes === undefined ? 'missing' : sha256(bytes)).toBe(file['sha-256']);
    }
    const signed = reviews.flatMap(({ signOff }) => (signOff === null ? [] : [signOff]));
    expect(signed.length).toBeGreaterThan(0);
    expect(
      one(/\/summary\.pdf$/)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const verdict = await under.app.ports.verifier.verify(one(/reports\/.*\.pdf$/), new Set());
    expect(verdict.status).toBe('valid');
    expect(one(/README\.txt$/).toString()).toContain('NOT ENCRYPTED');
  });

  it('holds no secret of the vault', async () => {
    const portfolioId = await withPortfolio(under);
    await under.client.people.myCard();
    const { files } = await exported(under, portfolioId);
    const { profile } = under.app.session.vault();
    const secrets = [
      ...[...profile.all('identities').values()].map(({ secret }) => secret),
      ...[...profile.all('signers').values()].map(({ wrappedKey }) => wrappedKey),
      ...[...profile.all('roots').values()].map(({ key }) => key.split('\n')[1] ?? ''),
      testPassphrase,
    ];
    expect(secrets).toHaveLength(4);
    const all = Buffer.concat([...files.values()]).toString('latin1');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(10);
      expect(all).not.toContain(secret);
    }
  });

  it('takes every portfolio, or the one asked for', async () => {
    const first = await withPortfolio(under);
    await under.client.portfolios.create({ ...testPortfolio, packId: 'paediatrics' });
    const folders = async (chosen: string | null) =>
      [...(await exported(under, chosen)).files.keys()].filter((path) => path.endsWith('/records.json'));
    expect(await folders(null)).toHaveLength(2);
    expect(await folders(first)).toHaveLength(1);
  });

  it('says which file is named but not kept, instead of failing', async () => {
    const portfolioId = await withPortfolio(under);
    const { store } = await under.app.session.portfolio(portfolioId);
    const created = await under.client.evidence.create({ portfolioId, item: testItem });
    const lost: EvidenceItem = {
      ...created,
      attachments: [{ hash: 'a'.repeat(64), name: 'lost.pdf', mediaType: 'application/pdf', size: 3 }],
    };
    await store.commit('test', [{ collection: 'evidence', id: lost.id, value: lost }]);
    const { one, csv, result } = await exported(under);
    expect(result.originals).toBe(0);
    expect(one(/README\.txt$/).toString()).toContain('lost.pdf');
    expect(csv('files')[0]?.['where in this folder']).toBe('not kept in this vault');
  });

  it('stops when told, and leaves nothing to download', async () => {
    const portfolioId = await withPortfolio(under);
    const bytes = Buffer.alloc(3 * 1024 * 1024, 7);
    const kept = await under.client.files.keep({
      portfolioId,
      uploadId: await upload(under, bytes),
      name: 'large.bin',
    });
    await under.client.evidence.create({ portfolioId, item: { ...testItem, attachments: [kept] } });
    const { jobId } = await under.client.yourData.exportAll({ portfolioId: null });
    const job = await under.client.jobs.cancel({ id: jobId });
    expect(['cancelled', 'done']).toContain(job.state);
    if (job.state === 'cancelled') expect(job.result).toBeNull();
  });
});

describe('an export of names nobody would choose', () => {
  it('unzips to the same bytes under safe names, for 500 random Unicode names', async () => {
    const under = await startApp('in process');
    try {
      const portfolioId = await withPortfolio(under);
      const { store } = await under.app.session.portfolio(portfolioId);
      const names = fc
        .sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), { numRuns: 500, seed: 11 })
        // As the record's own schema keeps them: cleaned of a few controls, and not empty.
        .map((name) => `x${name}`.slice(0, 250));
      const kept = [];
      for (const [at, name] of names.entries()) {
        const { hash, size } = await store.blobs.put(
          (async function* () {
            yield Buffer.from(`${at}`);
          })(),
        );
        kept.push({ hash, size, name, mediaType: 'application/octet-stream' });
      }
      const titles = ['../../up', '=HYPERLINK("http://x")', '\u202Egnp.exe', 'CON', 'same', 'same'];
      for (const [at, title] of titles.entries())
        await under.client.evidence.create({
          portfolioId,
          item: { ...testItem, title, attachments: kept.slice(at * 90, at * 90 + 90) },
        });
      const { files, csv } = await exported(under);
      const listed = csv('files');
      expect(listed).toHaveLength(500);
      const paths = listed.map((file) => file['where in this folder'] ?? '');
      expect(new Set(paths.map((path) => path.normalize('NFKD').toUpperCase())).size).toBe(500);
      for (const [at, file] of listed.entries()) {
        const path = paths[at] ?? '';
        expect(path.length).toBeLessThan(240);
        expect(path).not.toMatch(/\.\.\/|[\\:*?"<>|]|\p{C}/u);
        expect(sha256(files.get(path) ?? Buffer.alloc(0))).toBe(file['sha-256']);
      }
      expect(csv('evidence').map(({ title }) => title)).toContain('\'=HYPERLINK("http://x")');
    } finally {
      await under.close();
    }
  }, 60_000);
});
