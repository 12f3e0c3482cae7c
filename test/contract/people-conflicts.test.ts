import { cp, rename } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testPassphrase,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import { testPerson } from '#test/support/people-cards.ts';

const name = 'Dr Ada Example (invented)';
const nobody = crypto.randomUUID();

describe.each(transports)('people changed in two versions of a vault, %s', (transport) => {
  let under: AppUnderTest;
  let id: string;
  beforeEach(async () => {
    under = await startApp(transport);
    await under.client.app.createVault({ passphrase: testPassphrase, profile: testProfile });
    const { text } = await testPerson(name);
    id = (await under.client.people.add({ text, confirmed: 'not-yet', note: '', replaces: null })).id;
  });
  afterEach(() => under.close());

  /** What `there` does is merged into a vault where `here` was done. */
  async function twoWays(there: () => Promise<unknown>, here: () => Promise<unknown>): Promise<void> {
    const base = `${under.vaultFolder}-before`;
    const other = `${under.vaultFolder}-LAPTOP`;
    const { app, backups, jobs } = under.client;
    await app.lock();
    await cp(under.vaultFolder, base, { recursive: true });
    await app.unlock({ passphrase: testPassphrase });
    await there();
    await app.lock();
    await rename(under.vaultFolder, other);
    await rename(base, under.vaultFolder);
    await app.unlock({ passphrase: testPassphrase });
    await here();
    const { jobId } = await backups.merge({ copyId: other });
    await expect.poll(async () => (await jobs.get({ id: jobId })).state, { timeout: 20_000 }).toBe('done');
  }
  /** The same person's card with other keys. */
  async function otherKeys(note: string): Promise<void> {
    const { people } = under.client;
    const { text } = await testPerson(`${name} ${note}`, { name, profileId: id });
    const { fingerprint } = await people.get({ id });
    await people.add({ text, confirmed: 'by-voice', note, replaces: fingerprint });
  }

  it('are one again where only what was noted differs: the confirmation counts, wherever it was made', async () => {
    const { people } = under.client;
    await twoWays(
      () => people.confirm({ id, how: 'in-person', on: '2026-01-02' }),
      () => people.confirm({ id, how: 'by-voice', on: '2025-01-02' }),
    );
    expect(await people.conflicts()).toEqual([]);
    expect(await people.get({ id })).toMatchObject({ confirmed: 'in-person', confirmedOn: '2026-01-02' });
  });

  it('are shown side by side where the cards differ, and nothing is decided but by the owner', async () => {
    const { people } = under.client;
    await twoWays(
      () => otherKeys('there'),
      () => otherKeys('here'),
    );
    expect((await people.get({ id })).note).toBe('here');
    const [conflict] = await people.conflicts();
    const sides = conflict?.sides ?? [];
    expect(sides.map(({ person }) => person?.note)).toEqual(['here', 'there']);
    const revisions = sides.map(({ revision }) => revision);
    const [shown = '', other = ''] = revisions;
    const stale = { id, sides: [shown, '0'.repeat(64)], keep: shown };
    expect(await refusal(people.settle(stale))).toEqual({ code: 'CHANGED_SINCE', data: { count: 1 } });
    expect(await refusal(people.settle({ id, sides: revisions, keep: '0'.repeat(64) }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(people.settle({ id: nobody, sides: revisions, keep: shown }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await people.settle({ id, sides: revisions, keep: other });
    expect((await people.get({ id })).note).toBe('there');
    expect(await people.conflicts()).toEqual([]);
  });

  it('are asked about where one side took the person away', async () => {
    const { people } = under.client;
    await twoWays(
      () => people.remove({ id }),
      () => people.confirm({ id, how: 'by-voice', on: '2025-01-02' }),
    );
    const [conflict] = await people.conflicts();
    expect(conflict?.sides.map(({ person }) => person === null)).toEqual([false, true]);
    await under.client.app.lock();
    expect(await refusal(people.conflicts())).toMatchObject({ code: 'LOCKED' });
  });
});
