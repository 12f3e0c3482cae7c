import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '#electron/app.ts';
import { findIdentifiers } from '#shared/domain/identifiers/find-identifiers.ts';
import { plainOptions } from '#shared/domain/identifiers/types.ts';
import { testItem, testPassphrase, testPortfolio, testProfile } from '#test/support/app-under-test.ts';
import { proved, sized } from '#test/support/prove.ts';
import { testFolders } from '#test/support/renderer-folder.ts';

const line =
  'Re: Mrs Doreen Blackwood, NHS number 943 476 5919, seen on 03/02/2026 in clinic by Dr Holloway.\n';

async function* once(text: string) {
  yield new TextEncoder().encode(text);
}

/** The check's results outlive the program, and nobody waits while they are made or fetched. */
describe('what the identifier check found', () => {
  let folder: string;
  let app: App;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-checks-'));
    app = await started();
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** @param reads whether files can be read at all. */
  const started = async (reads = true) => {
    const folders = await testFolders(folder);
    return createApp({
      vaultFolder: join(folder, 'vault'),
      host: 'browser',
      folders: reads ? folders : { ...folders, documentWorker: join(folder, 'no such program') },
      readFiles: true,
    });
  };
  const portfolioMade = async () => {
    await app.services.app.createVault({ passphrase: testPassphrase, profile: testProfile });
    return (await app.services.portfolios.create(testPortfolio)).id;
  };
  const itemWith = async (portfolioId: string, text: string, title = 'Letter') => {
    const { store } = await app.session.portfolio(portfolioId);
    const kept = await store.blobs.put(once(text));
    const file = { ...kept, name: 'notes.txt', mediaType: 'text/plain' };
    const item = { ...testItem, title, attachments: [file] };
    return (await app.services.evidence.create({ portfolioId, item })).id;
  };
  const checkedAll = async (portfolioId: string) => {
    const { jobId } = await app.services.identifiers.checkMany({ portfolioId, ids: null });
    await expect
      .poll(() => app.services.jobs.get({ id: jobId }), { timeout: 60_000 })
      .toMatchObject({
        state: 'done',
      });
  };

  it('is there after a restart, where no file can be read any more', async () => {
    const portfolioId = await portfolioMade();
    const id = await itemWith(portfolioId, line);
    const harmless = await itemWith(portfolioId, 'Nothing to see.', 'Notes');
    await checkedAll(portfolioId);
    const { identifiers } = app.services;
    const before = await identifiers.standing({ portfolioId, id });
    expect(before).toMatchObject({ state: 'possible', files: [{ state: 'read' }] });
    const summary = await identifiers.summary({ portfolioId, ids: null });

    await app.close();
    app = await started(false);
    await app.services.app.unlock({ passphrase: testPassphrase });
    // The list knows it by itself.
    await expect
      .poll(async () => (await app.session.portfolio(portfolioId)).identifiers.of(harmless)?.state)
      .toBe('none-found');
    expect(await app.services.identifiers.standing({ portfolioId, id })).toEqual(before);
    expect(await app.services.identifiers.summary({ portfolioId, ids: null })).toEqual(summary);
    // And nobody looks again: there is nothing that could.
    await checkedAll(portfolioId);
    expect(await app.services.identifiers.summary({ portfolioId, ids: null })).toEqual(summary);
  });

  it('is the same in the list’s badge, in its searches, in its order and in its table', async () => {
    const portfolioId = await portfolioMade();
    const possible = await itemWith(portfolioId, line);
    const harmless = await itemWith(portfolioId, 'Nothing to see.', 'Notes');
    await checkedAll(portfolioId);
    const unchecked = await itemWith(portfolioId, 'Came later.', 'Later');
    const { evidence, identifiers } = app.services;
    const listed = async (text: string, by: 'startedOn' | 'identifiers' = 'identifiers') => {
      const filter = { text, types: [], capability: null, verified: null, trash: false };
      const sort = { by, direction: 'ascending' } as const;
      const { rows } = await evidence.list({ portfolioId, filter, sort, offset: 0, limit: 10 });
      return rows.map(({ id, identifiers: state }) => [id, state]);
    };
    const expected = { possible, harmless, unchecked };
    await expect
      .poll(() => listed(''))
      .toEqual([
        [expected.possible, 'possible'],
        [expected.unchecked, 'unchecked'],
        [expected.harmless, 'none-found'],
      ]);
    const found = async (text: string) => (await listed(text, 'startedOn')).map(([id]) => id);
    expect(await found('has:identifiers')).toEqual([possible]);
    expect(await found('-has:identifiers identifiers:unchecked')).toEqual([unchecked]);
    expect((await found('identifiers:none-found,possible')).toSorted()).toEqual(
      [harmless, possible].toSorted(),
    );
    const rows = await identifiers.rows({ portfolioId, ids: [possible, unchecked, harmless] });
    expect(rows.map(({ id, state }) => [id, state])).toEqual(await listed(''));

    // Decided upon: the badge, the search and the order follow.
    const { hits } = await identifiers.standing({ portfolioId, id: possible });
    for (const { rule, what, dismissed, confidence } of hits) {
      if (dismissed !== null || confidence === 'low') continue;
      const file = (await identifiers.standing({ portfolioId, id: possible })).files[0]?.file ?? null;
      await identifiers.dismiss({ portfolioId, id: possible, hit: { file, rule, what }, reason: 'Invented' });
    }
    await expect.poll(() => found('has:identifiers')).toEqual([]);
    expect((await listed('')).at(0)).toEqual([unchecked, 'unchecked']);
  });

  it('is made without holding up who waits', async () => {
    const portfolioId = await portfolioMade();
    const long = line.repeat(sized(8000, 30_000));
    await itemWith(portfolioId, long);
    const begun = performance.now();
    findIdentifiers(long, plainOptions);
    const onOneThread = performance.now() - begun;

    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 1);
      last = performance.now();
    }, 1);
    await checkedAll(portfolioId);
    clearInterval(timer);
    proved('longest pause while a long file is checked', `${Math.round(longest)} ms`);
    proved('the same rules on the thread that serves', `${Math.round(onOneThread)} ms`);
    // Loosely, for a machine with others on it: a pause no longer than a fraction of doing it here.
    expect(longest).toBeLessThan(Math.max(50, onOneThread / 4));
    const summary = await app.services.identifiers.summary({ portfolioId, ids: null });
    expect(summary).toMatchObject({ files: 1, filesWithHits: 1, unchecked: 0 });
  });
});
