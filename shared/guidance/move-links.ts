import type { Link } from '#shared/domain/evidence.ts';

const longestCode = 16;

/**
 * A code for links that stay unmapped although the other guidance uses theirs for something else: they must not claim
 * what nobody said. @param taken codes in use, in lower case.
 */
export function parkedCode(code: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '.was' : `.was${count}`;
    const parked = `${code.slice(0, longestCode - ending.length)}${ending}`;
    if (!taken.has(parked.toLowerCase())) return parked;
  }
}

const joined = (one: string, other: string, longest: number): string | undefined => {
  if (one === other || other === '') return one;
  if (one === '') return other;
  const both = `${one}; ${other}`;
  return both.length <= longest ? both : undefined;
};

/** Two links of one item that meet at the same capability, as one; undefined where something would be lost. */
function merged(one: Link, other: Link): Link | undefined {
  const pages = joined(one.pages, other.pages, 60);
  const note = joined(one.note, other.note, 400);
  if (pages === undefined || note === undefined) return undefined;
  if (one.passage !== undefined && other.passage !== undefined) return undefined;
  const passage = one.passage ?? other.passage;
  return { ...one, pages, note, ...(passage === undefined ? {} : { passage }) };
}

export type CodeMove = {
  /** Where links of that code go. Codes it does not name stay as they are. */
  readonly to: ReadonlyMap<string, string>;
  /** Where a link goes that would meet another it cannot be joined with. */
  readonly aside: (code: string) => string;
};

/**
 * An item's links under other guidance. No link is lost: two that meet are joined, pages and notes side by side, and
 * where these would not fit, the second stays unmapped under a code of its own.
 */
export function linksMoved(links: readonly Link[], { to, aside }: CodeMove): readonly Link[] {
  const moved = new Map<string, Link>();
  for (const link of links) {
    const code = to.get(link.capability) ?? link.capability;
    const there = moved.get(code.toLowerCase());
    const arriving = code === link.capability ? link : { ...link, capability: code };
    const both = there === undefined ? arriving : merged(there, arriving);
    if (both !== undefined) moved.set(code.toLowerCase(), both);
    else {
      const own = aside(link.capability);
      moved.set(own.toLowerCase(), { ...link, capability: own });
    }
  }
  return [...moved.values()];
}
