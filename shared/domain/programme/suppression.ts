/** Counts from one to one less than this are not shown: few people could be recognised by them. */
export const smallestShown = 5;

/**
 * One number of a table. `from` and `to` are sums it is part of: whatever goes into a sum comes out of it again, as
 * cells go into the total of their row. Every number belongs to exactly two.
 */
export type Counted = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** What is lost when it is not shown: totals tell more than cells. */
  readonly worth: number;
};

/** `few`: from one to four, said as such. `hidden`: five or more, kept back so that a `few` cannot be worked out. */
export type Showing = 'shown' | 'few' | 'hidden';

type Showings = ReadonlyMap<string, Showing>;
type Arc = { readonly count: Counted; readonly to: string };

/** Whether somebody who sees the table could take it for one more or one less. @param by 1 or -1 */
function couldBe({ value }: Counted, by: number, showing: Showing): boolean {
  if (showing === 'few') return value + by >= 1 && value + by < smallestShown;
  // What is hidden is never a nought: those are always shown.
  return value >= smallestShown && value + by >= smallestShown;
}

/** The numbers that change if this one is one more or one less: the cheapest round of sums that comes out even. */
function cheapestRound(
  counts: readonly Counted[],
  showings: Showings,
  start: Counted,
  by: number,
): { readonly cost: number; readonly round: readonly Counted[] } | undefined {
  const arcs = new Map<string, Arc[]>();
  const add = (from: string, arc: Arc) => arcs.set(from, [...(arcs.get(from) ?? []), arc]);
  for (const count of counts) {
    if (count.id === start.id) continue;
    const showing = showings.get(count.id) ?? 'shown';
    if (couldBe(count, 1, showing)) add(count.from, { count, to: count.to });
    if (couldBe(count, -1, showing)) add(count.to, { count, to: count.from });
  }
  const [begin, end] = by > 0 ? [start.to, start.from] : [start.from, start.to];
  const reached = new Map<
    string,
    { readonly cost: number; readonly by: Arc | null; readonly before: string }
  >([[begin, { cost: 0, by: null, before: begin }]]);
  const settled = new Set<string>();
  for (;;) {
    const next = [...reached]
      .filter(([sum]) => !settled.has(sum))
      .sort(([, a], [, b]) => a.cost - b.cost)
      .at(0);
    if (next === undefined) return undefined;
    const [sum, { cost }] = next;
    if (sum === end) break;
    settled.add(sum);
    for (const arc of arcs.get(sum) ?? []) {
      const costs = cost + ((showings.get(arc.count.id) ?? 'shown') === 'shown' ? arc.count.worth : 0);
      const known = reached.get(arc.to);
      if (known === undefined || costs < known.cost)
        reached.set(arc.to, { cost: costs, by: arc, before: sum });
    }
  }
  const round: Counted[] = [];
  for (let at = reached.get(end); at?.by != null; at = reached.get(at.before)) round.push(at.by.count);
  return { cost: reached.get(end)?.cost ?? 0, round };
}

/**
 * Which numbers may be shown so that none of those kept back follows from the others. Each of them is left with another
 * value that fits everything shown and everything the words give away (one to four; five or more), which a round of
 * sums proves: that round is kept back as well, the least telling one there is.
 * @returns null where nothing of the kind can be done and the whole table is to be kept back.
 */
export function protect(counts: readonly Counted[]): Showings | null {
  const showings = new Map<string, Showing>(
    counts.map(({ id, value }) => [id, value > 0 && value < smallestShown ? 'few' : 'shown']),
  );
  for (const count of counts) {
    if (showings.get(count.id) !== 'few') continue;
    const rounds = [1, -1]
      .filter((by) => couldBe(count, by, 'few'))
      .flatMap((by) => cheapestRound(counts, showings, count, by) ?? [])
      .sort((a, b) => a.cost - b.cost);
    const [best] = rounds;
    if (best === undefined) return null;
    for (const { id } of best.round) if (showings.get(id) === 'shown') showings.set(id, 'hidden');
  }
  return showings;
}
