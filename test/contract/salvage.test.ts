import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const passphrase = testPassphrase;
const journal = 'journal-000001.log';

/** Flips one bit in the middle of a file. */
async function damage(path: string, at = 0.5): Promise<void> {
  const bytes = await readFile(path);
  const place = Math.floor(bytes.length * at);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

describe.each(transports)('a damaged vault, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  afterEach(() => under.close());

  /** A portfolio with three items, and the vault locked. */
  async function locked() {
    under = await startApp(transport);
    const { client } = under;
    portfolioId = await withPortfolio(under);
    for (const title of ['First', 'Second', 'Third'])
      await client.evidence.create({ portfolioId, item: { ...testItem, title } });
    await client.app.lock();
    return client;
  }
  const at = (...parts: readonly string[]) => join(under.vaultFolder, ...parts);
  const portfolioFile = (name: string) => at('portfolios', portfolioId, name);

  it('is looked at without being changed, and the good part opens with the damaged file set aside', async () => {
    const client = await locked();
    // The last of four lines: the portfolio itself and two items stay.
    await damage(portfolioFile(journal), 0.9);
    const bad = await readFile(portfolioFile(journal));
    expect(await client.app.unlock({ passphrase })).toMatchObject({ state: 'open' });
    expect(await refusal(client.portfolios.get({ portfolioId }))).toMatchObject({ code: 'VAULT_DAMAGED' });

    const report = await client.app.examine({ passphrase });
    expect(report).toEqual({
      canOpen: true,
      findings: [
        {
          file: `portfolios/${portfolioId}/${journal}:4`,
          what: expect.stringMatching(/^(altered|unreadable)$/),
          kind: 'journal',
          store: `portfolios/${portfolioId}`,
          canSetAside: true,
          readable: 3,
          lastReadableAt: expect.stringMatching(/^20/),
          unreadable: 1,
          attachment: null,
        },
      ],
    });
    expect(await readFile(portfolioFile(journal))).toEqual(bad);

    const salvaged = await client.app.salvage({ passphrase });
    expect(salvaged.report).toEqual(report);
    expect(salvaged.status.state).toBe('open');
    const { rows } = await client.evidence.list({
      portfolioId,
      filter: { text: '', types: [], capability: null, verified: null, trash: false },
      sort: { by: 'startedOn', direction: 'ascending' },
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ title }) => title).sort()).toEqual(['First', 'Second']);
    const [kept = ''] = await readdir(at('set-aside', 'portfolios', portfolioId));
    expect(kept).toMatch(/^journal-000001\.log\.damaged-\d{8}T\d{6}Z$/);
    expect(await readFile(at('set-aside', 'portfolios', portfolioId, kept))).toEqual(bad);
    // It goes on from here, and stays whole.
    await client.evidence.create({ portfolioId, item: { ...testItem, title: 'Third again' } });
    await client.app.lock();
    expect(await client.app.examine({ passphrase })).toEqual({ canOpen: true, findings: [] });
    expect(await client.app.unlock({ passphrase })).toMatchObject({ state: 'open' });
  });

  it('says so on every start until somebody decides, when the profile is damaged; closing goes back to the lock', async () => {
    const client = await locked();
    await damage(at('profile', journal), 0.1);
    expect(await refusal(client.app.unlock({ passphrase }))).toMatchObject({ code: 'VAULT_DAMAGED' });
    expect(await client.app.status()).toMatchObject({ state: 'fault', fault: { code: 'VAULT_DAMAGED' } });
    // Without the owner's own record nothing opens: nothing is touched.
    const bad = await readFile(at('profile', journal));
    expect(await client.app.examine({ passphrase })).toMatchObject({ canOpen: false });
    expect(await refusal(client.app.salvage({ passphrase }))).toMatchObject({ code: 'VAULT_DAMAGED' });
    expect(await readFile(at('profile', journal))).toEqual(bad);
    expect(await client.app.lock()).toMatchObject({ state: 'locked', fault: null });
  });

  it('loses nothing with its sealed heads', async () => {
    const client = await locked();
    await damage(at('heads'));
    expect(await refusal(client.app.unlock({ passphrase }))).toMatchObject({ code: 'VAULT_DAMAGED' });
    const { report, status } = await client.app.salvage({ passphrase });
    expect(report.findings).toMatchObject([{ file: 'heads', kind: 'seal' }]);
    expect(status.state).toBe('open');
  });

  it('asks for the passphrase, also while the vault is open, and says what else stands in the way', async () => {
    const client = await locked();
    const wrong = { passphrase: 'not the passphrase' };
    expect(await refusal(client.app.examine(wrong))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await refusal(client.app.salvage(wrong))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await client.app.unlock({ passphrase });
    expect(await refusal(client.app.examine(wrong))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await refusal(client.app.salvage(wrong))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await client.app.status()).toMatchObject({ state: 'open', profile: { name: testProfile.name } });
    await client.app.lock();

    const other = await under.app.ports.vaults.unlock(under.vaultFolder, passphrase);
    expect(await refusal(client.app.examine({ passphrase }))).toMatchObject({ code: 'VAULT_IN_USE' });
    expect(await refusal(client.app.salvage({ passphrase }))).toMatchObject({ code: 'VAULT_IN_USE' });
    await other.close();

    await writeFile(at('vault.json'), JSON.stringify({ format: 999, needs: '9.9.0' }));
    expect(await refusal(client.app.examine({ passphrase }))).toMatchObject({ code: 'VAULT_NEWER' });
    expect(await refusal(client.app.salvage({ passphrase }))).toMatchObject({ code: 'VAULT_NEWER' });
    await rm(at('vault.json'));
    expect(await refusal(client.app.examine({ passphrase }))).toMatchObject({ code: 'VAULT_DAMAGED' });
    await rm(under.vaultFolder, { recursive: true });
    expect(await refusal(client.app.examine({ passphrase }))).toMatchObject({ code: 'VAULT_ABSENT' });
    expect(await refusal(client.app.salvage({ passphrase }))).toMatchObject({ code: 'VAULT_ABSENT' });
  });
});
