import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type App, createApp } from '#electron/app.ts';
import type { AppClient } from '#electron/host/router-client.ts';
import type { UploadIntake } from '#electron/services/ports.ts';
import { largePassphrase, makeLargeVault } from '#test/support/large-vault.ts';
import { watchTurns } from '#test/support/turns.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { builtFolders } from './built-folders.ts';
import { quietest } from './statistics.ts';

const count = 10_000;
const rounds = 3;
/** What a person notices as a pause. Milliseconds. */
const pause = 50;

type Bed = { readonly app: App; readonly client: AppClient; readonly portfolioId: string };
type Act = readonly [name: string, work: () => Promise<unknown>];

/** Waits for a job, asking seldom: what is measured is the work, not the asking. */
async function done(client: AppClient, job: Promise<{ readonly jobId: string }>): Promise<unknown> {
  const { jobId } = await job;
  for (;;) {
    const { state, result, failure } = await client.jobs.get({ id: jobId });
    if (state === 'done') return result;
    if (state !== 'running') throw new Error(`${state}: ${JSON.stringify(failure)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A spreadsheet of courses, each another one. */
const sheet = (rows: number, round: number) =>
  new TextEncoder().encode(
    [
      'Title,Type,Date,Hospital,Hours,Capabilities,Reflection',
      ...Array.from({ length: rows }, (_, at) => {
        const day = String(1 + (at % 28)).padStart(2, '0');
        return `Course ${round} ${at},CPD,${day}/03/2026,Test Hospital (invented),4,IM7,"What number ${at} taught me"`;
      }),
    ].join('\n'),
  );

async function uploaded({ ports }: App, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const uploads = ports.uploads as unknown as UploadIntake;
  const id = await uploads.begin(bytes.length);
  await uploads.append(id, 0, bytes);
  await uploads.finish(id, createHash('sha256').update(bytes).digest('hex'));
  return id;
}

async function importing({ app, client, portfolioId }: Bed, rows: number, round: number) {
  const file = { name: 'courses.csv', uploadId: await uploaded(app, sheet(rows, round)) };
  const { columns } = await client.intake.readTable({ file, sheet: null });
  const source = { kind: 'spreadsheet' as const, file, sheet: null, columns };
  const all = { portfolioId, source, files: [] };
  const numbers = Array.from({ length: rows }, (_, at) => at + 2);
  return {
    preview: () => client.intake.preview(all),
    commit: () => client.intake.importRows({ ...all, rows: numbers }),
  };
}

async function actsOf(bed: Bed, round: number): Promise<readonly Act[]> {
  const { client, portfolioId } = bed;
  const few = await importing(bed, 200, round);
  const many = await importing(bed, 1000, round + rounds);
  const { backups } = await client.backups.status();
  const backup = backups[0]?.name ?? '';
  return [
    [
      'another target date is tried',
      () => client.coverage.ageing({ portfolioId, on: `2029-0${round + 1}-01` }),
    ],
    ['my data is counted', () => client.yourData.show()],
    ['verifiers are listed', () => client.registers.verifiers({ portfolioId })],
    ['the identifier check is summed up', () => client.identifiers.summary({ portfolioId, ids: null })],
    ['200 rows are looked at', few.preview],
    ['200 rows come in', few.commit],
    ['1000 rows come in', many.commit],
    ['a backup is compared', () => done(client, client.backups.previewMerge({ backup }))],
    ['the vault is checked', () => done(client, client.backups.check())],
    [
      'what a package would hold is listed',
      () => client.packages.contents({ portfolioId, audience: 'self', exclude: [] }),
    ],
  ];
}

/** Whatever somebody starts in a large portfolio, the thread that serves the screen goes on answering. */
export async function pauseBenches(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-pauses-'));
  const vaultFolder = join(folder, 'vault');
  await makeLargeVault(vaultFolder, count);
  // The build's own thread programs: what is measured is what is shipped.
  const folders = builtFolders();
  const app = await createApp({ vaultFolder, host: 'browser', folders });
  const link = new RPCLink({ url: 'http://waymark.invalid/rpc', fetch: (request) => app.door(request) });
  const client: AppClient = createORPCClient(link);
  const longest = new Map<string, number[]>();
  const measure = async ([name, work]: Act) => {
    const stopped = watchTurns();
    await work();
    longest.set(name, [...(longest.get(name) ?? []), stopped()]);
  };
  try {
    await client.app.unlock({ passphrase: largePassphrase });
    const portfolioId = (await client.portfolios.list())[0]?.id ?? '';
    const { evidence } = await app.session.portfolio(portfolioId);
    await measure([
      'the list takes its words in',
      async () => {
        while (evidence.settle()) await new Promise((resolve) => setImmediate(resolve));
      },
    ]);
    await done(client, client.backups.make());
    for (let round = 0; round < rounds; round += 1)
      for (const act of await actsOf({ app, client, portfolioId }, round)) await measure(act);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
  return [...longest].map(([name, times]) =>
    benchRow({
      name: `longest stall of ${count} items while ${name}`,
      value: quietest(times),
      unit: 'ms',
      baseline: 'a pause that is noticed',
      baselineValue: pause,
      limit: 1,
    }),
  );
}
