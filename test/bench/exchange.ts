import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { type App, createApp } from '#electron/app.ts';
import { furnishVault } from '#electron/services/furnish-vault.ts';
import { ownIdentity } from '#electron/services/own-identity.ts';
import { newPortfolio } from '#electron/services/portfolios.ts';
import { sampleEvidence } from '#electron/services/sample/sample-evidence.ts';
import { sampleItem } from '#electron/services/sample/sample-items.ts';
import { samplePortfolio } from '#electron/services/sample/sample-people.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import {
  packageMergedSchema,
  packagePreviewSchema,
  packageWrittenSchema,
} from '#shared/domain/packages/preview.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { builtFolders } from './built-folders.ts';
import { quietest } from './statistics.ts';

const MiB = 1024 ** 2;
const files = 10;
const fileBytes = 20 * MiB;
const rounds = 5;
const senderName = 'Dr Sender (invented)';
const passphrase = 'a bench passphrase';
const root = process.cwd();

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function jobDone<T>(app: App, { jobId }: { readonly jobId: string }, schema: z.ZodType<T>): Promise<T> {
  for (;;) {
    const job = await app.services.jobs.get({ id: jobId });
    if (job.state === 'done') return schema.parse(job.result);
    if (job.state !== 'running') throw new Error(`${job.state} ${JSON.stringify(job.failure)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function vaultOf(folder: string, name: string): Promise<App> {
  const app = await createApp({
    vaultFolder: join(folder, name, 'vault'),
    host: 'browser',
    folders: builtFolders(),
  });
  const owner = app.ports.newId();
  const vault = await app.ports.vaults.create(join(folder, name, 'vault'), passphrase, owner);
  await furnishVault(app.ports, vault, owner, { name, roles: ['doctor'], gmcNumber: null }, false);
  app.session.open(vault);
  return app;
}

/** Ten items with 20 MiB each that do not shrink. */
async function fill(app: App): Promise<string> {
  const { portfolio, store } = await newPortfolio(
    app.ports,
    app.session.vault(),
    samplePortfolio('2030-12-31'),
    false,
  );
  app.session.adopt(portfolio.id, store);
  const [line] = sampleEvidence;
  if (line === undefined) throw new Error('the sample is empty');
  for (let index = 0; index < files; index += 1) {
    const { hash, size } = await store.blobs.put(
      (async function* () {
        for (let at = 0; at < fileBytes; at += MiB) yield randomBytes(MiB);
      })(),
    );
    const attachment: Attachment = {
      hash,
      size,
      name: `Scan ${index + 1}.pdf`,
      mediaType: 'application/pdf',
    };
    const item = sampleItem(line, app.ports.clock.today(), crypto.randomUUID(), [attachment]);
    await store.commit('bench.fill', [{ collection: 'evidence', id: item.id, value: item }]);
  }
  return portfolio.id;
}

/** An upload as the door would have taken it in. */
async function uploadOf(
  app: App,
  bytes: AsyncIterable<Uint8Array>,
  size: number,
  sha256: string,
): Promise<string> {
  const intake = app.ports.uploads as typeof app.ports.uploads & {
    begin: (size: number) => Promise<string>;
    append: (id: string, offset: number, chunk: Uint8Array) => Promise<number>;
    finish: (id: string, sha256: string) => Promise<void>;
  };
  const id = await intake.begin(size);
  let offset = 0;
  for await (const piece of bytes) offset = await intake.append(id, offset, piece);
  await intake.finish(id, sha256);
  return id;
}

const tellPeak = `data:text/javascript,${encodeURIComponent(
  "import{readFileSync,writeFileSync}from'node:fs';process.on('exit',()=>{" +
    "let peak;try{peak=/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]}" +
    'catch{peak=process.resourceUsage().maxRSS}writeFileSync(process.env.WAYMARK_PEAK,String(peak/1024))})',
)}`;

/** The most memory one command ever had, in MiB: all of it, unlocking the vault too. */
function peakOf(folder: string, args: readonly string[]): number {
  const peak = join(folder, 'peak');
  execFileSync(process.execPath, ['--import', tellPeak, join(root, 'out/main/headless.js'), ...args], {
    env: { ...process.env, WAYMARK_PASSPHRASE: passphrase, WAYMARK_PEAK: peak, XDG_DATA_HOME: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return Number(readFileSync(peak, 'utf8'));
}

/** 200 MiB that do not shrink, out to a person and in at theirs, beside the age tool on the very same bytes. */
async function measure(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const out: number[] = [];
  const inward: number[] = [];
  const ageOut: number[] = [];
  const ageIn: number[] = [];
  const sender = await vaultOf(folder, senderName);
  try {
    const portfolioId = await fill(sender);
    for (let round = 0; round < rounds; round += 1) {
      const receiver = await vaultOf(folder, `Dr Receiver ${round} (invented)`);
      const identity = await ownIdentity(receiver.ports, receiver.session.vault());
      const add = async (from: App, to: App) => {
        const { text } = await from.services.people.myCard(undefined);
        return to.services.people.add({ text, confirmed: 'in-person', note: '', replaces: null });
      };
      await add(sender, receiver);
      const { id } = await add(receiver, sender);
      const input = {
        portfolioId,
        audience: 'supervisor',
        exclude: [],
        recipients: [id],
        toMyself: false,
        passphrase: null,
      } as const;
      let written: z.output<typeof packageWrittenSchema> | undefined;
      out.push(
        await timed(async () => {
          written = await jobDone(sender, await sender.services.packages.write(input), packageWrittenSchema);
        }),
      );
      const file = written === undefined ? undefined : sender.ports.outbox.read(written.outboxId);
      if (written === undefined || file === undefined) throw new Error('nothing written');
      const sealed = join(folder, 'package.waymark');
      await pipeline(Readable.from(file.bytes), createWriteStream(sealed));
      await sender.ports.outbox.dropAll();
      await writeFile(join(folder, 'key.txt'), `${identity.secret}\n`);
      const plain = join(folder, 'plain.zip');
      const decrypt = ['-d', '-i', join(folder, 'key.txt'), '-o', plain, sealed];
      ageIn.push(await timed(() => execFileSync('age', decrypt)));
      const encrypt = ['-r', identity.recipient, '-o', join(folder, 'again.age'), plain];
      ageOut.push(await timed(() => execFileSync('age', encrypt)));

      const uploadId = await uploadOf(
        receiver,
        createReadStream(sealed, { highWaterMark: 4 * MiB }),
        written.size,
        written.sha256,
      );
      inward.push(
        await timed(async () => {
          const opening = await receiver.services.packages.open({ uploadId, passphrase: null });
          const { openId } = await jobDone(receiver, opening, packagePreviewSchema);
          const merging = await receiver.services.packages.merge({ openId });
          await jobDone(receiver, merging, packageMergedSchema);
        }),
      );
      await receiver.close();
      await rm(join(folder, `Dr Receiver ${round} (invented)`), { recursive: true });
    }
    const receiver = await vaultOf(folder, 'Dr Receiver (invented)');
    const cards = await Promise.all([sender, receiver].map((app) => app.services.people.myCard(undefined)));
    const [own, theirs] = cards.map(({ text }) => text);
    await receiver.services.people.add({ text: own ?? '', confirmed: 'in-person', note: '', replaces: null });
    await writeFile(join(folder, 'card'), theirs ?? '');
    await Promise.all([sender.close(), receiver.close()]);
    const vaultOfSender = join(folder, senderName, 'vault');
    const file = join(folder, 'peak.waymark');
    const packing = ['--portfolio', portfolioId, '--audience', 'supervisor', '--to', join(folder, 'card')];
    const peakOut = peakOf(folder, ['pack', '--vault', vaultOfSender, ...packing, '--out', file]);
    const peakIn = peakOf(folder, [
      'import',
      file,
      '--vault',
      join(folder, 'Dr Receiver (invented)', 'vault'),
    ]);
    const memory = (name: string, value: number) =>
      benchRow({
        name,
        value,
        unit: 'MiB',
        baseline: 'what is promised',
        baselineValue: 300,
        limit: 1,
      });
    return [
      benchRow({
        name: 'exchange: 200 MiB out, sealed and encrypted',
        value: quietest(out),
        unit: 'ms',
        baseline: 'age -r on the same bytes',
        baselineValue: quietest(ageOut),
        limit: 3,
      }),
      benchRow({
        name: 'exchange: 200 MiB in, checked and merged',
        value: quietest(inward),
        unit: 'ms',
        baseline: 'age -d on the same bytes',
        baselineValue: quietest(ageIn),
        limit: 3,
      }),
      memory('exchange: memory of a process that packs 200 MiB', peakOut),
      memory('exchange: memory of a process that imports them', peakIn),
    ];
  } finally {
    await sender.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const childMark = 'WAYMARK_BENCH_EXCHANGE';

/** In a process of its own, as the app is: what other benches have left in memory would be cleared up at our cost. */
export async function exchangeBenches(): Promise<readonly BenchRow[]> {
  if (process.env[childMark] !== undefined) {
    await writeFile(process.env[childMark], JSON.stringify(await measure()));
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const rows = join(folder, 'rows.json');
    const call = `import(${JSON.stringify(import.meta.url)}).then((all) => (all.allBenches ?? all.exchangeBenches)({ only: 'exchange', note: () => undefined }))`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', call], {
      env: { ...process.env, [childMark]: rows },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(rows, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
