import { daysAfter, type IsoDate } from '../dates.ts';
import { daysIn, later, type Span } from './days.ts';
import type { Post } from './post.ts';

/** Days on which the same two posts or more were held. */
export type Overlap = Span & {
  readonly days: number;
  /** In the order they began. */
  readonly posts: readonly string[];
  /** Per cent of full time of all of them together; null where one does not say. */
  readonly percent: number | null;
};

/** A post without an end, although another began that cannot be held beside it as far as is said. */
export type OpenEnd = {
  readonly post: string;
  readonly next: string;
  readonly nextFrom: IsoDate;
  /** Of full time, both together; null where one does not say. */
  readonly percent: number | null;
};

const inOrder = (a: Post, b: Post) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1);
const sumOf = (posts: readonly Post[]): number | null =>
  posts.reduce<number | null>(
    (sum, { wholeTime }) => (sum === null || wholeTime === null ? null : sum + wholeTime),
    0,
  );

/** Posts with no end though the next began. Two part-time posts that fit beside each other are none. */
export function openEnds(posts: readonly Post[], today: IsoDate): readonly OpenEnd[] {
  const ordered = posts.filter(({ from }) => from <= today).toSorted(inOrder);
  return ordered.flatMap((post, at) => {
    if (post.to !== null) return [];
    const next = ordered.slice(at + 1).find((other) => {
      const both = sumOf([post, other]);
      return other.from > post.from && (both === null || both > 100);
    });
    return next === undefined
      ? []
      : [{ post: post.id, next: next.id, nextFrom: next.from, percent: sumOf([post, next]) }];
  });
}

/**
 * Where posts overlap: one entry for every run of days on which the same posts were held. A post whose end is missing is
 * taken to end when the next begins, which is pointed out by itself.
 */
export function overlapsOf(posts: readonly Post[], today: IsoDate): readonly Overlap[] {
  const cut = new Map(openEnds(posts, today).map(({ post, nextFrom }) => [post, daysAfter(nextFrom, -1)]));
  const held = posts
    .map((post) => ({
      post,
      from: post.from,
      to: post.to ?? cut.get(post.id) ?? later(post.from, today),
    }))
    .toSorted((a, b) => inOrder(a.post, b.post));
  const edges = [...new Set(held.flatMap(({ from, to }) => [from, daysAfter(to, 1)]))].sort();
  return edges.slice(0, -1).flatMap((from, at) => {
    const to = daysAfter(edges[at + 1] ?? from, -1);
    const here = held.filter((one) => one.from <= from && one.to >= to).map(({ post }) => post);
    if (here.length < 2) return [];
    return [{ from, to, days: daysIn({ from, to }), posts: here.map(({ id }) => id), percent: sumOf(here) }];
  });
}
