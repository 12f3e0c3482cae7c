import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/storage/files.ts';
import { createUploads } from '#electron/storage/uploads.ts';
import { faultyFiles } from '#test/support/storage-faults.ts';
import { type Bed, failureOf, filesBelow, temporaryBed } from '#test/support/storage-stores.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const newId = () => randomUUID();
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe('uploads', () => {
  it('come in piece by piece and can be read as often as wanted', async () => {
    const uploads = createUploads({ folder: bed.folder, newId });
    const bytes = randomBytes(5_000_000);
    const id = await uploads.begin(bytes.length);
    expect(await uploads.append(id, 0, bytes.subarray(0, 3_000_000))).toBe(3_000_000);
    expect(await uploads.take(id)).toBeUndefined();
    expect(await uploads.append(id, 3_000_000, bytes.subarray(3_000_000))).toBe(bytes.length);
    await uploads.finish(id, hashOf(bytes));
    const taken = await uploads.take(id);
    if (taken === undefined) throw new Error('not there');
    expect(taken).toMatchObject({ size: bytes.length, hash: hashOf(bytes) });
    expect((await collect(taken.bytes())).equals(bytes)).toBe(true);
    expect((await collect(taken.bytes())).equals(bytes)).toBe(true);
    await uploads.drop(id);
    expect(await uploads.take(id)).toBeUndefined();
    expect((await filesBelow(bed.folder)).size).toBe(0);
  });

  it('may be empty', async () => {
    const uploads = createUploads({ folder: bed.folder, newId });
    const id = await uploads.begin(0);
    await uploads.finish(id, hashOf(Buffer.alloc(0)));
    expect((await uploads.take(id))?.size).toBe(0);
  });

  it('are encrypted while they wait', async () => {
    const uploads = createUploads({ folder: bed.folder, newId });
    const bytes = Buffer.from('CANARYxylophone'.repeat(100));
    const id = await uploads.begin(bytes.length);
    await uploads.append(id, 0, bytes);
    const [content] = [...(await filesBelow(bed.folder)).values()];
    expect(content?.length).toBeGreaterThan(bytes.length);
    expect(content?.includes('CANARY')).toBe(false);
    await uploads.dropAll();
  });

  it('are refused when too large, out of step, longer than announced, or not what was announced', async () => {
    const uploads = createUploads({ folder: bed.folder, newId });
    const limit = 2 * 1024 ** 3;
    expect(await failureOf(uploads.begin(limit + 1))).toEqual({
      code: 'FILE_TOO_LARGE',
      data: { size: limit + 1, limit },
    });
    expect((await failureOf(uploads.begin(-1))).code).toBe('INVALID');
    const id = await uploads.begin(10);
    await uploads.append(id, 0, Buffer.alloc(4));
    expect((await failureOf(uploads.append(id, 0, Buffer.alloc(4)))).code).toBe('INVALID');
    expect((await failureOf(uploads.append(id, 5, Buffer.alloc(4)))).code).toBe('INVALID');
    expect((await failureOf(uploads.append(id, 4, Buffer.alloc(7)))).code).toBe('INVALID');
    await uploads.append(id, 4, Buffer.alloc(6));
    expect((await failureOf(uploads.finish(id, hashOf(Buffer.alloc(9))))).code).toBe('FILE_CHANGED');
    expect((await failureOf(uploads.append(id, 10, Buffer.alloc(0)))).code).toBe('NOT_FOUND');
    const short = await uploads.begin(10);
    await uploads.append(short, 0, Buffer.alloc(4));
    expect((await failureOf(uploads.finish(short, hashOf(Buffer.alloc(4))))).code).toBe('FILE_CHANGED');
    expect((await filesBelow(bed.folder)).size).toBe(0);
  });

  it('go on after a full disk, from the bytes that were acknowledged', async () => {
    const disk = faultyFiles(nodeFiles);
    const uploads = createUploads({ folder: bed.folder, newId, files: disk.files });
    const bytes = randomBytes(2000);
    const id = await uploads.begin(bytes.length);
    await uploads.append(id, 0, bytes.subarray(0, 700));
    disk.arm({ at: 0, kind: 'short', lasting: true });
    expect((await failureOf(uploads.append(id, 700, bytes.subarray(700)))).code).toBe('DISK_FULL');
    disk.arm(undefined);
    await uploads.append(id, 700, bytes.subarray(700));
    await uploads.finish(id, hashOf(bytes));
    const taken = await uploads.take(id);
    expect(taken && (await collect(taken.bytes())).equals(bytes)).toBe(true);
  });

  it('are all dropped at once, finished or not', async () => {
    const uploads = createUploads({ folder: bed.folder, newId });
    const id = await uploads.begin(1);
    await uploads.append(id, 0, Buffer.alloc(1));
    await uploads.dropAll();
    expect((await failureOf(uploads.append(id, 1, Buffer.alloc(0)))).code).toBe('NOT_FOUND');
  });
});
