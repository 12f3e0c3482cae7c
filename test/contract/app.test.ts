import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testPassphrase,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';

const vault = { passphrase: testPassphrase, profile: testProfile };

describe.each(transports)('the vault, %s', (transport) => {
  let under: AppUnderTest;
  const start = async () => {
    under = await startApp(transport);
    return under.client;
  };
  afterEach(() => under.close());

  it('goes from absent to open to locked to open again', async () => {
    const client = await start();
    expect(await client.app.status()).toMatchObject({ state: 'absent', profile: null, sample: false });
    expect((await client.app.createVault(vault)).status).toMatchObject({
      state: 'open',
      profile: { name: testProfile.name },
    });
    expect(await client.app.lock()).toMatchObject({ state: 'locked', profile: null });
    expect(await client.app.unlock({ passphrase: testPassphrase })).toMatchObject({
      state: 'open',
      profile: { name: testProfile.name },
    });
  });

  it('takes an unlocking page in when another has unlocked it already, with the right passphrase only', async () => {
    const client = await start();
    await client.app.createVault(vault);
    expect(await refusal(client.app.unlock({ passphrase: 'not the passphrase' }))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await client.app.unlock({ passphrase: testPassphrase })).toMatchObject({ state: 'open' });
  });

  it('refuses a short passphrase before anything is written', async () => {
    const client = await start();
    expect(await refusal(client.app.createVault({ ...vault, passphrase: 'short' }))).toEqual({
      code: 'WEAK_PASSPHRASE',
      data: { atLeast: 10 },
    });
    expect(await client.app.status()).toMatchObject({ state: 'absent' });
  });

  it('never overwrites a vault', async () => {
    const client = await start();
    await client.app.createVault(vault);
    await client.app.lock();
    expect(await refusal(client.app.createVault(vault))).toMatchObject({ code: 'VAULT_EXISTS' });
    expect(await client.app.unlock({ passphrase: testPassphrase })).toMatchObject({ state: 'open' });
  });

  it('refuses a wrong passphrase and a vault that is not there', async () => {
    const client = await start();
    expect(await refusal(client.app.unlock({ passphrase: testPassphrase }))).toMatchObject({
      code: 'VAULT_ABSENT',
    });
    await client.app.createVault(vault);
    await client.app.lock();
    expect(await refusal(client.app.unlock({ passphrase: `${testPassphrase}.` }))).toEqual({
      code: 'WRONG_PASSPHRASE',
      data: {},
    });
  });

  it('tells a second app that the vault is in use, and by whom', async () => {
    const client = await start();
    await client.app.createVault(vault);
    await expect(under.app.ports.vaults.unlock(under.vaultFolder, testPassphrase)).rejects.toMatchObject({
      failure: 'VAULT_IN_USE',
      data: { owner: expect.stringMatching(/\S/) },
    });
  });

  it.each([
    ['VAULT_NEWER', JSON.stringify({ format: 999, needs: '9.9.0' })],
    ['VAULT_DAMAGED', '{"format":'],
    ['VAULT_DAMAGED', 'null'],
  ])('stops at a vault.json it cannot trust (%s) and leaves it as it was', async (code, content) => {
    const client = await start();
    await mkdir(under.vaultFolder, { recursive: true });
    await writeFile(join(under.vaultFolder, 'vault.json'), content);
    expect(await client.app.status()).toMatchObject({
      state: 'fault',
      fault: { code, data: { file: expect.stringContaining('vault.json') } },
    });
    expect(await refusal(client.app.unlock({ passphrase: testPassphrase }))).toMatchObject({ code });
    expect((await refusal(client.app.createVault(vault))).code).toMatch(/^VAULT_/);
  });

  it('opens a sample that is marked as one, and keeps nothing of it', async () => {
    const client = await start();
    expect(await client.app.openSample()).toMatchObject({ state: 'open', sample: true });
    const [entry] = await client.portfolios.list();
    const page = await client.evidence.list({
      portfolioId: entry?.id ?? '',
      filter: { text: '', types: [], capability: null, verified: null, trash: false },
      sort: { by: 'startedOn', direction: 'descending' },
      offset: 0,
      limit: 10,
    });
    expect(page.total).toBeGreaterThanOrEqual(80);
    expect(await client.app.lock()).toMatchObject({ state: 'absent', sample: false });
  });

  it('changes the profile, and refuses a name that is none', async () => {
    const client = await start();
    expect(await refusal(client.app.updateProfile(testProfile))).toEqual({ code: 'LOCKED', data: {} });
    await client.app.createVault(vault);
    expect(await client.app.updateProfile({ ...testProfile, name: '  Dr  Other  ' })).toMatchObject({
      name: 'Dr Other',
    });
    expect(await refusal(client.app.updateProfile({ ...testProfile, name: ' ' }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['name'], code: 'required' }] },
    });
    expect(await refusal(client.app.updateProfile({ ...testProfile, gmcNumber: '12' }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['gmcNumber'], code: 'gmc-number' }] },
    });
  });
});
