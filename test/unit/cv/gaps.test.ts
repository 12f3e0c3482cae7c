import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn, joined, uncovered } from '#shared/domain/cv/days.ts';
import { accountOf, gapsOf, type Life } from '#shared/domain/cv/gaps.ts';
import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import { post } from './cv-kit.ts';

const today = '2026-11-21';
const life = (more: Partial<Life>): Life => ({
  posts: [],
  breaks: [],
  reasons: [],
  since: null,
  today,
  ...more,
});

// Over the leap day of 2024, and short enough for spells to meet often.
const day = fc.integer({ min: 0, max: 500 }).map((n) => daysAfter('2023-12-01', n));
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 120 }))
  .map(([from, n]) => ({ from, to: daysAfter(from, n) }));
const lives = fc
  .record({
    spans: fc.array(fc.record({ span, open: fc.boolean() }), { maxLength: 6 }),
    breaks: fc.array(fc.record({ span, open: fc.boolean(), reason: fc.constantFrom('', 'leave') }), {
      maxLength: 3,
    }),
    reasons: fc.array(span, { maxLength: 3 }),
    since: fc.option(day),
    today: day,
  })
  .map(
    ({ spans, breaks, reasons, ...rest }): Life => ({
      ...rest,
      posts: spans.map(({ span: { from, to }, open }, n) => post(`p${n}`, from, open ? null : to)),
      breaks: breaks.map(({ span: { from, to }, open, reason }) => ({ from, to: open ? null : to, reason })),
      reasons: reasons.map((one) => ({ ...one, reason: 'abroad' })),
    }),
  );
const isIn = (one: IsoDate, from: IsoDate, to: IsoDate) => from <= one && one <= to;

describe('gaps between posts', () => {
  it('puts every day of the account into a post, an explanation, or the open part of exactly one gap', () => {
    fc.assert(
      fc.property(lives, (given) => {
        const account = accountOf(given);
        const gaps = gapsOf(given);
        if (account === null) {
          expect(gaps).toEqual([]);
          return;
        }
        for (let one = account.from; one <= account.to; one = daysAfter(one, 1)) {
          const held = given.posts.some(({ from, to }) => isIn(one, from, to ?? given.today));
          const explained = [...given.breaks, ...given.reasons].some(({ from, to }) =>
            isIn(one, from, to ?? given.today),
          );
          const around = gaps.filter(({ from, to }) => isIn(one, from, to));
          const open = gaps.flatMap((gap) => gap.open).filter(({ from, to }) => isIn(one, from, to));
          expect(around.length, one).toBe(held ? 0 : 1);
          expect(open.length, one).toBe(held || explained ? 0 : 1);
        }
        for (const { days, open, openDays, ...gap } of gaps) {
          expect(days).toBe(daysIn(gap));
          expect(openDays).toBe(open.reduce((sum, piece) => sum + daysIn(piece), 0));
        }
      }),
    );
  });

  it('finds the same whatever the order', () => {
    fc.assert(
      fc.property(lives, fc.func(fc.integer()), (given, weigh) => {
        const shuffled = <T>(all: readonly T[]) => all.toSorted((a, b) => weigh(a) - weigh(b));
        const { posts, breaks, reasons } = given;
        const again = {
          ...given,
          posts: shuffled(posts),
          breaks: shuffled(breaks),
          reasons: shuffled(reasons),
        };
        const plain = (one: Life) => gapsOf(one).map(({ explained: _, ...rest }) => rest);
        expect(plain(again)).toEqual(plain(given));
      }),
    );
  });

  it('counts the leap day, and nothing between a last day and the first day after it', () => {
    const posts = [post('a', '2023-08-02', '2024-02-28'), post('b', '2024-03-01', null)];
    expect(gapsOf(life({ posts }))).toMatchObject([
      { from: '2024-02-29', to: '2024-02-29', days: 1, before: 'a', after: 'b' },
    ]);
    const close = [post('a', '2022-08-03', '2023-02-28'), post('b', '2023-03-01', null)];
    expect(gapsOf(life({ posts: close }))).toEqual([]);
  });

  it('reaches back to the primary qualification and forward to today', () => {
    const posts = [post('a', '2020-08-05', '2021-08-03')];
    const gaps = gapsOf(life({ posts, since: '2020-06-30' }));
    expect(gaps.map(({ from, to, before, after }) => [from, to, before, after])).toEqual([
      ['2020-06-30', '2020-08-04', null, 'a'],
      ['2021-08-04', today, 'a', null],
    ]);
  });

  it('is explained in part', () => {
    const posts = [post('a', '2020-01-01', '2020-12-31'), post('b', '2021-04-01', null)];
    const [gap] = gapsOf(
      life({
        posts,
        breaks: [{ from: '2020-12-01', to: '2021-01-31', reason: 'leave' }],
        reasons: [{ from: '2021-02-10', to: '2021-02-28', reason: 'examinations' }],
      }),
    );
    expect(gap).toMatchObject({
      days: 90,
      open: [
        { from: '2021-02-01', to: '2021-02-09' },
        { from: '2021-03-01', to: '2021-03-31' },
      ],
      openDays: 40,
    });
    expect(gap?.explained.map(({ from, reason }) => [from, reason])).toEqual([
      ['2021-01-01', 'leave'],
      ['2021-02-10', 'examinations'],
    ]);
  });
});

describe('days', () => {
  it('are covered or not, never both', () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 6 }), (within, spans) => {
        const free = uncovered(within, spans);
        for (let one = within.from; one <= within.to; one = daysAfter(one, 1)) {
          const covered = spans.some(({ from, to }) => isIn(one, from, to));
          expect(free.some(({ from, to }) => isIn(one, from, to))).toBe(!covered);
        }
        const parts = joined(spans);
        for (const [at, { from }] of parts.entries()) {
          const before = parts[at - 1];
          if (before !== undefined) expect(from > daysAfter(before.to, 1)).toBe(true);
        }
      }),
    );
  });
});
