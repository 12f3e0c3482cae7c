import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { packById } from '#shared/guidance/packs.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testConclusion,
  testPassphrase,
  testPlan,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { fakeKeychain } from '#test/support/fake-keychain.ts';

const vault = { passphrase: testPassphrase, profile: testProfile };
const another = 'quite another passphrase';
const passphrase = testPassphrase;
/** One letter of a code taken for another. */
const mistyped = (code: string) => (code.startsWith('2') ? '3' : '2') + code.slice(1);

describe.each(transports)('keys of the vault, %s', (transport) => {
  let under: AppUnderTest;
  const start = async (options: Parameters<typeof startApp>[1] = {}) => {
    under = await startApp(transport, options);
    return under.client;
  };
  afterEach(() => under.close());

  it('gives the recovery code out once, when the vault is made, and keeps it nowhere', async () => {
    const client = await start();
    const { status, recoveryCode } = await client.app.createVault(vault);
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
    expect(status).toMatchObject({ recovery: 'made', lockAfter: 10 });
    const security = await client.security.get();
    expect(security).toMatchObject({
      recovery: { standing: 'made', madeAt: expect.any(String) },
      keychain: { available: false, madeAt: null },
      lockAfter: 10,
      vault: expect.stringMatching(/^[0-9A-F]{8}$/),
    });
    expect(JSON.stringify([security, await client.app.status(), under.logged])).not.toContain(
      recoveryCode.slice(0, 9),
    );
    expect(await client.security.recoveryPageKept()).toMatchObject({ recovery: { standing: 'kept' } });
    expect(await client.app.status()).toMatchObject({ recovery: 'kept' });
  });

  it('opens with the recovery code when the passphrase is forgotten, and a new passphrase is then in force', async () => {
    const client = await start();
    const { recoveryCode: code } = await client.app.createVault(vault);
    expect(await client.app.lock()).toMatchObject({
      ways: { recovery: true, keychain: false },
      recovery: null,
    });

    const request = { code, newPassphrase: another };
    expect(
      await refusal(client.app.unlockWithRecoveryCode({ ...request, newPassphrase: 'short' })),
    ).toMatchObject({
      code: 'WEAK_PASSPHRASE',
    });
    expect(await refusal(client.app.unlockWithRecoveryCode({ ...request, code: mistyped(code) }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['code'], code: 'recovery-group-1' }] },
    });
    expect(await refusal(client.app.unlockWithRecoveryCode({ ...request, code: code.slice(2) }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['code'], code: 'recovery-length' }] },
    });
    const foreign = '0000-0000-0000-0000-0000-0000-0000-0000-0000';
    expect(await refusal(client.app.unlockWithRecoveryCode({ ...request, code: foreign }))).toEqual({
      code: 'WRONG_RECOVERY_CODE',
      data: {},
    });
    expect(await client.app.status()).toMatchObject({ state: 'locked' });
    expect(await client.app.unlockWithRecoveryCode(request)).toMatchObject({
      state: 'open',
      profile: { name: testProfile.name },
    });
    // Another page of the same app may have been faster.
    expect(await refusal(client.app.unlockWithRecoveryCode({ ...request, code: foreign }))).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    expect(await client.app.unlockWithRecoveryCode(request)).toMatchObject({ state: 'open' });
    await client.app.lock();
    expect(await refusal(client.app.unlock({ passphrase }))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await client.app.unlock({ passphrase: another })).toMatchObject({ state: 'open' });
  });

  it('has no way in where there is no vault', async () => {
    const client = await start();
    const { code } = { code: '0000-0000-0000-0000-0000-0000-0000-0000-0000' };
    expect(await refusal(client.app.unlockWithRecoveryCode({ code, newPassphrase: another }))).toMatchObject({
      code: 'VAULT_ABSENT',
    });
    expect(await refusal(client.app.unlockWithKeychain())).toMatchObject({ code: 'VAULT_ABSENT' });
  });

  it('makes a new recovery code for the passphrase only; the old one then opens nothing', async () => {
    const client = await start();
    const { recoveryCode: old } = await client.app.createVault(vault);
    await client.security.recoveryPageKept();
    expect(await refusal(client.security.newRecoveryCode({ passphrase: another }))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    const made = await client.security.newRecoveryCode({ passphrase });
    expect(made.code).not.toBe(old);
    // The page that is kept is the old one's.
    expect(await client.security.get()).toMatchObject({
      recovery: { standing: 'made', madeAt: made.madeAt },
    });
    expect(await refusal(client.security.recoveryPage({ code: old }))).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    await client.app.lock();
    expect(
      await refusal(client.app.unlockWithRecoveryCode({ code: old, newPassphrase: another })),
    ).toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
    await client.app.unlockWithRecoveryCode({ code: made.code, newPassphrase: another });
  });

  it('lays out the page for the code it was given, and for no other', async () => {
    const client = await start();
    const { recoveryCode: code } = await client.app.createVault(vault);
    const page = await client.security.recoveryPage({ code: code.toLowerCase().replaceAll('-', ' ') });
    expect(page.name).toMatch(/^Waymark recovery page [0-9A-F]{8}\.pdf$/);
    expect(Buffer.from(page.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await refusal(client.security.recoveryPage({ code: mistyped(code) }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('changes the passphrase for whoever knows the old one or the recovery code', async () => {
    const client = await start();
    const { recoveryCode: code } = await client.app.createVault(vault);
    const change = (proof: { passphrase: string } | { code: string }, newPassphrase = another) =>
      client.security.changePassphrase({ proof, newPassphrase });
    expect(await refusal(change({ passphrase: another }))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await refusal(change({ passphrase }, 'short'))).toMatchObject({ code: 'WEAK_PASSPHRASE' });
    expect(await refusal(change({ code: mistyped(code) }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(change({ code: '0000-0000-0000-0000-0000-0000-0000-0000-0000' }))).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    await change({ passphrase });
    await change({ code }, 'a third passphrase');
    await client.app.lock();
    for (const old of [passphrase, another])
      expect(await refusal(client.app.unlock({ passphrase: old }))).toMatchObject({
        code: 'WRONG_PASSPHRASE',
      });
    expect(await client.app.unlock({ passphrase: 'a third passphrase' })).toMatchObject({ state: 'open' });
  });

  it('signs with the passphrase in force, as soon as it is changed', async () => {
    const client = await start();
    const portfolioId = await withPortfolio(under);
    const plan = testPlan();
    const panel = plan.panel.map((member) =>
      member.role === 'chair'
        ? { ...member, name: testProfile.name, gmcNumber: testProfile.gmcNumber }
        : member,
    );
    const { id } = await client.reviews.schedule({ portfolioId, plan: { ...plan, panel } });
    const pack = packById('general-internal-medicine');
    for (const { code: capability } of pack?.capabilities ?? [])
      await client.reviews.judge({
        portfolioId,
        id,
        judgement: { capability, level: 'developing', reason: 'Shown.' },
      });
    await client.reviews.conclude({ portfolioId, id, conclusion: testConclusion });
    await client.security.changePassphrase({ proof: { passphrase }, newPassphrase: another });
    const sign = (signing: string) =>
      client.reviews.sign({
        portfolioId,
        id,
        passphrase: signing,
        identityCheck: 'own-profile',
        newKey: false,
      });
    expect(await refusal(sign(passphrase))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await sign(another)).toMatchObject({ state: 'signed' });
  });

  it('uses the keychain only when told to, with the passphrase, and says what it cannot do', async () => {
    const computer = fakeKeychain();
    const client = await start({ keychain: computer.keychain });
    await client.app.createVault(vault);
    expect(await client.security.get()).toMatchObject({ keychain: { available: true, madeAt: null } });
    expect(await refusal(client.security.keepInKeychain({ passphrase: another }))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await client.security.keepInKeychain({ passphrase })).toMatchObject({
      keychain: { available: true, madeAt: expect.any(String) },
    });
    expect(await client.app.lock()).toMatchObject({ ways: { keychain: true } });
    expect(await client.app.unlockWithKeychain()).toMatchObject({ state: 'open' });
    expect(await client.app.unlockWithKeychain()).toMatchObject({ state: 'open' });
    await client.app.lock();
    computer.lose();
    expect(await refusal(client.app.unlockWithKeychain())).toEqual({ code: 'NO_KEYCHAIN', data: {} });
    computer.remove();
    expect(await client.app.status()).toMatchObject({ ways: { keychain: false } });
    await client.app.unlock({ passphrase });
    expect(await refusal(client.security.keepInKeychain({ passphrase }))).toMatchObject({
      code: 'NO_KEYCHAIN',
    });
    expect(await client.security.forgetKeychain()).toMatchObject({ keychain: { madeAt: null } });
  });

  it('answers nothing about keys while locked', async () => {
    const client = await start();
    await client.app.createVault(vault);
    await client.app.lock();
    const code = '0000-0000-0000-0000-0000-0000-0000-0000-0000';
    for (const call of heard([
      client.security.get(),
      client.security.newRecoveryCode({ passphrase }),
      client.security.recoveryPage({ code }),
      client.security.recoveryPageKept(),
      client.security.changePassphrase({ proof: { passphrase }, newPassphrase: another }),
      client.security.keepInKeychain({ passphrase }),
      client.security.forgetKeychain(),
      client.security.setLockAfter({ lockAfter: 5 }),
      client.drafts.keep({ key: 'a', text: '' }),
      client.drafts.get({ key: 'a' }),
      client.drafts.list(),
      client.drafts.drop({ key: 'a' }),
      client.app.active(),
    ]))
      expect(await refusal(call)).toEqual({ code: 'LOCKED', data: {} });
  });

  it('keeps unsaved text over a lock, encrypted, until it is dropped', async () => {
    const client = await start();
    await client.app.createVault(vault);
    expect(await client.drafts.get({ key: 'evidence/new' })).toBeNull();
    const kept = await client.drafts.keep({ key: 'evidence/new', text: '{"title":"CANARYxylophone"}' });
    await client.app.lock();
    await client.app.unlock({ passphrase });
    expect(await client.drafts.get({ key: 'evidence/new' })).toEqual({
      ...kept,
      text: '{"title":"CANARYxylophone"}',
    });
    expect(await client.drafts.list()).toEqual([kept]);
    expect(await client.drafts.drop({ key: 'evidence/new' })).toBeNull();
    expect(await client.drafts.list()).toEqual([]);
    for (const key of ['', '../profile', 'Évidence', 'a'.repeat(201)])
      expect(await refusal(client.drafts.keep({ key, text: '' }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(client.drafts.keep({ key: 'a', text: 'x'.repeat(1_000_001) }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('tells of unsaved text that was damaged, and never shows it', async () => {
    const client = await start();
    await client.app.createVault(vault);
    await client.drafts.keep({ key: 'a', text: 'words' });
    const folder = join(under.vaultFolder, 'drafts');
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await writeFile(join(folder, name), bytes);
    const fault = { code: 'VAULT_DAMAGED', data: { file: `drafts/${name}`, what: 'altered' } };
    expect(await refusal(client.drafts.get({ key: 'a' }))).toEqual(fault);
    expect(await refusal(client.drafts.list())).toEqual(fault);
    await client.drafts.drop({ key: 'a' });
    expect(await client.drafts.list()).toEqual([]);
  });
});

describe.each(transports)('the automatic lock, %s', (transport) => {
  let under: AppUnderTest;
  let now = Date.parse('2026-11-21T09:00:00.000Z');
  const clock = { now: () => new Date(now), today: () => '2026-11-21' };
  const later = async (minutes: number) => {
    now += minutes * 60_000;
    await under.app.autoLock.check();
    return (await under.client.app.status()).state;
  };
  const start = async (autoLock: { minutes?: number } = {}) => {
    under = await startApp(transport, { clock, autoLock });
    await under.client.app.createVault(vault);
    return under.client;
  };
  afterEach(() => under.close());

  it('locks after ten minutes without use, however busy the page was before', async () => {
    const client = await start();
    expect(await later(9)).toBe('open');
    await client.app.active();
    expect(await later(10)).toBe('open');
    expect(await later(1)).toBe('locked');
    expect(await client.app.unlock({ passphrase })).toMatchObject({ state: 'open', lockAfter: 10 });
    expect(await later(9)).toBe('open');
  });

  it('locks after the owner’s own minutes, or never', async () => {
    const client = await start();
    expect(await client.security.setLockAfter({ lockAfter: 30 })).toMatchObject({ lockAfter: 30 });
    expect(await later(29)).toBe('open');
    await client.app.active();
    await client.security.setLockAfter({ lockAfter: null });
    expect(await client.app.status()).toMatchObject({ lockAfter: null });
    expect(await later(600)).toBe('open');
    await client.security.setLockAfter({ lockAfter: 5 });
    expect(await later(6)).toBe('locked');
    await client.app.unlock({ passphrase });
    // Kept with the vault, and beside the outcomes, which share the record.
    expect(await client.security.get()).toMatchObject({ lockAfter: 5 });
    await client.reviews.setOutcomes({ outcomes: (await client.reviews.outcomes()).slice(0, 2) });
    expect(await client.security.get()).toMatchObject({ lockAfter: 5 });
    const bad = { lockAfter: 7 } as unknown as { lockAfter: 5 };
    expect(await refusal(client.security.setLockAfter(bad))).toMatchObject({ code: 'INVALID' });
  });

  it('is not put off by setting the clock back, and locks a laptop that slept past its time', async () => {
    await start();
    expect(await later(-600)).toBe('open');
    expect(await later(9)).toBe('open');
    expect(await later(6 * 60)).toBe('locked');
  });

  it('obeys the host’s minutes above the owner’s, and leaves the sample open', async () => {
    const client = await start({ minutes: 2 });
    await client.security.setLockAfter({ lockAfter: null });
    expect(await client.app.status()).toMatchObject({ lockAfter: 2 });
    expect(await later(3)).toBe('locked');
    expect(await client.app.openSample()).toMatchObject({ lockAfter: null, recovery: null });
    expect(await later(600)).toBe('open');
  });

  it('loses nothing that was acknowledged, and acknowledges nothing it loses, when it comes amid saves', async () => {
    const client = await start();
    await client.app.lock();
    await client.app.unlock({ passphrase });
    const names = Array.from({ length: 40 }, (_, number) => `Dr Number ${number} (invented)`);
    const saves = names.map((name) =>
      client.app.updateProfile({ ...testProfile, name }).then(
        () => name,
        () => null,
      ),
    );
    const keeps = names.map((_, number) =>
      client.drafts.keep({ key: `note/${number}`, text: `words ${number}` }).then(
        ({ key }) => key,
        () => null,
      ),
    );
    await saves[3];
    await under.app.lock();
    const saved = (await Promise.all(saves)).filter((name) => name !== null);
    const kept = (await Promise.all(keeps)).filter((key) => key !== null);
    const { profile } = await client.app.unlock({ passphrase });
    expect(saved.length).toBeGreaterThan(3);
    expect(profile?.name).toBe(saved.at(-1));
    const found = (await client.drafts.list()).map(({ key }) => key);
    expect(kept.filter((key) => !found.includes(key))).toEqual([]);
  });
});
