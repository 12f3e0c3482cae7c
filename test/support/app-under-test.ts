import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type App, type AppOptions, createApp } from '#electron/app.ts';
import { startLoopbackHost } from '#electron/host/loopback/loopback-host.ts';
import type { AppClient } from '#electron/host/router-client.ts';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { PortfolioInput } from '#shared/domain/portfolio.ts';
import type { ReviewConclusion, ReviewPlan } from '#shared/domain/review.ts';
import { testFolders } from './renderer-folder.ts';

/** The ways a call can travel; every contract test runs over both. */
export const transports = ['in process', 'over the loopback host'] as const;
export type Transport = (typeof transports)[number];

export type AppUnderTest = {
  readonly client: AppClient;
  readonly app: App;
  readonly vaultFolder: string;
  /** Sends one raw request, as the page would. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
};

const passphrase = 'a long test passphrase';
export const testPassphrase = passphrase;

async function overLoopback(app: App) {
  const host = await startLoopbackHost({ door: app.door, log: () => undefined });
  const token = new URL(host.address).hash.slice('#token='.length);
  const origin = { origin: host.origin, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${host.origin}/session`, {
    method: 'POST',
    headers: { ...origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const { session } = (await answer.json()) as { session: string };
  return {
    base: host.origin,
    send: (request: Request) => {
      const headers = new Headers(request.headers);
      for (const [name, value] of Object.entries({ ...origin, authorization: `Bearer ${session}` }))
        headers.set(name, value);
      return fetch(new Request(request, { headers }));
    },
    close: () => host.close(),
  };
}

/** A whole app over an empty temporary folder: real storage, real keys, real PDF layout. */
export async function startApp(
  transport: Transport,
  options: Pick<AppOptions, 'clock' | 'files' | 'keychain' | 'autoLock' | 'readFiles'> = {},
): Promise<AppUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-contract-'));
  const logged: string[] = [];
  const vaultFolder = join(folder, 'vault');
  const app = await createApp({
    vaultFolder,
    host: 'browser',
    log: (event, data) => logged.push(JSON.stringify({ event, ...data })),
    folders: await testFolders(folder),
    ...options,
  });
  const inProcess = {
    base: 'http://waymark.invalid',
    send: (request: Request) => app.door(request),
    close: async () => undefined,
  };
  const way = transport === 'in process' ? inProcess : await overLoopback(app);
  const client: AppClient = createORPCClient(
    new RPCLink({ url: `${way.base}/rpc`, fetch: (request) => way.send(request) }),
  );
  return {
    client,
    app,
    vaultFolder,
    logged,
    send: (path, init) => way.send(new Request(`${way.base}${path}`, init)),
    close: async () => {
      await way.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The code and data of the typed error a call ends with; a call that succeeds, or fails untyped, is a test failure. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ readonly code: string; readonly data: unknown }> {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof ORPCError && thrown.defined) return { code: thrown.code, data: thrown.data };
    throw thrown;
  }
  throw new Error('the call was expected to be refused');
}

/**
 * Calls begun together and looked at one after another: one that is refused while an earlier one is still under way would
 * else count as a refusal nobody heard.
 */
export function heard<T extends readonly Promise<unknown>[]>(calls: T): T {
  for (const call of calls) call.catch(() => undefined);
  return calls;
}

export const testProfile = {
  name: 'Dr Test Doctor (invented)',
  roles: ['doctor'],
  gmcNumber: '0000009',
} as const;

export const testPortfolio: PortfolioInput = {
  doctor: { name: testProfile.name, gmcNumber: testProfile.gmcNumber },
  packId: 'general-internal-medicine',
  targetDate: '2028-01-31',
  employer: 'Test NHS Trust (invented)',
};

export const testItem: EvidenceInput = {
  type: 'cpd',
  title: 'Advanced life support',
  startedOn: '2026-03-01',
  endedOn: null,
  place: 'Test Hospital (invented)',
  role: '',
  reflection: '',
  hours: 8,
  details: {},
  attachments: [],
  links: [{ capability: 'IM7', pages: '', note: '' }],
  verification: null,
};

export const testPlan = (): ReviewPlan => ({
  heldOn: '2026-11-10',
  place: 'Test Hospital (invented)',
  period: { from: '2025-11-10', to: '2026-11-10' },
  panel: [
    {
      id: crypto.randomUUID(),
      name: 'Dr Test Chair (invented)',
      role: 'chair',
      gmcNumber: '0000008',
      organisation: '',
    },
    {
      id: crypto.randomUUID(),
      name: 'Dr Test Supervisor (invented)',
      role: 'supervisor',
      gmcNumber: null,
      organisation: '',
    },
  ],
});

export const testConclusion: ReviewConclusion = {
  progressMade: 'Two projects finished.',
  progressNeeded: 'Research.',
  actions: [],
  followUps: [],
  outcome: defaultOutcomes[0] ?? null,
  outcomeReason: 'Steady progress.',
  nextReviewOn: '2031-01-10',
};

/** An open vault with one portfolio: what most tests start from. */
export async function withPortfolio(under: AppUnderTest): Promise<string> {
  await under.client.app.createVault({ passphrase, profile: testProfile });
  return (await under.client.portfolios.create(testPortfolio)).id;
}

/** Sends bytes up as the page does, and returns the finished upload's id. */
export async function upload(
  { send }: Pick<AppUnderTest, 'send'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const json = { 'content-type': 'application/json' };
  const begun = await send('/uploads', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ size: bytes.length }),
  });
  const { id } = (await begun.json()) as { id: string };
  await send(`/uploads/${id}?offset=0`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const finished = await send(`/uploads/${id}/finish`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ sha256 }),
  });
  if (!finished.ok) throw new Error(`upload refused: ${finished.status}`);
  return id;
}
