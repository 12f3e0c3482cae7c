import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testPassphrase,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import { cards, testPerson } from '#test/support/people-cards.ts';

const nobody = crypto.randomUUID();
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

describe.each(transports)('people and their cards, %s', (transport) => {
  let under: AppUnderTest;
  beforeEach(async () => {
    under = await startApp(transport);
  });
  afterEach(() => under.close());
  const withVault = () => under.client.app.createVault({ passphrase: testPassphrase, profile: testProfile });

  it('needs an open vault', async () => {
    const { people } = under.client;
    const calls = [
      people.myCard(),
      people.readCard({ text: 'x' }),
      people.add({ text: 'x', confirmed: 'not-yet', note: '', replaces: null }),
      people.confirm({ id: nobody, how: 'by-voice', on: '2026-01-01' }),
      people.list(),
      people.get({ id: nobody }),
      people.remove({ id: nobody }),
    ];
    for (const call of heard(calls)) expect(await refusal(call)).toMatchObject({ code: 'LOCKED' });
  });

  it('gives the same card for as long as the profile is the same', async () => {
    await withVault();
    const first = await under.client.people.myCard();
    expect(first.card).toMatchObject({ name: testProfile.name, gmcNumber: testProfile.gmcNumber });
    expect(cards.read(first.text)).toEqual({ card: first.card, fingerprint: first.fingerprint });
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    const later = await under.client.people.myCard();
    expect([later.card, later.fingerprint]).toEqual([first.card, first.fingerprint]);
    await under.client.app.updateProfile({ ...testProfile, name: 'Dr New Name (invented)' });
    const renamed = await under.client.people.myCard();
    expect(renamed.card.name).toBe('Dr New Name (invented)');
    expect(renamed.fingerprint).toBe(first.fingerprint);
  });

  it('holds nothing of its owner’s secrets in the card', async () => {
    await withVault();
    const { text } = await under.client.people.myCard();
    const profile = under.app.session.vault().profile;
    const secrets = [
      ...[...profile.all('identities').values()].map(({ secret }) => secret),
      ...[...profile.all('signers').values()].map(({ wrappedKey }) => wrappedKey),
    ];
    expect(secrets).toHaveLength(2);
    const bytes = Buffer.from(text.split(':')[2] ?? '', 'base64url').toString('latin1');
    for (const secret of secrets) expect(bytes).not.toContain(secret.slice(0, 24));
  });

  it('reads without keeping, then keeps, confirms and removes', async () => {
    await withVault();
    const { people } = under.client;
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    const read = await people.readCard({ text: anna.text });
    expect(read).toMatchObject({ card: anna.card, standing: 'new', known: null, alike: [] });
    expect(await people.list()).toEqual([]);

    const added = await people.add({
      text: anna.text,
      confirmed: 'not-yet',
      note: 'Cardiology',
      replaces: null,
    });
    expect(added).toMatchObject({
      ...anna.card,
      id: anna.card.profileId,
      fingerprint: read.fingerprint,
      confirmed: 'not-yet',
      confirmedOn: null,
    });
    const confirmed = await people.confirm({ id: added.id, how: 'by-voice', on: '2026-03-01' });
    expect(confirmed).toMatchObject({ confirmed: 'by-voice', confirmedOn: '2026-03-01' });
    expect(await people.get({ id: added.id })).toEqual(confirmed);
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect(await people.list()).toEqual([confirmed]);
    expect((await people.readCard({ text: anna.text })).standing).toBe('same');

    expect(await people.remove({ id: added.id })).toEqual({});
    expect(await people.list()).toEqual([]);
    expect(await refusal(people.get({ id: added.id }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'person' },
    });
    expect(await refusal(people.remove({ id: added.id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(people.confirm({ id: added.id, how: 'in-person', on: '2026-03-01' }))).toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });

  it('never replaces keys it knows unless told which', async () => {
    await withVault();
    const { people } = under.client;
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    const { id, fingerprint } = await people.add({
      text: anna.text,
      confirmed: 'in-person',
      note: '',
      replaces: null,
    });
    // Anybody can put a known person's profile id on a card of their own making.
    const imposter = await testPerson(anna.card.name, { profileId: id });
    const read = await people.readCard({ text: imposter.text });
    expect(read).toMatchObject({ standing: 'changed-key', known: { fingerprint } });
    expect(read.fingerprint).not.toBe(fingerprint);
    const forced = { text: imposter.text, confirmed: 'by-voice', note: '' } as const;
    for (const replaces of [null, read.fingerprint])
      expect(await refusal(people.add({ ...forced, replaces }))).toEqual({
        code: 'INVALID',
        data: { issues: [{ path: ['replaces'], code: 'card-key-changed' }] },
      });
    expect(await people.get({ id })).toMatchObject({ fingerprint, confirmed: 'in-person' });

    const replaced = await people.add({ ...forced, confirmed: 'not-yet', replaces: fingerprint });
    expect(replaced).toMatchObject({
      fingerprint: read.fingerprint,
      confirmed: 'not-yet',
      confirmedOn: null,
    });
  });

  it('keeps how a person was confirmed when only their name or role is new', async () => {
    await withVault();
    const { people } = under.client;
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    const before = await people.add({ text: anna.text, confirmed: 'by-voice', note: '', replaces: null });
    const renamed = await cards.write(
      { ...anna.card, name: 'Dr Anna Married (invented)', roles: ['panel'] },
      anna.signer.open.seal,
    );
    expect((await people.readCard({ text: renamed })).standing).toBe('updated');
    const after = await people.add({ text: renamed, confirmed: 'not-yet', note: '', replaces: null });
    expect(after).toMatchObject({
      name: 'Dr Anna Married (invented)',
      confirmed: 'by-voice',
      confirmedOn: before.confirmedOn,
      addedAt: before.addedAt,
    });
    expect(await people.list()).toHaveLength(1);
  });

  it('names others who could be taken for the person', async () => {
    await withVault();
    const { people } = under.client;
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    await people.add({ text: anna.text, confirmed: 'in-person', note: '', replaces: null });
    const sameName = await testPerson('DR ANNA Supervisor (Invented)', { gmcNumber: null });
    expect((await people.readCard({ text: sameName.text })).alike).toMatchObject([
      { name: anna.card.name, gmcNumber: anna.card.gmcNumber },
    ]);
    const sameNumber = await testPerson('Dr Other Name (invented)', { gmcNumber: anna.card.gmcNumber });
    expect((await people.readCard({ text: sameNumber.text })).alike).toHaveLength(1);
    const neither = await testPerson('Dr Quite Other (invented)', { gmcNumber: null });
    expect((await people.readCard({ text: neither.text })).alike).toEqual([]);
  });

  it('refuses an altered card, its own, and a day that is still to come', async () => {
    await withVault();
    const { people } = under.client;
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    const altered = `${anna.text.slice(0, -4)}AAAA`;
    const refused = { code: 'PACKAGE_REFUSED', data: { why: 'card', entry: '' } };
    expect(await refusal(people.readCard({ text: altered }))).toEqual(refused);
    expect(
      await refusal(people.add({ text: altered, confirmed: 'by-voice', note: '', replaces: null })),
    ).toEqual(refused);
    expect(await refusal(people.readCard({ text: 'x'.repeat(9000) }))).toMatchObject({ code: 'INVALID' });

    const { text } = await people.myCard();
    expect((await people.readCard({ text })).standing).toBe('own');
    expect(await refusal(people.add({ text, confirmed: 'by-voice', note: '', replaces: null }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['text'], code: 'own-card' }] },
    });
    const { id } = await people.add({ text: anna.text, confirmed: 'not-yet', note: '', replaces: null });
    expect(await refusal(people.confirm({ id, how: 'by-voice', on: '2999-01-01' }))).toMatchObject({
      code: 'INVALID',
      data: { issues: [{ path: ['on'], code: 'in-future' }] },
    });
    expect(await people.confirm({ id, how: 'by-voice', on: today() })).toMatchObject({
      confirmedOn: today(),
    });
  });

  it('keeps every change when several are made at once', async () => {
    await withVault();
    const { people } = under.client;
    const made = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => testPerson(`Dr ${name} (invented)`, { gmcNumber: null })),
    );
    await Promise.all(
      made.map(({ text }) => people.add({ text, confirmed: 'not-yet', note: '', replaces: null })),
    );
    expect((await people.list()).map(({ name }) => name)).toEqual([
      'Dr One (invented)',
      'Dr Three (invented)',
      'Dr Two (invented)',
    ]);
  });
});
