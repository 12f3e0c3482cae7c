import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts } from '#electron/storage/drafts.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { faultyFiles } from '#test/support/storage-faults.ts';
import { idFrom, sampleClock, sampleInstant } from '#test/support/storage-samples.ts';
import {
  type Bed,
  failureOf,
  filesBelow,
  sampleKey,
  sampleVaultId,
  temporaryBed,
} from '#test/support/storage-stores.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const drafts = (options: Partial<Parameters<typeof createDrafts>[0]> = {}) =>
  createDrafts({
    files: nodeFiles,
    clock: sampleClock,
    folder: bed.folder,
    vaultId: sampleVaultId,
    dataKey: sampleKey,
    ...options,
  });
const file = async (at = 0) =>
  join(bed.folder, 'drafts', (await readdir(join(bed.folder, 'drafts')))[at] ?? '');

describe('unsaved text', () => {
  it('is given back as it was written, replaced, listed and removed', async () => {
    const kept = drafts();
    expect(await kept.list()).toEqual([]);
    expect(await kept.get('evidence/new')).toBeUndefined();
    expect(await kept.put('evidence/new', '{"title":"Sepsis"}')).toBe(sampleInstant);
    await kept.put('evidence/new', '{"title":"Sepsis audit — ŵ"}');
    await kept.put('review/new', '');
    await kept.close();
    const again = drafts();
    expect(await again.get('evidence/new')).toEqual({
      key: 'evidence/new',
      savedAt: sampleInstant,
      text: '{"title":"Sepsis audit — ŵ"}',
    });
    expect((await again.list()).map(({ key }) => key).sort()).toEqual(['evidence/new', 'review/new']);
    await again.remove('evidence/new');
    await again.remove('evidence/new');
    expect(await again.get('evidence/new')).toBeUndefined();
    expect(await readdir(join(bed.folder, 'drafts'))).toHaveLength(1);
  });

  it('is on disk as ciphertext under names that tell nothing', async () => {
    await drafts().put('evidence/new', 'CANARYxylophone');
    for (const [name, bytes] of await filesBelow(bed.folder)) {
      expect(bytes.includes('CANARY')).toBe(false);
      expect(name).toMatch(/^drafts\/[0-9a-f]{32}\.draft$/);
    }
  });

  it('in the order it was kept: the last one wins', async () => {
    const kept = drafts();
    await Promise.all(Array.from({ length: 20 }, (_, number) => kept.put('a', String(number))));
    expect((await kept.get('a'))?.text).toBe('19');
  });

  it('that is being kept when the vault closes is kept; after that none is taken', async () => {
    const kept = drafts();
    const keeping = kept.put('a', 'the last words');
    await kept.close();
    await keeping;
    expect((await failureOf(kept.put('a', 'too late'))).code).toBe('LOCKED');
    expect((await drafts().get('a'))?.text).toBe('the last words');
  });

  it('is not taken while the vault may only be read', async () => {
    expect((await failureOf(drafts({ mayWrite: () => false }).put('a', 'words'))).code).toBe('READ_ONLY');
    expect([...(await filesBelow(bed.folder))]).toEqual([]);
  });

  it('of before is still there when the disk refuses the new', async () => {
    await drafts().put('a', 'before');
    const faulty = faultyFiles(nodeFiles);
    for (let at = 0; at < 4; at += 1) {
      faulty.arm({ at, kind: 'ENOSPC', lasting: false });
      await failureOf(drafts({ files: faulty.files }).put('a', 'after')).catch(() => undefined);
      expect(['before', 'after']).toContain((await drafts().get('a'))?.text);
    }
  });

  it('is refused, not shown, when it was moved, altered, or belongs to another vault', async () => {
    const kept = drafts();
    await kept.put('a', 'text of a');
    const a = await file();
    const whole = await readFile(a);
    await kept.put('b', 'text of b');
    const names = await readdir(join(bed.folder, 'drafts'));
    const b = join(bed.folder, 'drafts', names.find((name) => !a.endsWith(name)) ?? '');
    await writeFile(b, whole);
    expect(await failureOf(kept.get('b'))).toMatchObject({
      code: 'VAULT_DAMAGED',
      data: { what: 'altered' },
    });
    await writeFile(a, whole.subarray(0, -1));
    expect((await failureOf(kept.get('a'))).code).toBe('VAULT_DAMAGED');
    await writeFile(a, whole.subarray(0, 2));
    expect((await failureOf(kept.get('a'))).data).toMatchObject({ what: 'unreadable' });
    await writeFile(a, Buffer.concat([Buffer.from('WMU9'), whole.subarray(4)]));
    expect((await failureOf(kept.get('a'))).code).toBe('VAULT_NEWER');
    await writeFile(a, whole);
    expect((await failureOf(drafts({ vaultId: idFrom(2, 7) }).list())).code).toBe('VAULT_DAMAGED');
  });
});
