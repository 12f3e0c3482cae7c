import type { Random } from './random.ts';
import {
  changed,
  type DataChange,
  digestOf,
  type EntryChange,
  type SimDisk,
  type SimFile,
  type SimFolder,
  type SimNode,
  setEntries,
  type Tree,
  treeOf,
} from './sim-disk.ts';

/** What a disk loses at once and never in parts. */
const sector = 512;
const after = (durable: Buffer, changes: readonly DataChange[]) => changes.reduce(changed, durable);
const zerosFor = (change: DataChange): DataChange =>
  change.kind === 'write' ? { ...change, bytes: Buffer.alloc(change.bytes.length) } : change;

/** The first `length` bytes of a write; of a truncation nothing or all. */
const firstOf = (change: DataChange, length: number): DataChange =>
  change.kind === 'write' ? { ...change, bytes: change.bytes.subarray(0, length) } : change;

/** A write of which the sectors before the given one never arrived: zeros, though the length is right. */
function lastOf(change: DataChange, from: number): DataChange {
  if (change.kind !== 'write') return change;
  const cut = Math.min(
    change.bytes.length,
    Math.max(0, Math.ceil((change.position + from) / sector) * sector - change.position),
  );
  return { ...change, bytes: Buffer.concat([Buffer.alloc(cut), change.bytes.subarray(cut)]) };
}

/** How un-synced bytes of one file may survive. */
export type Survival = 'whole' | 'old' | 'first-part' | 'last-part' | 'zeros' | 'subset' | 'newest-alone';
export const survivals: readonly Survival[] = [
  'whole',
  'old',
  'first-part',
  'last-part',
  'zeros',
  'subset',
  'newest-alone',
];

function bytesAfter(file: SimFile, survival: Survival, random: Random): Buffer {
  const { durable, pending } = file;
  const newest = pending.at(-1);
  if (newest === undefined || survival === 'old') return durable;
  const before = pending.slice(0, -1);
  const length = newest.kind === 'write' ? newest.bytes.length : 0;
  switch (survival) {
    case 'whole':
      return file.live;
    case 'first-part':
      return after(durable, [...before, firstOf(newest, random.below(length + 1))]);
    case 'last-part':
      return after(durable, [...before, lastOf(newest, random.below(length + 1))]);
    case 'zeros':
      return after(durable, pending.map(zerosFor));
    case 'newest-alone':
      return after(durable, [newest]);
    case 'subset':
      return after(
        durable,
        pending.filter(() => random.chance(0.5)),
      );
  }
}

/** What is on the disk when of the un-synced entry changes exactly `kept` have survived. */
function surviving(
  disk: SimDisk,
  kept: readonly EntryChange[],
  survivalOf: () => Survival,
  random: Random,
): Tree {
  const entries = new Map<SimFolder, Map<string, SimNode>>();
  const entriesOf = (folder: SimFolder) => {
    const known = entries.get(folder) ?? new Map(folder.durable);
    entries.set(folder, known);
    return known;
  };
  for (const change of kept) setEntries(entriesOf(change.folder), change);
  const bytes = new Map<SimFile, Buffer>();
  return treeOf(disk.root, entriesOf, (file) => {
    const known = bytes.get(file) ?? bytesAfter(file, survivalOf(), random);
    bytes.set(file, known);
    return known;
  });
}

/**
 * Different states a disk may be found in after a crash now: un-synced entry changes survive up to some moment (every
 * one of them), or as any subset; un-synced bytes as `survivals` say, each file for itself.
 * @param most how many states at most; beyond the ordered ones they are drawn at random.
 */
export function* afterCrash(disk: SimDisk, most: number, random: Random): Generator<Tree> {
  const seen = new Set<string>();
  const { pending } = disk;
  const fresh = (tree: Tree) => {
    const name = digestOf(tree);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  };
  const ordered = Array.from({ length: pending.length + 1 }, (_, count) => pending.slice(0, count));
  const cases = ordered.flatMap((kept) => survivals.map((survival) => ({ kept, survival: () => survival })));
  const any = () => survivals[random.below(survivals.length)] ?? 'old';
  for (let subset = 0; subset < most && pending.length > 1; subset += 1) {
    cases.push({ kept: pending.filter(() => random.chance(0.5)), survival: any });
  }
  // Everything and nothing first, the rest in any order: a small number of states is still a varied one.
  const first = { kept: pending, survival: () => 'whole' as const };
  const last = { kept: [], survival: () => 'old' as const };
  for (const { kept, survival } of [first, last, ...random.shuffled(cases)]) {
    if (seen.size >= most) return;
    const tree = surviving(disk, kept, survival, random);
    if (fresh(tree)) yield tree;
  }
}
