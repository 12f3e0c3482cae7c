import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeVault } from '#electron/services/check-vault.ts';
import { readStore } from '#electron/storage/check/read-store.ts';
import { portfolioCollections } from '#electron/storage/collections.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { headsKey, openHeads } from '#electron/storage/heads-file.ts';
import { createJournal } from '#electron/storage/journal-adapter.ts';
import { openRecordStore } from '#electron/storage/record-store.ts';
import { keyByPassphrase } from '#electron/storage/unlock-header.ts';
import { readHeader } from '#electron/storage/vault-header.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { isFailure } from '#shared/domain/failure.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { fillVault, newPlace, ownPassphrase } from '#test/support/backup-vaults.ts';
import { proved, sized } from '#test/support/prove.ts';
import { sampleActor, sampleClock, sampleEvidence } from '#test/support/storage-samples.ts';
import {
  type Bed,
  neverCheckpoint,
  noLog,
  sampleKey,
  sampleVaultId,
  temporaryBed,
} from '#test/support/storage-stores.ts';

// Somebody changes the journal behind Waymark's back. Without the key they can only move bytes about; with it they can
// write another journal that is perfect in itself. What finds them is the head that was sealed before.

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const lines = 24;
const honest = Array.from({ length: lines }, (_, number) => sampleEvidence(number + 1));
const place = (folder: string) => ({
  vaultId: sampleVaultId,
  store: 'portfolios/sample',
  key: sampleKey,
  folder,
});
const journal = (folder: string) => join(folder, 'journal-000001.log');

const open = (folder: string, sealed?: JournalHead) =>
  openRecordStore({
    files: nodeFiles,
    place: place(folder),
    collections: portfolioCollections,
    clock: sampleClock,
    log: noLog,
    actor: () => sampleActor,
    actorName: () => 'Dr Sample Doctor',
    policy: neverCheckpoint,
    sealed,
  });

/** A journal of these items, one line each: with the key, anybody can write one. */
async function written(folder: string, items: readonly EvidenceItem[]): Promise<JournalHead> {
  await createJournal(nodeFiles, folder);
  const store = await open(folder);
  for (const item of items) {
    await store.commit('evidence.create', [{ collection: 'evidence', id: item.id, value: item }]);
  }
  const head = store.head();
  await store.close();
  return head;
}

/** Whether opening it fails with damage. */
async function refused(folder: string, sealed?: JournalHead): Promise<boolean> {
  try {
    await (await open(folder, sealed)).close();
    return false;
  } catch (thrown) {
    if (isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED') return true;
    throw thrown;
  }
}

/** Whether reading it from outside, as `check` does, shows it is not the journal that had this head. */
async function differs(folder: string, outside: JournalHead): Promise<boolean> {
  const { reading, findings } = await readStore(nodeFiles, place(folder), portfolioCollections);
  return findings.some(({ kind }) => kind === 'fault') || reading.hashAt(outside.entries) !== outside.hash;
}

type Tampering = { readonly kind: string; readonly at: number; readonly bit: number };
const linesOf = (text: string) => text.split('\n').slice(0, -1);
const joined = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');

/** What can be done to the bytes without the key. */
const withoutKey: Readonly<Record<string, (bytes: Buffer, tampering: Tampering) => Buffer>> = {
  edit: (bytes, { at, bit }) => {
    const changed = Buffer.from(bytes);
    const place = at % bytes.length;
    changed[place] = (changed[place] ?? 0) ^ (1 << bit);
    return changed;
  },
  drop: (bytes, { at }) => {
    const kept = linesOf(bytes.toString('latin1'));
    kept.splice(at % (lines - 1), 1);
    return Buffer.from(joined(kept), 'latin1');
  },
  swap: (bytes, { at }) => {
    const kept = linesOf(bytes.toString('latin1'));
    const place = at % (lines - 1);
    kept.splice(place, 2, kept[place + 1] ?? '', kept[place] ?? '');
    return Buffer.from(joined(kept), 'latin1');
  },
};

/** What can be written with it: another past, whole and rightly chained. */
const withKey: Readonly<Record<string, (tampering: Tampering) => readonly EvidenceItem[]>> = {
  're-chain, edited': ({ at, bit }) =>
    honest.map((item, place) => (place === at % lines ? { ...item, title: `${item.title} ${bit}` } : item)),
  're-chain, dropped': ({ at }) => honest.filter((_, place) => place !== at % lines),
  're-chain, swapped': ({ at }) => {
    const items = [...honest];
    const place = at % (lines - 1);
    items.splice(place, 2, honest[place + 1] ?? sampleEvidence(1), honest[place] ?? sampleEvidence(1));
    return items;
  },
  're-chain, added to': ({ at }) => [
    ...honest.slice(0, at % lines),
    sampleEvidence(900 + (at % 50)),
    ...honest.slice(at % lines),
  ],
};

const cases = sized(125, 1000) / 8;

function tamperings(kind: string, count: number): readonly Tampering[] {
  const one = fc.record({ kind: fc.constant(kind), at: fc.nat(1_000_000), bit: fc.nat(7) });
  return fc.sample(one, { numRuns: Math.ceil(count), seed: 20260301 + kind.length });
}

describe('a journal that was tampered with', () => {
  it.each(Object.keys(withoutKey))('without the key (%s) is found', async (kind) => {
    const folder = join(bed.folder, 'store');
    const head = await written(folder, honest);
    const bytes = await readFile(journal(folder));
    const tamper = withoutKey[kind] ?? (() => bytes);
    for (const tampering of tamperings(kind, cases)) {
      const changed = tamper(bytes, tampering);
      await writeFile(journal(folder), changed);
      expect(await refused(folder, head), JSON.stringify(tampering)).toBe(true);
      await rm(folder, { recursive: true });
      await createJournal(nodeFiles, folder);
      await writeFile(journal(folder), changed);
      expect(await differs(folder, head), JSON.stringify(tampering)).toBe(true);
    }
    proved(`tampered without the key (${kind})`, `${Math.ceil(cases)} of ${Math.ceil(cases)} found`);
  });

  it('at its end (cut) is found against the sealed head, and only against it', async () => {
    const folder = join(bed.folder, 'store');
    const head = await written(folder, honest);
    const whole = linesOf((await readFile(journal(folder))).toString('latin1'));
    let unnoticed = 0;
    for (const { at } of tamperings('cut', cases)) {
      const kept = whole.slice(0, at % lines);
      await writeFile(journal(folder), joined(kept), 'latin1');
      expect(await refused(folder, head), `cut after ${kept.length}`).toBe(true);
      expect(await differs(folder, head), `cut after ${kept.length}`).toBe(true);
      if (!(await refused(folder))) unnoticed += 1;
    }
    // The naive way, a chain and nothing else, takes each of them for a whole journal.
    expect(unnoticed).toBe(Math.ceil(cases));
    proved('cut at the end', `${unnoticed} of ${unnoticed} found with the sealed head, 0 without`);
  });

  it.each(Object.keys(withKey))(
    'with the key (%s) is found against the sealed head, and only against it',
    async (kind) => {
      const original = join(bed.folder, 'original');
      const head = await written(original, honest);
      const forge = withKey[kind] ?? (() => honest);
      let unnoticed = 0;
      for (const tampering of tamperings(kind, cases)) {
        const folder = join(bed.folder, 'forged');
        await written(folder, forge(tampering));
        expect(await refused(folder, head), JSON.stringify(tampering)).toBe(true);
        expect(await differs(folder, head), JSON.stringify(tampering)).toBe(true);
        if (!(await refused(folder))) unnoticed += 1;
        await rm(folder, { recursive: true });
      }
      expect(unnoticed).toBe(Math.ceil(cases));
      proved(
        `tampered with the key (${kind})`,
        `${unnoticed} of ${unnoticed} found with the sealed head, 0 without`,
      );
    },
  );

  it('is not suspected when it is honest, or has only grown since', async () => {
    const folder = join(bed.folder, 'store');
    const head = await written(folder, honest);
    const copy = join(bed.folder, 'copy');
    await cp(folder, copy, { recursive: true });
    expect(await refused(folder, head)).toBe(false);
    const store = await open(copy, head);
    const more = sampleEvidence(500);
    await store.commit('evidence.create', [{ collection: 'evidence', id: more.id, value: more }]);
    await store.close();
    expect(await refused(copy, head)).toBe(false);
    expect(await differs(copy, head)).toBe(false);
  });
});

describe('the file of sealed heads', () => {
  it('cannot be written anew by somebody who can decrypt it but cannot sign for the owner', async () => {
    const vaults = await newPlace();
    try {
      const app = await vaults.app();
      await fillVault(app);
      await app.services.app.lock(undefined);
      const folder = join(vaults.folder, 'vault');
      const header = await readHeader(nodeFiles, folder);
      if (header === undefined) throw new Error('no header');
      const dataKey = await keyByPassphrase(header, ownPassphrase);
      const heads = await openHeads(nodeFiles, { ...headsKey(dataKey, header.vaultId), folder });
      const sealed = heads.sealed();
      if (sealed === undefined) throw new Error('no heads');
      const codes = async () => {
        const secret = { passphrase: ownPassphrase };
        const report = await app.ports.vaults.examine(folder, secret, {}, (reading) =>
          judgeVault(app.ports, reading),
        );
        return report.findings.map(({ code }) => code);
      };
      expect(await codes()).toEqual([]);
      const { profile } = sealed.stores;
      await heads.keep({ ...sealed, stores: profile === undefined ? {} : { profile } });
      expect(await codes()).toEqual(['heads-seal-broken']);
    } finally {
      await vaults.remove();
    }
  });
});
