import { Hono } from 'hono';
import { type Id, idSchema, type Sha256, sha256Schema } from '#shared/domain/ids.ts';
import { attachmentDisposition } from './disposition.ts';
import { refuse } from './refusal.ts';

/** Kept bytes of one portfolio, decrypted as they are read; undefined when they are not kept here. */
export type BlobReader = {
  readonly read: (
    portfolioId: Id,
    hash: Sha256,
  ) => Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | undefined>;
};

/** Types a browser may be told; any other file is bytes. Nothing that can hold script is here. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'text/plain']);

/** `GET /<portfolioId>/<hash>?name=…&type=…`: always a download, so a file can never act as a page of ours. */
export function blobRoute(blobs: BlobReader): Hono {
  return new Hono().get('/:portfolioId/:hash', async (c) => {
    const portfolioId = idSchema.safeParse(c.req.param('portfolioId'));
    const hash = sha256Schema.safeParse(c.req.param('hash'));
    if (!portfolioId.success || !hash.success) return refuse('NOTHING_HERE');
    const blob = await blobs.read(portfolioId.data, hash.data);
    if (blob === undefined) return refuse('NOTHING_HERE');
    const type = c.req.query('type') ?? '';
    return new Response(ReadableStream.from(blob.bytes), {
      headers: {
        'content-type': shown.has(type) ? type : 'application/octet-stream',
        'content-length': String(blob.size),
        'content-disposition': attachmentDisposition(c.req.query('name') ?? ''),
      },
    });
  });
}
