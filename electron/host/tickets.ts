import { randomBytes } from 'node:crypto';
import type { Id } from '#shared/domain/ids.ts';

/** How long a ticket waits for the browser that asked for it, in milliseconds. */
export const ticketLifetime = 30_000;

/** The one form in which a ticket is shown: the path of a finished file, and the ticket alone. */
const ticketed = /^\/outgoing\/[0-9a-f-]{36}\?ticket=[A-Za-z0-9_-]{43}$/;

/** Whether a request shows a ticket instead of a session. @param target path and query as they came. */
export const showsTicket = (method: string, target: string): boolean =>
  method === 'GET' && ticketed.test(target);

export type Tickets = {
  /** A new ticket for one file: 256 bits, good once and for `ticketLifetime`. */
  readonly issue: (id: Id) => string;
  /** Whether it is good for this file. Whatever the answer, it is spent. */
  readonly redeem: (ticket: string, id: Id) => boolean;
};

/**
 * Tickets of one run of the door, in memory only. A browser that saves to disk cannot send a header along; a page that
 * fetched the bytes itself would hold all of them in memory.
 * @param now the time in milliseconds.
 */
export function createTickets(now: () => number): Tickets {
  const live = new Map<string, { readonly id: Id; readonly expires: number }>();
  return {
    issue: (id) => {
      for (const [ticket, { expires }] of live) if (expires <= now()) live.delete(ticket);
      const ticket = randomBytes(32).toString('base64url');
      live.set(ticket, { id, expires: now() + ticketLifetime });
      return ticket;
    },
    redeem: (ticket, id) => {
      const found = live.get(ticket);
      live.delete(ticket);
      return found !== undefined && found.id === id && found.expires > now();
    },
  };
}
