import type { IsoDate } from '../dates.ts';
import type { Break } from '../portfolio.ts';
import type { GapReason } from './cv.ts';
import { clipped, daysIn, type Span, uncovered } from './days.ts';
import type { Post } from './post.ts';

/** What explains days without a post: a break of the working life, or a reason written in the CV. */
export type Explanation = Span & { readonly reason: string; readonly by: 'break' | 'cv' };

/** Days without any post. */
export type Gap = Span & {
  readonly days: number;
  /** What explains some of it, in order; two may be about the same days. */
  readonly explained: readonly Explanation[];
  /** What nothing explains, in order. */
  readonly open: readonly Span[];
  readonly openDays: number;
  /** The post that ended before it, and the one that began after it. */
  readonly before: string | null;
  readonly after: string | null;
};

export type Life = {
  readonly posts: readonly Post[];
  readonly breaks: readonly Break[];
  readonly reasons: readonly GapReason[];
  /** The day of the primary qualification; null: not known, and the first post begins the account. */
  readonly since: IsoDate | null;
  readonly today: IsoDate;
};

const until = (to: IsoDate | null, today: IsoDate): IsoDate => to ?? today;

/** The days a CV accounts for; null where there are none yet. */
export function accountOf({ posts, since, today }: Pick<Life, 'posts' | 'since' | 'today'>): Span | null {
  const starts = posts.map(({ from }) => from).sort();
  const from = since ?? starts[0];
  return from === undefined || from > today ? null : { from, to: today };
}

const explanationsOf = ({ breaks, reasons, today }: Life): readonly Explanation[] => [
  ...breaks.map(({ from, to, reason }): Explanation => ({ from, to: until(to, today), reason, by: 'break' })),
  ...reasons.map((reason): Explanation => ({ ...reason, by: 'cv' })),
];

function beside({ posts, today }: Life, gap: Span) {
  const ended = posts.filter(({ to }) => until(to, today) < gap.from);
  const begun = posts.filter(({ from }) => from > gap.to);
  const last = ended.reduce<Post | undefined>((best, post) => {
    if (best === undefined) return post;
    const [a, b] = [until(post.to, today), until(best.to, today)];
    return a > b || (a === b && post.id < best.id) ? post : best;
  }, undefined);
  const next = begun.reduce<Post | undefined>((best, post) => {
    if (best === undefined) return post;
    return post.from < best.from || (post.from === best.from && post.id < best.id) ? post : best;
  }, undefined);
  return { before: last?.id ?? null, after: next?.id ?? null };
}

/**
 * Every run of days without a post, from the primary qualification to today, however short. Each day of the account is
 * in a post, in what explains it, or in the open part of exactly one gap.
 */
export function gapsOf(life: Life): readonly Gap[] {
  const account = accountOf(life);
  if (account === null) return [];
  const held = life.posts.map(({ from, to }) => ({ from, to: until(to, life.today) }));
  const explanations = explanationsOf(life);
  return uncovered(account, held).map((gap) => {
    const explained = clipped(explanations, gap).toSorted(
      (a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) || (a.to < b.to ? -1 : 1),
    );
    const open = uncovered(gap, explained);
    return {
      ...gap,
      days: daysIn(gap),
      explained,
      open,
      openDays: open.reduce((sum, span) => sum + daysIn(span), 0),
      ...beside(life, gap),
    };
  });
}
