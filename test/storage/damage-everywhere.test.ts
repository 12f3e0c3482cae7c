import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asideFolder } from '#electron/storage/salvage/set-aside.ts';
import { isFailure } from '#shared/domain/failure.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import { testItem, testPassphrase } from '#test/support/app-under-test.ts';
import { appOn, removeFolders, vaultFolder } from '#test/support/crash/app-on-disk.ts';
import { type DamageWay, damagedTree, damages } from '#test/support/crash/damage.ts';
import { seededRandom } from '#test/support/crash/random.ts';
import { makeSampleVault, type SampleVault } from '#test/support/crash/sample-vault.ts';
import { digestOf, diskFrom, liveTree, type SimDisk, type Tree } from '#test/support/crash/sim-disk.ts';
import { simFiles } from '#test/support/crash/sim-files.ts';
import { proved, sized } from '#test/support/prove.ts';

const passphrase = testPassphrase;
let whole: Tree;
let made: SampleVault;
let paths: readonly string[];
beforeAll(async () => {
  const disk = diskFrom(new Map());
  made = await makeSampleVault(simFiles(disk));
  whole = new Map([...liveTree(disk)].filter(([path]) => path.startsWith(vaultFolder)));
  paths = [...whole].filter(([, bytes]) => bytes !== null && bytes.length > 0).map(([path]) => path);
});
afterAll(removeFolders);

type Case = { readonly path: string; readonly way: DamageWay; readonly tree: Tree; readonly name: string };

function* cases(count: number, seed: number): Generator<Case> {
  const random = seededRandom(seed);
  for (let done = 0; done < count; ) {
    // Every kind of file gets its share, however many of it there are.
    const kinds = new Map(paths.map((path) => [path.replace(/[0-9a-f]{8,}.*|\d+/g, '#'), [] as string[]]));
    for (const path of paths) kinds.get(path.replace(/[0-9a-f]{8,}.*|\d+/g, '#'))?.push(path);
    const kind = [...kinds.values()][random.below(kinds.size)] ?? [];
    const path = kind[random.below(kind.length)] ?? '';
    const way = damages[random.below(damages.length)] ?? 'flip';
    const other = paths[random.below(paths.length)] ?? '';
    const lined = path.endsWith('.log');
    if (!lined && (way === 'double-line' || way === 'swap-lines')) continue;
    const tree = damagedTree(whole, path, other, way, random);
    if (tree === undefined) continue;
    done += 1;
    yield { path, way, tree, name: `${way} ${path}${way === 'swap-files' ? ` and ${other}` : ''}` };
  }
}

const filesOf = (tree: Tree) => [...tree].filter(([, bytes]) => bytes !== null);
const lengthIn = (tree: Tree, path: string) => tree.get(path)?.length ?? 0;
const digest = (tree: Tree) => digestOf(new Map(filesOf(tree)));
const titlesOf = async (app: Awaited<ReturnType<typeof appOn>>) => {
  const filter = { text: '', types: [], capability: null, verified: null, trash: false };
  const sort = { by: 'startedOn', direction: 'ascending' } as const;
  const { rows } = await app.services.evidence.list({
    portfolioId: made.portfolioId,
    filter,
    sort,
    offset: 0,
    limit: 200,
  });
  return rows.map(({ title }) => title).sort();
};

/** What a look at the whole vault says; the refusal, where it cannot even be begun. */
async function examined(disk: SimDisk): Promise<SalvageReport | string> {
  const app = await appOn(simFiles(disk));
  try {
    const { state } = await app.services.app.status(undefined);
    if (state === 'fault') return 'fault';
    return await app.services.app.examine({ passphrase });
  } catch (thrown) {
    if (isFailure(thrown)) return thrown.failure;
    throw thrown;
  } finally {
    await app.close();
  }
}

describe('damage to any file of a vault', () => {
  const count = sized(120, 1600);
  it(`is found ${count} times of ${count}, and nothing is altered by looking`, async () => {
    const missed: string[] = [];
    const words = new Map<string, number>();
    for (const { path, way, tree, name } of cases(count, 1)) {
      const disk = diskFrom(tree);
      const report = await examined(disk);
      expect(digest(liveTree(disk)), name).toBe(digest(tree));
      const found = typeof report === 'string' || report.findings.length > 0;
      // A file that says nothing of its own can be gone without a trace. What it held is elsewhere too.
      const isSpare = way === 'delete' && /\/(checkpoint-\d+\.bin|heads|[0-9a-f]+\.draft)$/.test(path);
      // The header's last line break says nothing.
      const isBreak =
        way === 'cut' && path.endsWith('/vault.json') && lengthIn(tree, path) + 1 === lengthIn(whole, path);
      if (!found && !isSpare && !isBreak) missed.push(name);
      const said = typeof report === 'string' ? report : (report.findings[0]?.what ?? 'spare');
      words.set(said, (words.get(said) ?? 0) + 1);
    }
    expect(missed).toEqual([]);
    const told = [...words].map(([word, times]) => `${word} ${times}`).join(', ');
    proved('damaged files', `${count} of ${count} found, 0 altered (${told})`);
  });
});

describe('salvage', () => {
  const count = sized(80, 600);
  it(`opens the good part ${count} times, keeps what it set aside, and says exactly what is lost`, async () => {
    const tally = { lossless: 0, cut: 0, refused: 0 };
    for (const { tree, name, path } of cases(count, 2)) {
      const disk = diskFrom(tree);
      const before = await examined(disk);
      if (typeof before === 'string' || !before.canOpen) {
        // The header, or the owner's own records: only a backup helps, and nothing is touched.
        const app = await appOn(simFiles(disk));
        await expect(app.services.app.salvage({ passphrase }), name).rejects.toThrow();
        await app.close();
        expect(digest(liveTree(disk)), name).toBe(digest(tree));
        tally.refused += 1;
        continue;
      }
      const app = await appOn(simFiles(disk));
      const { report, status } = await app.services.app.salvage({ passphrase });
      expect(report.findings, name).toEqual(before.findings);
      expect(status.state, name).toBe('open');
      const cut = report.findings.find(({ kind, store }) => kind === 'journal' && store !== 'profile');
      if (cut === undefined) {
        expect(await titlesOf(app), name).toEqual([...made.titles].sort());
        tally.lossless += 1;
      } else if (cut.canSetAside) {
        // One line for the portfolio itself, then one for each item.
        const kept = (cut.readable ?? 0) - 1;
        expect(await titlesOf(app), name).toEqual([...made.titles].slice(0, kept).sort());
        expect((cut.readable ?? 0) + (cut.unreadable ?? 0), name).toBeGreaterThanOrEqual(
          made.titles.length + 1,
        );
        tally.cut += 1;
      }
      if (cut === undefined || cut.canSetAside) {
        const { portfolioId } = made;
        await app.services.evidence.create({ portfolioId, item: { ...testItem, title: 'After' } });
      }
      await app.close();
      // Every byte that was there is still there, under its own name or set aside.
      const after = liveTree(disk);
      const asideBytes = filesOf(after).filter(([at]) => at.includes(`/${asideFolder}/`));
      const damagedBytes = tree.get(path);
      const isKept = (bytes: Buffer) =>
        bytes.equals(after.get(path) ?? Buffer.alloc(0)) ||
        (after.get(path)?.subarray(0, bytes.length).equals(bytes) ?? false) ||
        asideBytes.some(([, kept]) => kept?.equals(bytes));
      const torn = filesOf(after).some(([at]) => at.includes('.torn-'));
      if (damagedBytes !== undefined && damagedBytes !== null)
        expect(torn || isKept(damagedBytes), name).toBe(true);
      // And it stays good.
      const again = await examined(diskFrom(after));
      const left =
        typeof again === 'string'
          ? [again]
          : again.findings.filter(
              ({ kind, canSetAside, what }) => canSetAside && !(kind === 'attachment' && what === 'missing'),
            );
      expect(
        left.filter((finding) => typeof finding === 'string' || finding.kind !== 'history'),
        name,
      ).toEqual([]);
    }
    expect(tally.lossless).toBeGreaterThan(0);
    expect(tally.cut).toBeGreaterThan(0);
    proved(
      'salvage',
      `${count} damaged vaults: ${tally.lossless} opened whole, ${tally.cut} up to the damage, ${tally.refused} need a backup and were left alone`,
    );
  });
});
