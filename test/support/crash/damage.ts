import type { Random } from './random.ts';
import type { Tree } from './sim-disk.ts';

/** The ways a file goes bad. */
export const damages = ['flip', 'cut', 'zero', 'double-line', 'swap-lines', 'delete', 'swap-files'] as const;
export type DamageWay = (typeof damages)[number];

/**
 * A tree with one file damaged, or undefined where this way has no effect on it.
 * @param path the file. @param other one to swap it with.
 */
export function damagedTree(
  tree: Tree,
  path: string,
  other: string,
  way: DamageWay,
  random: Random,
): Tree | undefined {
  const bytes = tree.get(path);
  if (bytes === undefined || bytes === null || bytes.length === 0) return undefined;
  const changed = new Map(tree);
  const put = (next: Buffer) => {
    if (next.equals(bytes)) return undefined;
    changed.set(path, next);
    return changed;
  };
  const lines = () => bytes.toString('latin1').split('\n').slice(0, -1);
  const join = (kept: readonly string[]) => Buffer.from(kept.map((line) => `${line}\n`).join(''), 'latin1');
  switch (way) {
    case 'flip': {
      const flipped = Buffer.from(bytes);
      const at = random.below(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      return put(flipped);
    }
    case 'cut':
      return put(bytes.subarray(0, random.below(bytes.length)));
    case 'zero': {
      const from = random.below(bytes.length);
      const length = 1 + random.below(Math.min(200, bytes.length - from));
      return put(
        Buffer.concat([bytes.subarray(0, from), Buffer.alloc(length), bytes.subarray(from + length)]),
      );
    }
    case 'double-line': {
      const all = lines();
      const at = random.below(all.length);
      return all.length < 1 ? undefined : put(join([...all.slice(0, at + 1), ...all.slice(at)]));
    }
    case 'swap-lines': {
      const all = lines();
      if (all.length < 2) return undefined;
      const at = random.below(all.length - 1);
      const [first = '', second = ''] = all.slice(at, at + 2);
      return put(join([...all.slice(0, at), second, first, ...all.slice(at + 2)]));
    }
    case 'delete':
      changed.delete(path);
      return changed;
    case 'swap-files': {
      const theirs = tree.get(other);
      if (other === path || theirs === undefined || theirs === null || theirs.equals(bytes)) return undefined;
      changed.set(path, theirs);
      changed.set(other, bytes);
      return changed;
    }
  }
}
