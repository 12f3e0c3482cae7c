import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Door } from '../door.ts';
import { errorName } from '../failure-log.ts';
import { refuse } from '../refusal.ts';
import { newNonce, secured, securityHeaders } from '../security-headers.ts';
import { maxChunk } from '../upload-route.ts';
import { guard } from './guard.ts';
import { createIdleWatch } from './idle-watch.ts';
import { rawPairs, send, toRequest } from './node-http.ts';
import { answerSession } from './session-route.ts';
import { createTokens } from './tokens.ts';

export type LoopbackOptions = {
  readonly door: Door;
  /** 0 or absent: one the system picks. */
  readonly port?: number;
  readonly log: (event: string, data: Readonly<Record<string, string | number | boolean>>) => void;
  /** Closes itself after this long without a request that passed the guard. Absent: never. */
  readonly idleMinutes?: number;
  /** The time in milliseconds, for the life of boot tokens. */
  readonly now?: () => number;
  /** How long a client may take to send its headers, and its whole request, in milliseconds. */
  readonly patience?: { readonly headers: number; readonly request: number };
};

export type LoopbackHost = {
  readonly origin: string;
  /** Where to open the app: holds a boot token, good once and for a minute. */
  readonly address: string;
  /** A further address, for another tab or after the first has expired. */
  readonly newAddress: () => string;
  /** Stops listening, lets answers under way finish, ends every session. */
  readonly close: () => Promise<void>;
  /** Called after the host has closed itself for want of use. Returns its own remover. */
  readonly onIdle: (listener: () => void) => () => void;
};

const loopback = '127.0.0.1';
const defaultPatience = { headers: 10_000, request: 120_000 };
/** How long answers under way may take once the host is closing, in milliseconds. */
const closingTime = 3_000;

/** Serves a door to browsers on this machine, behind the guards of `guard.ts`. Fails when the port is taken. */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const { door, log, patience = defaultPatience } = options;
  const tokens = createTokens(options.now ?? Date.now);
  const idleListeners = new Set<() => void>();

  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: Math.min(1_000, patience.headers),
    maxHeaderSize: 16 * 1024,
    // Refused by the guard, with our headers, instead of by Node.
    requireHostHeader: false,
  });
  server.maxConnections = 100;
  const port = await listen(server, options.port ?? 0);
  const authority = `${loopback}:${port}`;
  const origin = `http://${authority}`;

  const answer = async (incoming: IncomingMessage, signal: AbortSignal): Promise<Response> => {
    const request = await toRequest(incoming, origin, maxChunk, signal);
    if (request === undefined) return own(refuse('BODY_TOO_LARGE'));
    const forSession = new URL(request.url).pathname === '/session';
    return forSession ? own(await answerSession(request, tokens)) : door(request);
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const head = { method: incoming.method ?? '', target: incoming.url ?? '', headers: rawPairs(incoming) };
    const refused = guard(head, { authority, isSession: tokens.isSession });
    const ended = refused === undefined ? idle.begin() : () => undefined;
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    try {
      if (refused !== undefined) log('host.refused', { code: refused });
      const response = refused === undefined ? await answer(incoming, gone.signal) : own(refuse(refused));
      // A body that was not read must not be taken for the next request.
      if (!incoming.complete) outgoing.setHeader('connection', 'close');
      await send(response, outgoing);
    } catch (thrown) {
      if (!gone.signal.aborted) log('host.failed', { error: errorName(thrown) });
      outgoing.destroy();
    } finally {
      ended();
    }
  };

  const close = async (): Promise<void> => {
    idle.stop();
    tokens.clear();
    await stop(server);
  };
  const idle = createIdleWatch(
    options.idleMinutes === undefined ? undefined : options.idleMinutes * 60_000,
    () => {
      log('host.idle', {});
      void close().then(() => {
        for (const listener of idleListeners) listener();
      });
    },
  );

  server.on('request', (incoming, outgoing) => void handle(incoming, outgoing));
  server.on('clientError', answerBadClient);
  const newAddress = (): string => `${origin}/#token=${tokens.newBoot()}`;
  return {
    origin,
    address: newAddress(),
    newAddress,
    close,
    onIdle: (listener) => {
      idleListeners.add(listener);
      return () => void idleListeners.delete(listener);
    },
  };
}

/** The host's own answers carry the same headers as the door's. */
const own = (response: Response): Response => secured(response, newNonce());

/** Bound to the loopback address alone, never to a name that could resolve elsewhere. */
const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), closingTime);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });

/** What is not HTTP, or comes too slowly, or has too much head: a bare answer that says nothing. */
function answerBadClient(fault: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || fault.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    fault.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : fault.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request';
  const headers = Object.entries(securityHeaders(newNonce())).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n${headers.join('')}\r\n`);
}
