import type { App } from '#electron/app.ts';
import type { Files } from '#electron/storage/files.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { FailureCode, FailureData } from '#shared/domain/failure-codes.ts';
import {
  packageMergedSchema,
  packagePreviewSchema,
  packageWrittenSchema,
} from '#shared/domain/packages/preview.ts';
import { testItem, testPassphrase, testPortfolio, testProfile, upload } from '../../app-under-test.ts';
import { recipientProfile } from '../../package-apps.ts';
import { appOn, vaultFolder } from '../app-on-disk.ts';
import { attach } from '../sample-vault.ts';
import type { Scenario } from '../scenario.ts';
import { diskFrom } from '../sim-disk.ts';
import { simFiles } from '../sim-files.ts';

const passphrase = 'four plain unrelated words';

/** What a job ends with; fails as the job did. */
async function ended(app: App, { jobId }: { readonly jobId: string }): Promise<unknown> {
  for (;;) {
    const job = await app.services.jobs.get({ id: jobId });
    if (job.state === 'done') return job.result;
    if (job.state !== 'running') {
      const { code, data } = job.failure ?? { code: 'CANCELLED', data: {} };
      throw failure(code as FailureCode, data as FailureData[FailureCode]);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Sent = {
  readonly portfolioId: string;
  readonly card: string;
  /** One item with a file; then that item changed, and another with a file. */
  readonly packages: readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
};
let sent: Promise<Sent> | undefined;

async function packed(app: App, portfolioId: string): Promise<Uint8Array<ArrayBuffer>> {
  const input = {
    portfolioId,
    audience: 'supervisor',
    exclude: [],
    recipients: [],
    toMyself: false,
  } as const;
  const job = await app.services.packages.write({ ...input, passphrase });
  const { outboxId } = packageWrittenSchema.parse(await ended(app, job));
  const pieces: Uint8Array[] = [];
  for await (const piece of app.ports.outbox.read(outboxId)?.bytes ?? []) pieces.push(Uint8Array.from(piece));
  return Uint8Array.from(Buffer.concat(pieces));
}

/** What a doctor sends, made once. */
function fromDoctor(): Promise<Sent> {
  sent ??= (async () => {
    const app = await appOn(simFiles(diskFrom(new Map())));
    await app.services.app.createVault({ passphrase: testPassphrase, profile: testProfile });
    const { id: portfolioId } = await app.services.portfolios.create(testPortfolio);
    const add = async (title: string, bytes: number) => {
      const attachments = [
        await attach(app, portfolioId, `${title}.pdf`, new Uint8Array(bytes).fill(bytes % 251)),
      ];
      return app.services.evidence.create({ portfolioId, item: { ...testItem, title, attachments } });
    };
    const { id } = await add('first', 3000);
    const one = await packed(app, portfolioId);
    const { store } = await app.session.portfolio(portfolioId);
    const item = store.get('evidence', id);
    if (item === undefined) throw new Error('no item');
    await store.commit('evidence.update', [
      { collection: 'evidence', id, value: { ...item, title: 'first, changed' } },
    ]);
    await add('second', 2000);
    const two = await packed(app, portfolioId);
    const { text: card } = await app.services.people.myCard(undefined);
    await app.close();
    return { portfolioId, card, packages: [one, two] };
  })();
  return sent;
}

async function checked(app: App, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const send = (path: string, init?: RequestInit) =>
    app.door(new Request(`http://waymark.invalid${path}`, init));
  const uploadId = await upload({ send }, bytes);
  const job = await app.services.packages.open({ uploadId, passphrase });
  return packagePreviewSchema.parse(await ended(app, job)).openId;
}
const merge = async (app: App, openId: string) =>
  packageMergedSchema.parse(await ended(app, await app.services.packages.merge({ openId })));

async function newVault(files: Files): Promise<App> {
  const { card } = await fromDoctor();
  const app = await appOn(files);
  await app.services.app.createVault({ passphrase: testPassphrase, profile: recipientProfile });
  await app.services.people.add({ text: card, confirmed: 'in-person', note: '', replaces: null });
  return app;
}

async function unlocked(files: Files): Promise<App> {
  const app = await appOn(files);
  await app.services.app.unlock({ passphrase: testPassphrase });
  return app;
}

/** The titles of what is there, each file read to its end, and which lines brought and took it. */
async function found(app: App) {
  const { portfolioId } = await fromDoctor();
  try {
    const { store } = await app.session.portfolio(portfolioId);
    const titles: string[] = [];
    for (const item of store.all('evidence').values()) {
      titles.push(item.title);
      for (const { hash, size } of item.attachments) {
        let read = 0;
        for await (const part of (await store.blobs.read(hash))?.bytes ?? []) read += part.length;
        if (read !== size) throw new Error('a file of the package is not whole');
      }
    }
    const lines = await store.history.lines(store.head().entries + 1, store.head().entries);
    return { titles: titles.toSorted().join(), lines };
  } catch (thrown) {
    if (isFailure(thrown) && thrown.failure === 'NOT_FOUND') return { titles: '', lines: [] };
    throw thrown;
  }
}

/** Nothing waits any more, and the same package can be kept now, whatever became of it before. */
async function goesOn(files: Files, bytes: Uint8Array<ArrayBuffer>, wanted: string): Promise<void> {
  const names = (await files.list(vaultFolder)) ?? [];
  if (names.some((name) => name.startsWith('staging'))) throw new Error('files are still put aside');
  const app = await unlocked(files);
  await merge(app, await checked(app, bytes));
  const { titles } = await found(app);
  const { portfolioId } = await fromDoctor();
  const listed = (await app.services.portfolios.list(undefined)).some(({ id }) => id === portfolioId);
  await app.close();
  if (titles !== wanted || !listed) throw new Error(`kept once more it gave ${titles}, listed ${listed}`);
}

/** A portfolio this vault has not had. */
export const receivingScenario: Scenario = {
  name: 'a package with a new portfolio',
  prepare: async (files) => (await newVault(files)).close(),
  run: async (files, act) => {
    const { packages } = await fromDoctor();
    const app = await unlocked(files);
    const openId = await checked(app, packages[0]);
    await act('merged', () => merge(app, openId));
    await app.close();
  },
  reopen: async (files) => {
    const { packages } = await fromDoctor();
    const app = await unlocked(files);
    const { titles } = await found(app);
    await app.close();
    if (titles !== '' && titles !== 'first') throw new Error(`there in part: ${titles}`);
    await goesOn(files, packages[0], 'first');
    return new Set(titles === '' ? [] : ['merged']);
  },
};

/** A later package for a portfolio that is here: checked, kept, undone. */
export const importScenario: Scenario = {
  name: 'an import and its undoing',
  prepare: async (files) => {
    const { packages } = await fromDoctor();
    const app = await newVault(files);
    await merge(app, await checked(app, packages[0]));
    await app.close();
  },
  run: async (files, act) => {
    const { packages, portfolioId } = await fromDoctor();
    const app = await unlocked(files);
    const openId = await checked(app, packages[1]);
    let kept = false;
    await act('merged', async () => {
      await merge(app, openId);
      kept = true;
    });
    // Otherwise it would be the first package that is undone.
    if (kept)
      await act('undone', async () => {
        const { undo } = await app.services.history.undoState({ portfolioId });
        await app.services.history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
      });
    await app.close();
  },
  reopen: async (files) => {
    const { packages } = await fromDoctor();
    const app = await unlocked(files);
    const { titles, lines } = await found(app);
    await app.close();
    const there = new Set<string>();
    if (lines.filter(({ action }) => action === 'import.package').length > 1) there.add('merged');
    if (lines.some(({ about }) => about.undoes !== undefined)) there.add('undone');
    const whole = 'first, changed,second';
    const wanted = there.has('merged') && !there.has('undone') ? whole : 'first';
    if (titles !== wanted) throw new Error(`there in part: ${titles}`);
    await goesOn(files, packages[1], whole);
    return there;
  },
};
