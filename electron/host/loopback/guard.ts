import { isDataPath, isPlainPath } from '../paths.ts';
import type { RefusalCode } from '../refusal.ts';
import { showsTicket } from '../tickets.ts';

/** A request's head as it came over the wire: headers in order, with repeats. */
export type RequestHead = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

export type House = {
  /** `127.0.0.1:<port>`, the only Host we answer to. */
  readonly authority: string;
  readonly isSession: (token: string) => boolean;
};

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);
/** Headers decided on here: said twice, two readers could each believe a different one. */
const single = [
  'origin',
  'authorization',
  'content-length',
  'content-type',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
];

/**
 * Decides on the head alone, before any body is read, whether a request may reach the door. Pure.
 *
 * A port on 127.0.0.1 can be reached by every program and, through DNS rebinding, by every web page on the machine;
 * a rebound request is same-origin to its browser and may carry no Origin and no Fetch-Metadata. So Host, Origin,
 * Fetch-Metadata and the session are each checked, exactly and never by prefix.
 * @returns why it is refused, or undefined when it may pass.
 */
export function guard({ method, target, headers }: RequestHead, house: House): RefusalCode | undefined {
  const valuesOf = (wanted: string): readonly string[] =>
    headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));
  const hosts = valuesOf('host');
  if (hosts.length !== 1 || hosts[0] !== house.authority) return 'WRONG_HOST';
  if (single.some((name) => valuesOf(name).length > 1)) return 'BAD_REQUEST';
  if (method === 'OPTIONS') return 'FORBIDDEN_METHOD';
  if (!methods.has(method)) return 'WRONG_METHOD';

  const path = target.split('?', 1)[0] ?? '';
  if (!isPlainPath(path)) return 'BAD_REQUEST';
  const reading = method === 'GET' || method === 'HEAD';
  const [origin] = valuesOf('origin');
  if (origin === undefined ? !reading : origin !== `http://${house.authority}`) return 'WRONG_ORIGIN';
  const [site] = valuesOf('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'WRONG_SITE';

  if (reading && !isDataPath(path)) return undefined;
  // A file that the browser saves straight to disk: our page sends it there, and the door looks at the ticket.
  if (showsTicket(method, target)) return site === 'none' ? 'WRONG_SITE' : undefined;
  // Data is fetched by our page, never opened, framed or posted to by a navigation.
  if (valuesOf('sec-fetch-mode')[0] === 'navigate' || site === 'none') return 'WRONG_SITE';
  if (path === '/session') return method === 'POST' ? undefined : 'WRONG_METHOD';
  const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(valuesOf('authorization')[0] ?? '')?.[1];
  return bearer !== undefined && house.isSession(bearer) ? undefined : 'NO_SESSION';
}
