import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, PortfolioRecords } from '#electron/services/ports.ts';
import { currentFormat } from '#electron/storage/migrations/registry.ts';
import { idFrom, sampleEvidence } from '#test/support/storage-samples.ts';
import {
  type Bed,
  contentsOf,
  digestsBelow,
  failureOf,
  filesBelow,
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const journal = 'journal-000001.log';
const checkpoint = 'checkpoint-000002.bin';
let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
  const store = await newSampleStore(bed.folder, { policy: neverCheckpoint });
  for (let number = 0; number < 6; number += 1) {
    const value = sampleEvidence(number);
    const change: Change<PortfolioRecords> = { collection: 'evidence', id: value.id, value };
    await store.commit('evidence.add', [change]);
  }
  await store.close();
});
afterEach(() => bed.remove());

const at = (name: string) => join(bed.folder, name);
const lines = async () => (await readFile(at(journal), 'latin1')).split('\n').slice(0, -1);
const write = (kept: readonly string[]) =>
  writeFile(at(journal), kept.map((line) => `${line}\n`).join(''), 'latin1');

async function makeCheckpoint(): Promise<void> {
  const store = await openSampleStore(bed.folder, { policy: { ...neverCheckpoint, linesAtClose: 1 } });
  await store.close();
}

/** What opening fails with; checks that it left every byte as it was. */
async function refusal() {
  const before = await digestsBelow(bed.folder);
  const found = await failureOf(openSampleStore(bed.folder));
  expect(await digestsBelow(bed.folder)).toEqual(before);
  return found;
}
const damagedLine = (line: number, what: string) => ({
  code: 'VAULT_DAMAGED',
  data: { file: `portfolios/sample/${journal}:${line}`, what },
});

describe('a damaged journal', () => {
  it('is refused for a flipped bit anywhere in a line', async () => {
    const good = await readFile(at(journal));
    const first = good.indexOf(0x0a);
    for (let position = 0; position < first; position += 17) {
      for (const bit of [0x01, 0x20]) {
        const bad = Buffer.from(good);
        bad[position] = (bad[position] ?? 0) ^ bit;
        await writeFile(at(journal), bad);
        const { code, data } = await refusal();
        // Only the format digit in front can make a line claim to be newer.
        expect(code).toBe(code === 'VAULT_NEWER' && position === 0 ? 'VAULT_NEWER' : 'VAULT_DAMAGED');
        expect(data).toMatchObject({ file: expect.stringContaining(journal) });
      }
    }
  });

  it('is refused for every other spelling of the last base64 letter', async () => {
    const all = await lines();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const [first = '', ...rest] = all;
    const last = first.replace(/=+$/, '').length - 1;
    for (const letter of alphabet) {
      if (letter === first[last]) continue;
      await write([first.slice(0, last) + letter + first.slice(last + 1), ...rest]);
      expect(await refusal()).toEqual(damagedLine(1, 'altered'));
    }
  });

  it('is refused for lines dropped, swapped, doubled, emptied, cut or put in from elsewhere', async () => {
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = await lines();
    await write([a, b, d, e, f]);
    expect(await refusal()).toEqual(damagedLine(3, 'out-of-order'));
    await write([a, c, b, d, e, f]);
    expect(await refusal()).toEqual(damagedLine(2, 'out-of-order'));
    await write([a, b, b, c, d, e, f]);
    expect(await refusal()).toEqual(damagedLine(3, 'out-of-order'));
    await write([a, '', c, d, e, f]);
    expect(await refusal()).toEqual(damagedLine(2, 'unreadable'));
    await write([a, b, c.slice(0, 40), d, e, f]);
    expect((await refusal()).code).toBe('VAULT_DAMAGED');
    // The number is authenticated too: a line cannot take another's place by renaming itself.
    await write([a, c.replace(/^(\d+) 3 /, '$1 2 '), b.replace(/^(\d+) 2 /, '$1 3 '), d, e, f]);
    expect(await refusal()).toEqual(damagedLine(2, 'altered'));
    // So is its format.
    await write([a, b.replace(/^\d+ /, '1 '), c, d, e, f]);
    expect(await refusal()).toEqual(damagedLine(2, 'altered'));
    await write([a, b, c, d, e, f, '\u0000\u0000\u0000']);
    expect(await refusal()).toEqual(damagedLine(7, 'unreadable'));
  });

  it('is refused when a line of another store of the same vault and place is put in', async () => {
    const all = await lines();
    const { remove, folder } = await temporaryBed();
    const other = await newSampleStore(folder, { policy: neverCheckpoint });
    const value = sampleEvidence(99);
    await other.commit('evidence.add', [{ collection: 'evidence', id: value.id, value }]);
    await other.commit('evidence.add', [{ collection: 'evidence', id: idFrom(0), value: sampleEvidence(0) }]);
    await other.close();
    const foreign = (await readFile(join(folder, journal), 'latin1')).split('\n')[1] ?? '';
    await remove();
    // Same key, store, segment and number: only the chain can tell.
    await write(all.map((line, index) => (index === 1 ? foreign : line)));
    expect(await refusal()).toEqual(damagedLine(2, 'chain-broken'));
  });

  it('is refused when a segment is gone, also one that a checkpoint stands for', async () => {
    await makeCheckpoint();
    await rm(at(journal));
    expect(await refusal()).toEqual({
      code: 'VAULT_DAMAGED',
      data: { file: `portfolios/sample/${journal}`, what: 'missing' },
    });
  });

  it('is refused when an earlier segment ends in half a line', async () => {
    await makeCheckpoint();
    const store = await openSampleStore(bed.folder, { policy: neverCheckpoint });
    const value = sampleEvidence(50);
    await store.commit('evidence.add', [{ collection: 'evidence', id: value.id, value }]);
    await store.close();
    await rm(at(checkpoint));
    const good = await readFile(at(journal));
    await writeFile(at(journal), good.subarray(0, good.length - 5));
    expect(await refusal()).toMatchObject({ code: 'VAULT_DAMAGED', data: { what: 'truncated' } });
  });

  it('of a newer format is named with what it needs', async () => {
    const all = await lines();
    await write([...all, `${currentFormat + 1} 7 ${'A'.repeat(80)}`]);
    expect(await refusal()).toEqual({
      code: 'VAULT_NEWER',
      data: { file: `portfolios/sample/${journal}`, needs: `journal format ${currentFormat + 1}` },
    });
  });
});

describe('an unfinished last line', () => {
  it('is cut off wherever it stops, kept aside, and written over by the next save', async () => {
    const good = await readFile(at(journal));
    const start = good.lastIndexOf(0x0a, good.length - 2) + 1;
    for (let end = start + 1; end < good.length; end += 97) {
      await writeFile(at(journal), good.subarray(0, end));
      const store = await openSampleStore(bed.folder, { policy: neverCheckpoint });
      expect(store.head().entries).toBe(5);
      expect(await readFile(at(journal))).toEqual(good.subarray(0, start));
      const aside = [...(await filesBelow(bed.folder))].filter(([name]) => name.includes('.torn-'));
      expect(aside.map(([, bytes]) => bytes)).toContainEqual(good.subarray(start, end));
      const value = sampleEvidence(70);
      await store.commit('evidence.add', [{ collection: 'evidence', id: value.id, value }]);
      const before = contentsOf(store);
      await store.close();
      const again = await openSampleStore(bed.folder, { policy: neverCheckpoint });
      expect(contentsOf(again)).toEqual(before);
      await again.close();
    }
  });

  it('is left alone while something before it is damaged', async () => {
    const good = await readFile(at(journal));
    const bad = Buffer.from(good.subarray(0, good.length - 20));
    bad[30] = (bad[30] ?? 0) ^ 1;
    await writeFile(at(journal), bad);
    expect((await refusal()).code).toBe('VAULT_DAMAGED');
  });
});

describe('a damaged checkpoint', () => {
  it('is refused for a flipped bit anywhere, and for any cut', async () => {
    await makeCheckpoint();
    const good = await readFile(at(checkpoint));
    for (let position = 0; position < good.length; position += position < 120 ? 1 : 41) {
      const bad = Buffer.from(good);
      bad[position] = (bad[position] ?? 0) ^ 0x04;
      await writeFile(at(checkpoint), bad);
      const { code, data } = await refusal();
      expect(code).toBe(position === 3 ? code : 'VAULT_DAMAGED');
      expect(data).toMatchObject({ file: `portfolios/sample/${checkpoint}` });
    }
    for (let end = 0; end < good.length; end += 53) {
      await writeFile(at(checkpoint), good.subarray(0, end));
      expect((await refusal()).code).toBe('VAULT_DAMAGED');
    }
    await writeFile(at(checkpoint), Buffer.concat([good, good.subarray(good.length - 60)]));
    expect((await refusal()).code).toBe('VAULT_DAMAGED');
  });

  it('cannot be renamed to stand for another moment', async () => {
    await makeCheckpoint();
    const good = await readFile(at(checkpoint));
    const store = await openSampleStore(bed.folder, { policy: { ...neverCheckpoint, linesAtClose: 1 } });
    const value = sampleEvidence(60);
    await store.commit('evidence.add', [{ collection: 'evidence', id: value.id, value }]);
    await store.close();
    await writeFile(at('checkpoint-000003.bin'), good);
    expect(await refusal()).toMatchObject({ code: 'VAULT_DAMAGED', data: { what: 'altered' } });
  });
});
