import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutbox } from '#electron/storage/outbox.ts';
import { type Bed, failureOf, filesBelow, temporaryBed } from '#test/support/storage-stores.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const newId = () => randomUUID();
async function collect(bytes: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes ?? []) parts.push(part);
  return Buffer.concat(parts);
}
async function* inParts(bytes: Uint8Array, size: number, fault?: Error) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  if (fault !== undefined) throw fault;
}
const file = { name: 'x.waymark', mediaType: 'application/octet-stream' };

describe('finished files', () => {
  it.each([0, 1, 1024 ** 2 - 1, 1024 ** 2, 1024 ** 2 + 1, 5_000_000])(
    'of %i bytes come back as they were, sealed or as they are',
    async (size) => {
      const outbox = createOutbox({ folder: bed.folder, newId });
      const bytes = randomBytes(size);
      for (const encrypted of [false, true]) {
        const kept = await outbox.keep({ ...file, bytes: inParts(bytes, 70_001), encrypted });
        expect(kept).toMatchObject({ size, sha256: createHash('sha256').update(bytes).digest('hex') });
        expect((await collect(outbox.read(kept.id)?.bytes)).equals(bytes)).toBe(true);
        expect((await collect(outbox.read(kept.id)?.bytes)).equals(bytes)).toBe(true);
      }
      await outbox.dropAll();
      expect((await filesBelow(bed.folder)).size).toBe(0);
    },
  );

  it('are encrypted while they wait, and told apart from altered ones', async () => {
    const outbox = createOutbox({ folder: bed.folder, newId });
    const { id } = await outbox.keep({ ...file, bytes: inParts(Buffer.from('CANARY'.repeat(1000)), 100) });
    const [path, content] = [...(await filesBelow(bed.folder)).entries()][0] ?? [];
    if (path === undefined || content === undefined) throw new Error('nothing kept');
    expect(content.includes('CANARY')).toBe(false);
    content[500] = (content[500] ?? 0) ^ 1;
    await writeFile(`${bed.folder}/${path}`, content);
    expect(await failureOf(collect(outbox.read(id)?.bytes))).toMatchObject({ code: 'VAULT_DAMAGED' });
  });

  it('leave nothing when their source fails', async () => {
    const outbox = createOutbox({ folder: bed.folder, newId });
    const broken = inParts(randomBytes(3_000_000), 500_000, new Error('no more'));
    await expect(outbox.keep({ ...file, bytes: broken })).rejects.toThrow('no more');
    expect((await filesBelow(bed.folder)).size).toBe(0);
  });
});
