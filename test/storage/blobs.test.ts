import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBlobs } from '#electron/storage/blobs.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import {
  type Bed,
  failureOf,
  filesBelow,
  sampleKey,
  sampleVaultId,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const mebibyte = 1024 ** 2;
let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const open = (folder = bed.folder) =>
  openBlobs(nodeFiles, { key: sampleKey, vaultId: sampleVaultId, store: 'portfolios/sample', folder });
type Blobs = Awaited<ReturnType<typeof open>>;

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function readAll(blobs: Blobs, hash: string): Promise<Buffer> {
  const found = await blobs.read(hash);
  if (found === undefined) throw new Error('not kept');
  const parts: Uint8Array[] = [];
  for await (const part of found.bytes) parts.push(part);
  return Buffer.concat(parts);
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function onlyFile(): Promise<string> {
  const [name] = [...(await filesBelow(bed.folder)).keys()];
  return join(bed.folder, name ?? '');
}

describe('blobs', () => {
  it('come back byte for byte, whatever their size and however they come in', async () => {
    const blobs = await open();
    const sizes = [0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 2 * mebibyte, 2 * mebibyte + 12345];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sizes),
        fc.integer({ min: 1000, max: 3_000_000 }),
        async (size, piece) => {
          const bytes = randomBytes(size);
          const kept = await blobs.put(inPieces(bytes, piece));
          expect(kept).toEqual({ hash: hashOf(bytes), size });
          expect((await blobs.read(kept.hash))?.size).toBe(size);
          expect((await readAll(blobs, kept.hash)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 40, examples: sizes.map((size): [number, number] => [size, 65_536]) },
    );
  });

  it('are kept once, and found again by another opening', async () => {
    const blobs = await open();
    const bytes = randomBytes(1000);
    await Promise.all([blobs.put(inPieces(bytes, 10)), blobs.put(inPieces(bytes, 300))]);
    await blobs.put(inPieces(bytes, 1000));
    expect((await filesBelow(bed.folder)).size).toBe(1);
    const again = await open();
    expect(await again.has(hashOf(bytes))).toBe(true);
    expect(await again.has(hashOf(Buffer.from('other')))).toBe(false);
    expect(await again.read(hashOf(Buffer.from('other')))).toBeUndefined();
  });

  it('leave nothing when the source fails half-way', async () => {
    const blobs = await open();
    async function* failing() {
      yield Buffer.alloc(3 * mebibyte);
      throw new Error('the file went away');
    }
    await expect(blobs.put(failing())).rejects.toThrow('the file went away');
    expect((await filesBelow(bed.folder)).size).toBe(0);
  });

  it('are refused when any part was changed, cut or lengthened, before a byte of that part comes out', async () => {
    const blobs = await open();
    const bytes = randomBytes(2 * mebibyte + 500);
    const { hash } = await blobs.put(inPieces(bytes, mebibyte));
    const path = await onlyFile();
    const good = await readFile(path);
    const positions = [0, 3, 4, 35, 36, 91, 92, 92 + mebibyte + 15, 92 + mebibyte + 16, good.length - 1];
    for (const position of positions) {
      const bad = Buffer.from(good);
      bad[position] = (bad[position] ?? 0) ^ 1;
      await writeFile(path, bad);
      expect((await failureOf(readAll(blobs, hash))).code).toMatch(/^VAULT_(DAMAGED|NEWER)$/);
    }
    for (const end of [0, 50, 92, 92 + mebibyte + 16, 92 + 2 * (mebibyte + 16), good.length - 1]) {
      await writeFile(path, good.subarray(0, end));
      expect((await failureOf(readAll(blobs, hash))).code).toBe('VAULT_DAMAGED');
    }
    await writeFile(path, Buffer.concat([good, Buffer.alloc(5)]));
    expect((await failureOf(readAll(blobs, hash))).code).toBe('VAULT_DAMAGED');
  });

  it('are refused when two of their chunks, or two of them, were swapped', async () => {
    const blobs = await open();
    const { hash } = await blobs.put(inPieces(randomBytes(2 * mebibyte + 500), mebibyte));
    const path = await onlyFile();
    const good = await readFile(path);
    const chunk = mebibyte + 16;
    const swapped = Buffer.concat([
      good.subarray(0, 92),
      good.subarray(92 + chunk, 92 + 2 * chunk),
      good.subarray(92, 92 + chunk),
      good.subarray(92 + 2 * chunk),
    ]);
    await writeFile(path, swapped);
    const seen: Uint8Array[] = [];
    const reading = (async () => {
      for await (const part of (await blobs.read(hash))?.bytes ?? []) seen.push(part);
    })();
    expect(await failureOf(reading)).toMatchObject({ code: 'VAULT_DAMAGED', data: { what: 'altered' } });
    expect(seen).toEqual([]);

    await writeFile(path, good);
    const elsewhere = await temporaryBed();
    const others = await open(elsewhere.folder);
    await others.put(inPieces(randomBytes(2 * mebibyte + 500), mebibyte));
    const [other = ''] = [...(await filesBelow(elsewhere.folder)).keys()];
    await writeFile(path, await readFile(join(elsewhere.folder, other)));
    await elsewhere.remove();
    expect(await failureOf(blobs.read(hash))).toMatchObject({
      code: 'VAULT_DAMAGED',
      data: { what: 'altered' },
    });
  });

  it('tell nothing by their names', async () => {
    const blobs = await open();
    const { hash } = await blobs.put(inPieces(Buffer.from('sample'), 6));
    const path = await onlyFile();
    expect(path).not.toContain(hash.slice(0, 8));
    const wrong = join(bed.folder, hash.slice(0, 2), hash);
    await mkdir(dirname(wrong), { recursive: true });
    await rename(path, wrong);
    expect(await blobs.has(hash)).toBe(false);
  });

  it('go in and out with memory that does not grow with them', async () => {
    const blobs = await open();
    const piece = randomBytes(mebibyte);
    const count = 192;
    async function* large() {
      for (let index = 0; index < count; index += 1) {
        piece.writeUInt32BE(index);
        yield piece;
      }
    }
    // Cannot be measured finer: buffers are freed when the collector likes. 192 MiB held would show all the same.
    const before = process.memoryUsage().rss;
    const { hash, size } = await blobs.put(large());
    expect(size).toBe(count * mebibyte);
    let most = process.memoryUsage().rss;
    let read = 0;
    const found = await blobs.read(hash);
    for await (const part of found?.bytes ?? []) {
      read += part.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(read).toBe(size);
    expect(most - before).toBeLessThan(120 * mebibyte);
  });
});
