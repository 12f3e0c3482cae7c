import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Files, nodeFiles } from '#electron/storage/files.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPlan,
  testPortfolio,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import { ended, filledPortfolio, writtenPackage } from '#test/support/package-apps.ts';

describe.each(transports)('after the disk failed while saving, %s', (transport) => {
  let under: AppUnderTest;
  let broken = false;
  const disk: Files = {
    ...nodeFiles,
    open: async (path, mode) => {
      const file = await nodeFiles.open(path, mode);
      const fails = () => broken && /portfolios\/[^/]+\/journal-/.test(path);
      const sync = async () =>
        fails() ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : file.sync();
      return { ...file, sync };
    },
  };
  beforeEach(async () => {
    broken = false;
    under = await startApp(transport, { files: disk });
    await under.client.app.createVault({ passphrase: testPassphrase, profile: testProfile });
  });
  afterEach(() => under.close());

  it('what was saved is there and can be sent, nothing more is taken, and opening it again heals it', async () => {
    const { client } = under;
    const { portfolioId, first, second } = await filledPortfolio(under);
    const before = await client.evidence.get({ portfolioId, id: first.id });
    broken = true;
    expect(await refusal(client.evidence.trash({ portfolioId, id: first.id }))).toMatchObject({
      code: 'STORAGE_FAILED',
    });
    // A disk that says it works again is not believed: what it kept of the failed save nobody knows.
    broken = false;
    const saves: readonly (() => Promise<unknown>)[] = [
      () => client.evidence.trash({ portfolioId, id: second.id }),
      () => client.evidence.create({ portfolioId, item: testItem }),
      () => client.portfolios.update({ portfolioId, portfolio: testPortfolio }),
      () => client.reviews.schedule({ portfolioId, plan: testPlan() }),
    ];
    for (const save of saves) expect((await refusal(save())).code).toBe('READ_ONLY');

    expect(await client.evidence.get({ portfolioId, id: first.id })).toEqual(before);
    expect(await client.portfolios.list()).toHaveLength(1);
    const { bytes } = await writtenPackage(under, { portfolioId, toMyself: true });
    expect(bytes.length).toBeGreaterThan(0);
    expect(await ended(under, await client.backups.saveComplete())).toMatchObject({ state: 'done' });
    // What is being typed is kept apart, and stays.
    await client.drafts.keep({ key: 'sample', text: 'Half a sentence' });

    await client.app.lock();
    await client.app.unlock({ passphrase: testPassphrase });
    expect(await client.evidence.get({ portfolioId, id: second.id })).toMatchObject({ id: second.id });
    expect(await client.drafts.get({ key: 'sample' })).toMatchObject({ text: 'Half a sentence' });
    const created = await client.evidence.create({ portfolioId, item: testItem });
    expect(await client.evidence.get({ portfolioId, id: created.id })).toMatchObject({ id: created.id });
    expect(await ended(under, await client.backups.check())).toMatchObject({ result: { findings: [] } });
  });
});
