import { type LoopbackHost, startLoopbackHost } from '#electron/host/loopback/loopback-host.ts';
import { counted, makeDoor, openSession } from './door-hosts.ts';
import { fakeServices, lockedStatus } from './door-services.ts';
import { type Header, type RawAnswer, rawHead, rawRequest } from './door-socket.ts';

export type GuardedHost = {
  readonly host: LoopbackHost;
  readonly port: number;
  /** How often the door was reached. */
  readonly calls: () => number;
  readonly logged: readonly unknown[];
  /** Moves the host's clock, in milliseconds. */
  readonly wait: (milliseconds: number) => void;
  /** Fills in `$port` and `$bearer`. */
  readonly fill: (text: string) => string;
  readonly ask: (
    method: string,
    target: string,
    headers: readonly Header[],
    body?: string,
  ) => Promise<RawAnswer>;
  readonly close: () => Promise<void>;
};

/** Milliseconds for all headers, and for the whole request. */
const little = { headers: 150, request: 300 };

/** A real loopback host with one session, a clock of its own and little patience unless told, asked through raw sockets. */
export async function guardedHost(patience = little): Promise<GuardedHost> {
  const made = await makeDoor({ services: fakeServices({ app: { status: async () => lockedStatus } }) });
  const { door, calls } = counted(made.door);
  const logged: unknown[] = [];
  let now = 1_000_000;
  const host = await startLoopbackHost({
    door,
    log: (event, data) => void logged.push({ event, data }),
    now: () => now,
    patience,
  });
  const port = Number(new URL(host.origin).port);
  const bearer = `Bearer ${await openSession(host.address)}`;
  const fill = (text: string) => text.replaceAll('$port', String(port)).replaceAll('$bearer', bearer);
  return {
    host,
    port,
    calls,
    logged,
    wait: (milliseconds) => {
      now += milliseconds;
    },
    fill,
    ask: (method, target, headers, body = '') => {
      const length: readonly Header[] = body === '' ? [] : [['Content-Length', String(body.length)]];
      return rawRequest(port, fill(rawHead(method, target, [...headers, ...length])) + body);
    },
    close: async () => {
      await host.close();
      await made.remove();
    },
  };
}
