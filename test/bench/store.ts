import { scrypt } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { PortfolioRecords, RecordStore } from '#electron/services/ports.ts';
import { writeAll } from '#electron/storage/file-steps.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { createVaults } from '#electron/storage/vaults.ts';
import {
  idFrom,
  sampleActor,
  sampleClock,
  sampleEvidence,
  samplePortfolio,
} from '#test/support/storage-samples.ts';
import {
  neverCheckpoint,
  newSampleStore,
  openSampleStore,
  temporaryBed,
} from '#test/support/storage-stores.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { quietest, steady } from './statistics.ts';

const sizes = [150, 1000, 10_000] as const;
const savesMeasured = 1600;
// The compiler has to have seen the code, as it has after a minute's work with the app.
const savesToWarmUp = 400;
const openings = 21;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const change = (number: number, title?: string) => {
  const value = sampleEvidence(number, title);
  return { collection: 'evidence', id: value.id, value } as const;
};

async function fill(store: Pick<RecordStore<PortfolioRecords>, 'commit'>, count: number): Promise<void> {
  for (let from = 0; from < count; from += 100) {
    const changes = Array.from({ length: Math.min(100, count - from) }, (_, index) => change(from + index));
    await store.commit('bench.fill', changes);
  }
}

type Saving = { readonly turn: (number: number) => Promise<void>; readonly close: () => Promise<void> };
type SaveTimes = { readonly count: number; readonly ours: number[]; readonly bare: number[] };

/** A store of so many items beside a bare file that takes lines of the same length; each turn adds one time to both. */
async function startSaving(folder: string, { count, ours, bare }: SaveTimes): Promise<Saving> {
  const store = await newSampleStore(join(folder, `save-${count}`), { policy: neverCheckpoint });
  await fill(store, count);
  const segment = join(folder, `save-${count}`, 'journal-000001.log');
  const before = (await nodeFiles.size(segment)) ?? 0;
  await store.commit('bench.save', [change(0, 'Sample audit changed first')]);
  const line = Buffer.alloc(((await nodeFiles.size(segment)) ?? 0) - before, 0x61);
  const file = await nodeFiles.open(join(folder, `bare-${count}`), 'create');
  const append = async (position: number) => {
    await writeAll(file, line, position);
    await file.sync();
  };
  return {
    turn: async (number) => {
      const changes = [change(number % count, `Sample audit changed ${number}`)];
      const save = async () => ours.push(await timed(() => store.commit('bench.save', changes)));
      const plain = async () => bare.push(await timed(() => append(number * line.length)));
      // Which of the two goes first changes every turn: neither always finds the disk rested.
      const [first, second] = number % 2 === 0 ? [save, plain] : [plain, save];
      await first();
      await second();
    },
    close: async () => {
      await file.close();
      await store.close();
    },
  };
}

/** Times in ms of saving one item at each size, and of the bare append and sync, all turn by turn. */
async function saves(folder: string) {
  const times = sizes.map((count): SaveTimes => ({ count, ours: [], bare: [] }));
  const running: Saving[] = [];
  for (const size of times) running.push(await startSaving(folder, size));
  for (let turn = 0; turn < savesToWarmUp + savesMeasured; turn += 1) {
    // Each size in turn comes first.
    for (let place = 0; place < running.length; place += 1) {
      await running[(turn + place) % running.length]?.turn(turn);
    }
  }
  for (const { close } of running) await close();
  return times.map(({ count, ours, bare }) => ({
    count,
    ours: steady(ours.slice(savesToWarmUp)),
    bare: steady(bare.slice(savesToWarmUp)),
  }));
}

async function jsonFileSave(folder: string, count: number): Promise<number> {
  const evidence = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [idFrom(index), sampleEvidence(index)]),
  );
  const low = new Low(new JSONFile<{ evidence: typeof evidence }>(join(folder, 'lowdb.json')), { evidence });
  const times: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const item = sampleEvidence(turn, `Sample audit changed ${turn}`);
    times.push(
      await timed(() =>
        low.update((data) => {
          data.evidence[item.id] = item;
        }),
      ),
    );
  }
  return quietest(times);
}

/** Times in ms of opening `count` items from their checkpoint, and of `JSON.parse` of the same records. */
async function opening(folder: string, count: number) {
  const path = join(folder, `open-${count}`);
  const made = await newSampleStore(path, { policy: { ...neverCheckpoint, linesAtClose: 1 } });
  await fill(made, count);
  const text = JSON.stringify([...made.all('evidence').values()]);
  await made.close();
  const ours: number[] = [];
  const parse: number[] = [];
  for (let turn = 0; turn < openings; turn += 1) {
    const start = performance.now();
    const store = await openSampleStore(path);
    ours.push(performance.now() - start);
    if (store.all('evidence').size !== count) throw new Error('not all there');
    await store.close();
    const parseStart = performance.now();
    JSON.parse(text);
    parse.push(performance.now() - parseStart);
  }
  // Medians, because a single lucky parse is one that left its garbage to the next.
  return { ours: steady(ours, 7), parse: steady(parse, 7) };
}

/** The whole way from passphrase to records, beside the key derivation it cannot do without and `JSON.parse`. */
async function unlocking(folder: string, count: number, parse: number) {
  const path = join(folder, 'vault');
  const vaults = createVaults({ clock: sampleClock, newId: () => idFrom(5, 7), log: () => undefined });
  const passphrase = 'invented sample passphrase';
  const made = await vaults.create(path, passphrase, sampleActor);
  await fill(await made.createPortfolio(samplePortfolio()), count);
  await made.close();
  const times: number[] = [];
  const derivations: number[] = [];
  const derive = promisify<string, string, number, object, Buffer>(scrypt);
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now();
    const vault = await vaults.unlock(path, passphrase);
    const store = await vault.openPortfolio(samplePortfolio().id);
    times.push(performance.now() - start);
    if (store?.all('evidence').size !== count) throw new Error('not all there');
    await vault.close();
    const options = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 ** 2 };
    derivations.push(await timed(() => derive(passphrase, 'salt', 32, options)));
  }
  return { ours: quietest(times), baseline: quietest(derivations) + parse };
}

/** The store's promises: saves cost what the disk costs, whatever the portfolio's size; opening costs what reading costs. */
export async function storeBenches(): Promise<BenchRow[]> {
  const bed = await temporaryBed();
  try {
    const { folder } = bed;
    const unit = 'ms';
    const measured = await saves(folder);
    const rows = measured.map(({ count, ours, bare }) =>
      benchRow({
        name: `save one item of ${count}`,
        value: ours,
        unit,
        baseline: 'append and sync of the same bytes',
        baselineValue: bare,
        limit: 2,
      }),
    );
    const least = measured[0]?.ours ?? Number.NaN;
    const most = measured.at(-1)?.ours ?? Number.NaN;
    const largest = sizes[2];
    const { ours, parse } = await opening(folder, largest);
    const whole = await unlocking(folder, largest, parse);
    return [
      ...rows,
      benchRow({
        name: `save one item of ${largest}, flat in size`,
        value: most,
        unit,
        baseline: `save one item of ${sizes[0]}`,
        baselineValue: least,
        limit: 1.5,
      }),
      benchRow({
        name: `save one item of ${largest}, against lowdb's own file`,
        value: most,
        unit,
        baseline: 'lowdb JSONFile (not durable)',
        baselineValue: await jsonFileSave(folder, largest),
        limit: 0.01,
      }),
      benchRow({
        name: `open ${largest} items, key at hand`,
        value: ours,
        unit,
        baseline: 'JSON.parse of the same records',
        baselineValue: parse,
        limit: 3,
      }),
      benchRow({
        name: `unlock and open ${largest} items`,
        value: whole.ours,
        unit,
        baseline: 'scrypt and JSON.parse',
        baselineValue: whole.baseline,
        limit: 3,
      }),
    ];
  } finally {
    await bed.remove();
  }
}
