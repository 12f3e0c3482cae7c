import type { Sha256 } from '../ids.ts';

export type Parents = (revision: Sha256) => readonly Sha256[];

/** Walks to everything behind these revisions that was not seen before, and marks it in `seen`. Returns what was new. */
export function walkBack(from: readonly Sha256[], parents: Parents, seen: Set<Sha256>): readonly Sha256[] {
  const found: Sha256[] = [];
  const waiting = from.flatMap(parents);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    found.push(next);
    waiting.push(...parents(next));
  }
  return found;
}

/** Everything that follows a revision, directly or not. */
export function following(revision: Sha256, all: Iterable<Sha256>, parents: Parents): ReadonlySet<Sha256> {
  const children = new Map<Sha256, Sha256[]>();
  for (const child of all) {
    for (const parent of parents(child)) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [child]);
      else known.push(child);
    }
  }
  const seen = new Set<Sha256>();
  walkBack([revision], (next) => children.get(next) ?? [], seen);
  return seen;
}

/** The same revisions, each after those of them it follows; undefined when they go round in a circle. */
export function inOrder(revisions: readonly Sha256[], parents: Parents): readonly Sha256[] | undefined {
  const waitsFor = new Map(revisions.map((revision) => [revision, 0]));
  const children = new Map<Sha256, Sha256[]>();
  for (const revision of revisions) {
    for (const parent of parents(revision)) {
      if (!waitsFor.has(parent)) continue;
      waitsFor.set(revision, (waitsFor.get(revision) ?? 0) + 1);
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [revision]);
      else known.push(revision);
    }
  }
  const ordered = revisions.filter((revision) => waitsFor.get(revision) === 0);
  // Grows while it is walked.
  for (const revision of ordered) {
    for (const child of children.get(revision) ?? []) {
      const left = (waitsFor.get(child) ?? 0) - 1;
      waitsFor.set(child, left);
      if (left === 0) ordered.push(child);
    }
  }
  return ordered.length === waitsFor.size ? ordered : undefined;
}
