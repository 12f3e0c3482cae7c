import { createHash, randomUUID } from 'node:crypto';
import type { UploadIntake } from '#electron/services/ports.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';

/** The intake as the port describes it, in memory. `bytesOf` shows what a finished upload holds. */
export function memoryUploads(limit = 64 * 1024 * 1024) {
  const uploads = new Map<Id, { readonly size: number; bytes: Buffer }>();
  const find = (id: Id) => {
    const upload = uploads.get(id);
    if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
    return upload;
  };
  const intake: UploadIntake = {
    begin: async (size) => {
      if (size > limit) throw failure('FILE_TOO_LARGE', { size, limit });
      const id = randomUUID();
      uploads.set(id, { size, bytes: Buffer.alloc(0) });
      return id;
    },
    append: async (id, offset, chunk) => {
      const upload = find(id);
      if (offset !== upload.bytes.byteLength) {
        throw failure('INVALID', { issues: [{ path: ['offset'], code: 'offset' }] });
      }
      upload.bytes = Buffer.concat([upload.bytes, chunk]);
      return upload.bytes.byteLength;
    },
    finish: async (id, sha256) => {
      const { bytes, size } = find(id);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (bytes.byteLength !== size || hash !== sha256) throw failure('FILE_CHANGED', { name: '' });
    },
    cancel: async (id) => {
      uploads.delete(id);
    },
  };
  return { intake, bytesOf: (id: Id) => uploads.get(id)?.bytes };
}
