import { Hono } from 'hono';
import type { Outbox } from '#electron/services/ports/outbox.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { attachmentDisposition } from './disposition.ts';
import { refuse } from './refusal.ts';

/** The door's half of the outbox. */
export type OutgoingReader = Pick<Outbox, 'read'>;

/** `GET /<id>`: a finished file, always as a download. Its name and type were decided when it was made. */
export function outgoingRoute(outgoing: OutgoingReader): Hono {
  return new Hono().get('/:id', (c) => {
    const id = idSchema.safeParse(c.req.param('id'));
    const file = id.success ? outgoing.read(id.data) : undefined;
    if (file === undefined) return refuse('NOTHING_HERE');
    return new Response(ReadableStream.from(file.bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.size),
        'content-disposition': attachmentDisposition(file.name),
      },
    });
  });
}
