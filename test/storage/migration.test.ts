import { createHash, randomUUID } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenVault, PortfolioStore } from '#electron/services/ports.ts';
import { changedSince, currentFormat, steps, upcast } from '#electron/storage/migrations/registry.ts';
import type { MigrationStep } from '#electron/storage/migrations/step.ts';
import { createVaults, type VaultsOptions } from '#electron/storage/vaults.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import { idFrom, sampleClock, sampleEvidence, samplePortfolio } from '#test/support/storage-samples.ts';
import {
  type Bed,
  digestsBelow,
  failureOf,
  filesBelow,
  noLog,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const fixture = join(import.meta.dirname, '../fixtures/vaults/format-1');
type Expected = {
  readonly passphrase: string;
  readonly stores: Readonly<
    Record<
      'profile' | 'portfolio',
      {
        readonly head: unknown;
        readonly collections: Readonly<Record<string, { readonly count: number; readonly sha256: string }>>;
      }
    >
  >;
};

let bed: Bed;
let folder: string;
let expected: Expected;
beforeEach(async () => {
  bed = await temporaryBed();
  folder = join(bed.folder, 'vault');
  await cp(join(fixture, 'vault'), folder, { recursive: true });
  expected = JSON.parse(await readFile(join(fixture, 'expected.json'), 'utf8'));
});
afterEach(() => bed.remove());

const vaultsWith = (options: Partial<VaultsOptions> = {}) =>
  createVaults({ clock: sampleClock, newId: () => randomUUID(), log: noLog, ...options });
const unlock = (options?: Partial<VaultsOptions>) => vaultsWith(options).unlock(folder, expected.passphrase);

async function portfolioIn(vault: OpenVault): Promise<PortfolioStore> {
  const [id = ''] = vault.profile.all('shelf').keys();
  const store = await vault.openPortfolio(id);
  if (store === undefined) throw new Error('no portfolio');
  return store;
}

/** What the released Waymark read from a store, told again by today's. */
const told = (store: OpenVault['profile'] | PortfolioStore, names: readonly string[]) => ({
  head: store.head(),
  collections: Object.fromEntries(
    names.map((name) => {
      const records = Object.fromEntries((store as PortfolioStore).all(name as 'evidence'));
      const sha256 = createHash('sha256').update(canonicalJson(records)).digest('hex');
      return [name, { count: Object.keys(records).length, sha256 }];
    }),
  ),
});

async function expectEverything(vault: OpenVault): Promise<void> {
  const { profile, portfolio } = expected.stores;
  expect(told(vault.profile, Object.keys(profile.collections))).toEqual(profile);
  const store = await portfolioIn(vault);
  expect(told(store, Object.keys(portfolio.collections))).toEqual(portfolio);
  let attachments = 0;
  for (const item of store.all('evidence').values()) {
    for (const { hash, size } of item.attachments) {
      const blob = await store.blobs.read(hash);
      const digest = createHash('sha256');
      for await (const chunk of blob?.bytes ?? []) digest.update(chunk);
      expect({ hash: digest.digest('hex'), size: blob?.size }).toEqual({ hash, size });
      attachments += 1;
    }
  }
  expect(attachments).toBeGreaterThan(10);
}

/** Old files that today's Waymark must leave as they were: all but the header, what follows the journal's end, and the checkpoint. */
const oldFiles = async () => {
  const files = await filesBelow(join(fixture, 'vault'));
  return [...files].filter(([name]) => !/vault\.json$|checkpoint-/.test(name));
};

describe('a vault of Waymark 0.1', () => {
  it('opens with every record and attachment, takes saves, and opens again', async () => {
    const vault = await unlock();
    await expectEverything(vault);
    const store = await portfolioIn(vault);
    const item = sampleEvidence(1);
    await store.commit('evidence.add', [{ collection: 'evidence', id: item.id, value: item }]);
    const [first] = [...store.all('evidence').values()];
    if (first === undefined) throw new Error('no evidence');
    const changed = { ...first, title: 'Changed since' };
    await store.commit('evidence.update', [{ collection: 'evidence', id: first.id, value: changed }]);
    const head = store.head();
    await vault.close();
    const again = await unlock();
    const reopened = await portfolioIn(again);
    expect(reopened.get('evidence', item.id)).toEqual(item);
    expect(reopened.get('evidence', first.id)).toEqual(changed);
    expect(reopened.head()).toEqual(head);
    expect(head.entries).toBe(expected.stores.portfolio.head === null ? 0 : 101);
    // Old bytes stay as they were: the journal only ever grows.
    const now = await filesBelow(folder);
    for (const [name, bytes] of await oldFiles()) {
      const after = now.get(name);
      expect(after?.subarray(0, bytes.length).equals(bytes), name).toBe(true);
      const last = name.includes('journal-000002');
      expect(after?.length === bytes.length, name).toBe(!last);
    }
    await again.close();
  });

  it('opens from its journal alone, and its whole history can be read and travels', async () => {
    const [checkpoint = ''] = [...(await filesBelow(folder)).keys()].filter((name) =>
      name.includes('checkpoint-'),
    );
    await rm(join(folder, checkpoint));
    const vault = await unlock();
    const store = await portfolioIn(vault);
    const lines = await store.history.lines(null, 1000);
    expect(lines).toHaveLength(99);
    const records = [...store.all('evidence').keys()].map((id) => ({ collection: 'evidence', id }));
    const everything = await store.history.travel(records, 'all');
    expect(new Set(everything.map(({ shape }) => shape))).toEqual(new Set([1]));
    const other = await vault.createPortfolio(samplePortfolio(9));
    const { summary } = await other.merge('import.package', everything);
    expect(summary.counts.new).toBe(records.length);
    expect([...other.all('evidence')].sort()).toEqual([...store.all('evidence')].sort());
    await vault.close();
    const again = await unlock();
    const reopened = await again.openPortfolio(samplePortfolio(9).id);
    expect(reopened?.all('evidence').size).toBe(records.length);
    // What came from an older format says so when it travels on.
    const [once] = (await reopened?.history.travel(records.slice(0, 1), 'heads'))?.slice(-1) ?? [];
    expect(once?.shape).toBe(1);
    await again.close();
  });

  it('is backed up before anything is written in the new format', async () => {
    const before = await digestsBelow(folder);
    let seen: readonly string[] = [];
    let refused = '';
    const vault = await unlock({
      beforeUpgrade: async (open) => {
        seen = await digestsBelow(folder);
        const [id = ''] = open.profile.all('profile').keys();
        refused = (await failureOf(open.profile.commit('x', [{ collection: 'profile', id, value: null }])))
          .code;
      },
    });
    expect(seen).toEqual(before);
    expect(refused).toBe('READ_ONLY');
    await vault.close();
    let asked = 0;
    const beforeUpgrade = async () => {
      asked += 1;
    };
    await (await unlock({ beforeUpgrade })).close();
    expect(asked).toBe(0);
  });

  it('can be read but not changed while its backup fails, and is not touched', async () => {
    const before = await digestsBelow(folder);
    const beforeUpgrade = async () => {
      throw failure('BACKUP_FAILED', { why: 'folder' });
    };
    const vault = await unlock({ beforeUpgrade });
    await expectEverything(vault);
    const store = await portfolioIn(vault);
    const item = sampleEvidence(1);
    const change = { collection: 'evidence', id: item.id, value: item } as const;
    const writes = [
      store.commit('evidence.add', [change]),
      vault.createPortfolio(samplePortfolio(4)),
      vault.keys.newRecoveryCode(),
    ];
    for (const write of writes) expect((await failureOf(write)).code).toBe('READ_ONLY');
    await vault.close();
    expect(await digestsBelow(folder)).toEqual(before);
    const later = await unlock();
    await (await portfolioIn(later)).commit('evidence.add', [change]);
    await later.close();
  });
});

describe('what a later Waymark wrote', () => {
  it('is refused with what it needs: header, line and checkpoint', async () => {
    await (await unlock()).close();
    const [id = ''] = [...(await filesBelow(join(folder, 'portfolios'))).keys()].map((name) =>
      name.slice(0, 36),
    );
    const store = join(folder, 'portfolios', id);
    const opening = async () => {
      const vault = await unlock();
      const found = await failureOf(vault.openPortfolio(id));
      await vault.close();
      return found;
    };
    const journal = await readFile(join(store, 'journal-000002.log'), 'latin1');
    await writeFile(join(store, 'journal-000002.log'), `${journal}7 100 ${'A'.repeat(80)}\n`, 'latin1');
    expect(await opening()).toEqual({
      code: 'VAULT_NEWER',
      data: { file: `portfolios/${id}/journal-000002.log`, needs: 'journal format 7' },
    });
    const checkpoint = await readFile(join(store, 'checkpoint-000002.bin'));
    checkpoint[3] = '7'.charCodeAt(0);
    await writeFile(join(store, 'checkpoint-000002.bin'), checkpoint);
    expect(await opening()).toEqual({
      code: 'VAULT_NEWER',
      data: { file: `portfolios/${id}/checkpoint-000002.bin`, needs: 'checkpoint format 7' },
    });
  });
});

describe('the steps', () => {
  it('are numbered without gaps and lead to the format that is written', () => {
    expect(steps.map(({ to }) => to)).toEqual(steps.map((_, place) => place + 2));
    expect(currentFormat).toBe(steps.at(-1)?.to);
  });

  it('bring a value up from where it stands, each step once and in order', () => {
    const step = (to: number): MigrationStep => ({
      to,
      values: { evidence: ({ path = '', ...value }) => ({ ...value, path: `${path}${to}` }) },
    });
    const all = [step(2), { to: 3, values: {} }, step(4)];
    const value = Object.freeze({ id: idFrom(1) });
    expect(upcast('evidence', value, 1, all)).toEqual({ id: idFrom(1), path: '24' });
    expect(upcast('evidence', value, 2, all)).toEqual({ id: idFrom(1), path: '4' });
    expect(upcast('evidence', value, 4, all)).toBe(value);
    expect(upcast('reviews', value, 1, all)).toBe(value);
    expect(upcast('evidence', null, 1, all)).toBeNull();
    expect(changedSince(3, 'evidence', all)).toBe(true);
    expect(changedSince(4, 'evidence', all)).toBe(false);
    expect(changedSince(1, 'reviews', all)).toBe(false);
  });
});
