import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { BlobReader } from '#electron/host/blob-route.ts';
import { createDoor, type Door } from '#electron/host/door.ts';
import type { FailureEntry } from '#electron/host/failure-log.ts';
import { startLoopbackHost } from '#electron/host/loopback/loopback-host.ts';
import type { OutgoingReader } from '#electron/host/outgoing-route.ts';
import { createRouter } from '#electron/host/router.ts';
import { type AppClient, createRouterClient } from '#electron/host/router-client.ts';
import { createStatics } from '#electron/host/statics.ts';
import type { Services } from '#shared/contract/services.ts';
import { fakeServices } from './door-services.ts';
import { rendererFolder } from './door-statics.ts';
import { memoryUploads } from './door-uploads.ts';

/** A door over fakes, reached in one way. `fetch` asks as the app's own page would. */
export type DoorHost = {
  readonly origin: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly client: AppClient;
  readonly failures: FailureEntry[];
  readonly bytesOf: (id: string) => Buffer | undefined;
  readonly close: () => Promise<void>;
};
export type DoorFakes = {
  readonly services?: Services;
  readonly blobs?: BlobReader;
  readonly outgoing?: OutgoingReader;
  readonly now?: () => number;
};

const noBlobs: BlobReader = { read: async () => undefined };
const noOutgoing: OutgoingReader = { read: () => undefined };

/** Named, because the router's own type is too long to be written out. */
export type MadeDoor = {
  readonly door: Door;
  readonly router: ReturnType<typeof createRouter>;
  readonly statics: Awaited<ReturnType<typeof createStatics>>;
  readonly failures: FailureEntry[];
  readonly bytesOf: DoorHost['bytesOf'];
  readonly remove: () => Promise<void>;
};

/** The door with real static files, uploads in memory and the given services. */
export async function makeDoor(fakes: DoorFakes): Promise<MadeDoor> {
  const { services = fakeServices({}), blobs = noBlobs, outgoing = noOutgoing, now } = fakes;
  const failures: FailureEntry[] = [];
  const failureLog = (entry: FailureEntry) => void failures.push(entry);
  const renderer = await rendererFolder();
  const uploads = memoryUploads();
  const router = createRouter(services, failureLog);
  const statics = await createStatics(renderer.folder);
  const door = createDoor({ router, statics, uploads: uploads.intake, blobs, outgoing, failureLog, now });
  return { door, router, statics, failures, bytesOf: uploads.bytesOf, remove: renderer.remove };
}

const clientOf = (origin: string, send: (request: Request) => Promise<Response>): AppClient =>
  createORPCClient(new RPCLink({ url: `${origin}/rpc`, fetch: send }));

/** The desktop's way: the door is called with requests of its own scheme. */
export async function inProcess(fakes: DoorFakes): Promise<DoorHost> {
  const { door, failures, bytesOf, remove } = await makeDoor(fakes);
  const origin = 'app://bundle';
  const fetch = (path: string, init?: RequestInit) => door(new Request(`${origin}${path}`, init));
  return { origin, fetch, client: clientOf(origin, door), failures, bytesOf, close: remove };
}

/** The router alone, called as a function; its `fetch` is the door's. */
export async function routerOnly(fakes: DoorFakes): Promise<DoorHost> {
  const { door, router, failures, bytesOf, remove } = await makeDoor(fakes);
  const fetch = (path: string, init?: RequestInit) => door(new Request(`app://bundle${path}`, init));
  return {
    origin: 'app://bundle',
    fetch,
    client: createRouterClient(router),
    failures,
    bytesOf,
    close: remove,
  };
}

/** Exchanges a boot token as the page does. */
export async function openSession(address: string): Promise<string> {
  const { origin, hash } = new URL(address);
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: hash.replace('#token=', '') }),
  });
  const { session } = (await answer.json()) as { readonly session: string };
  return session;
}

/** The browser's way: a real loopback host, with a session. */
export async function overLoopback(fakes: DoorFakes): Promise<DoorHost> {
  const { door, failures, bytesOf, remove } = await makeDoor(fakes);
  const host = await startLoopbackHost({ door, log: () => undefined });
  const session = await openSession(host.address);
  const send = (request: Request) => {
    request.headers.set('authorization', `Bearer ${session}`);
    request.headers.set('origin', host.origin);
    return fetch(request);
  };
  return {
    origin: host.origin,
    fetch: (path, init) => send(new Request(`${host.origin}${path}`, init)),
    client: clientOf(host.origin, send),
    failures,
    bytesOf,
    close: async () => {
      await host.close();
      await remove();
    },
  };
}

export const hosts = [
  ['in process', inProcess],
  ['over loopback', overLoopback],
] as const satisfies readonly (readonly [string, (fakes: DoorFakes) => Promise<DoorHost>])[];

/** Counts what gets past a host's guards. */
export function counted(door: Door): { readonly door: Door; readonly calls: () => number } {
  let calls = 0;
  return {
    door: (request) => {
      calls += 1;
      return door(request);
    },
    calls: () => calls,
  };
}
