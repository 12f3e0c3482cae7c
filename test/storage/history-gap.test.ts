import type * as Crypto from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#electron/app.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { mergeCopy } from '#electron/services/merge-copy.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { fillVault, newPlace, ownPassphrase, type Place } from '#test/support/backup-vaults.ts';
import { failureOf } from '#test/support/storage-stores.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#test/support/crash/cheap-scrypt.ts')).withCheapScrypt(await original<typeof Crypto>()),
);

const secret = { passphrase: ownPassphrase };
const tools = { progress: () => undefined, signal: new AbortController().signal };
const many = 60;
let place: Place;
let app: App;
let portfolioId: string;
let whole: string;
beforeEach(async () => {
  place = await newPlace();
  app = await place.app();
  portfolioId = await fillVault(app, { items: many, files: 0 });
  await edit('Second');
  whole = (await makeBackup(app.ports, app.session, 'by-hand'))?.name ?? '';
  // So many saves that closing writes a checkpoint: the first segment is history from here on.
  await app.services.app.lock(undefined);
});
afterEach(() => place.remove());

const store = async () => (await app.session.portfolio(portfolioId)).store;
async function first() {
  const [item] = [...(await store()).all('evidence').values()].sort((a, b) =>
    a.createdAt.localeCompare(b.createdAt),
  );
  if (item === undefined) throw new Error('no item');
  return item;
}
async function edit(title: string): Promise<void> {
  const value = { ...(await first()), title };
  await (await store()).commit('evidence.update', [{ collection: 'evidence', id: value.id, value }]);
}
const segment = () => join(place.folder, 'vault', 'portfolios', portfolioId, 'journal-000001.log');
/** Spoils these lines of the first segment, numbered from 1. */
async function spoil(numbers: readonly number[]): Promise<void> {
  const lines = (await readFile(segment(), 'latin1')).split('\n');
  for (const number of numbers) {
    const line = lines[number - 1] ?? '';
    lines[number - 1] = `${line.slice(0, 40)}${line[40] === 'A' ? 'B' : 'A'}${line.slice(41)}`;
  }
  await writeFile(segment(), lines.join('\n'), 'latin1');
}
async function reopen(): Promise<void> {
  const { report } = await app.services.app.salvage(secret);
  expect(report.findings.map(({ kind }) => kind)).toEqual(['history']);
}
const activity = () =>
  app.services.history.activity({ portfolioId, before: null, limit: 100, kind: null, who: null });
const lines = many + 2;

describe('a history with a damaged file in it', () => {
  it('tells what it has, and where something is missing', async () => {
    expect(await readdir(join(segment(), '..'))).toContain('checkpoint-000002.bin');
    await spoil([5, 6, 20]);
    await reopen();
    const { entries, gaps } = await activity();
    expect(gaps).toEqual([
      { from: 5, to: 6 },
      { from: 20, to: 20 },
    ]);
    expect(entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: lines }, (_, at) => lines - at).filter((seq) => ![5, 6, 20].includes(seq)),
    );
    const { all } = await store();
    expect(all('evidence').size).toBe(many);
    const versions = async (id: string) =>
      app.services.history.versions({ portfolioId, collection: 'evidence', id });
    const said = await Promise.all([...all('evidence').keys()].map(versions));
    expect(said.filter(({ gap }) => gap)).toHaveLength(3);
    expect(said.every(({ title }) => title !== '')).toBe(true);
    // Pages end where they should, also in the middle of a gap.
    const page = await (await store()).history.lines(7, 3);
    expect(page.map(({ seq }) => seq)).toEqual([4, 3, 2]);
  });

  it('is still told when its first or its last lines are gone, and goes on', async () => {
    for (const numbers of [
      [1, 2],
      [lines - 1, lines],
    ]) {
      await spoil(numbers);
      await reopen();
      await edit(`After ${numbers[0]}`);
      const { gaps, entries } = await activity();
      expect(gaps.at(-1)?.to).toBeGreaterThan(numbers[0] ?? 0);
      expect(entries[0]?.action).toBe('evidence.update');
      await app.services.app.lock(undefined);
    }
  });

  it('undoes what is on this side of the gap, and never brings back a guess', async () => {
    // The last line of the segment: the version of the first item that is there now.
    await spoil([lines]);
    await reopen();
    expect((await app.services.history.undoState({ portfolioId })).undo).toBeNull();
    await edit('Third');
    const { undo } = await app.services.history.undoState({ portfolioId });
    expect(undo?.seq).toBe(lines + 1);
    const step = { portfolioId, seq: lines + 1, to: lines + 1 };
    // Before it stood a version that is gone. Without a word, undoing would have deleted the item.
    expect(await failureOf(app.services.history.undo(step))).toEqual({
      code: 'NOT_UNDOABLE',
      data: { why: 'gap' },
    });
    expect((await first()).title).toBe('Third');
    await edit('Fourth');
    await app.services.history.undo({ portfolioId, seq: lines + 2, to: lines + 2 });
    expect((await first()).title).toBe('Third');
    const inGap = { portfolioId, seq: lines, to: lines };
    expect(await failureOf(app.services.history.undo(inGap))).toMatchObject({ code: 'NOT_UNDOABLE' });
  });

  it('is filled again by bringing in a backup from before, and stays sound', async () => {
    await spoil([2, lines]);
    await reopen();
    await edit('Third');
    const { id } = await first();
    const before = await (await store()).history.versions('evidence', id);
    expect(before.map(({ value }) => (value as { title: string }).title)).toEqual(['Third']);
    const { folder } = await app.ports.backups.folderFor(app.session.vault().id);
    await mergeCopy(app.ports, app.session, { path: join(folder, whole) }, tools);
    expect((await store()).conflicts()).toEqual([]);
    const after = await (await store()).history.versions('evidence', id);
    expect(after).toHaveLength(3);
    await app.services.app.lock(undefined);
    await app.services.app.unlock(secret);
    expect((await first()).title).toBe('Third');
    expect(await (await store()).history.versions('evidence', id)).toHaveLength(3);
  });

  it('is no obstacle to a backup, which brings the records back with it', async () => {
    await spoil([2]);
    await reopen();
    const made = await makeBackup(app.ports, app.session, 'by-hand');
    expect(made?.damaged).toEqual([{ store: `portfolios/${portfolioId}`, what: 'history' }]);
    const { folder } = await app.ports.backups.folderFor(app.session.vault().id);
    const elsewhere = join(place.folder, 'elsewhere', 'vault');
    const other = await place.app({ vaultFolder: elsewhere });
    const source = { path: join(folder, made?.name ?? '') };
    await restoreVault(other.ports, elsewhere, { source, secret, keepAside: false });
    await other.services.app.unlock(secret);
    expect((await other.session.portfolio(portfolioId)).store.all('evidence').size).toBe(many);
  });
});
