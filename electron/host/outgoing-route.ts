import { Hono } from 'hono';
import type { Outbox } from '#electron/services/ports/outbox.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { attachmentDisposition } from './disposition.ts';
import { refuse } from './refusal.ts';
import { createTickets } from './tickets.ts';

/** The door's half of the outbox. */
export type OutgoingReader = Pick<Outbox, 'read'>;

/**
 * `GET /<id>`: a finished file, always as a download. Its name and type were decided when it was made.
 * `POST /<id>/ticket`: `{ticket}`, with which a browser may fetch it once by `GET /<id>?ticket=…`, straight to disk.
 * @param now the time in milliseconds, for the life of tickets.
 */
export function outgoingRoute(outgoing: OutgoingReader, now: () => number): Hono {
  const tickets = createTickets(now);
  const waiting = (given: string) => {
    const id = idSchema.safeParse(given);
    const file = id.success ? outgoing.read(id.data) : undefined;
    return id.success && file !== undefined ? { id: id.data, file } : undefined;
  };
  return new Hono()
    .post('/:id/ticket', (c) => {
      const found = waiting(c.req.param('id'));
      if (found === undefined) return refuse('NOTHING_HERE');
      return Response.json({ ticket: tickets.issue(found.id) });
    })
    .get('/:id', (c) => {
      const found = waiting(c.req.param('id'));
      const { search, searchParams } = new URL(c.req.url);
      // With anything in the query the host may have asked for no session: then the ticket has to be good.
      const refused =
        search !== '' && !tickets.redeem(searchParams.get('ticket') ?? '', found?.id ?? c.req.param('id'));
      if (refused) return refuse('NO_SESSION');
      if (found === undefined) return refuse('NOTHING_HERE');
      const { file } = found;
      return new Response(ReadableStream.from(file.bytes), {
        headers: {
          'content-type': file.mediaType,
          'content-length': String(file.size),
          'content-disposition': attachmentDisposition(file.name),
        },
      });
    });
}
