import type { Services } from '#shared/contract/services.ts';
import { attachmentSchema } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

// Enough for every signature the type detector knows.
const headBytes = 4100;

async function firstBytes(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let length = 0;
  for await (const chunk of bytes) {
    const part = chunk.subarray(0, headBytes - length);
    head.set(part, length);
    length += part.length;
    if (length === headBytes) break;
  }
  return head.subarray(0, length);
}

export function createFilesService(ports: Ports, session: Session): Services['files'] {
  return {
    keep: async ({ portfolioId, uploadId, name }) => {
      const { store } = await session.portfolio(portfolioId);
      const upload = await ports.uploads.take(uploadId);
      if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
      const mediaType = await ports.mediaTypes.of(await firstBytes(upload.bytes()), name);
      const { hash, size } = await store.blobs.put(upload.bytes());
      await ports.uploads.drop(uploadId);
      return attachmentSchema.parse({ hash, size, name, mediaType });
    },
  };
}
