import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingSentence } from '#shared/domain/cv/finding-words.ts';
import { type CvFinding, cvFindings } from '#shared/domain/cv/findings.ts';
import { overlapsOf } from '#shared/domain/cv/overlaps.ts';
import type { Post } from '#shared/domain/cv/post.ts';
import { daysAfter } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Break } from '#shared/domain/portfolio.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { packById } from '#shared/guidance/packs.ts';
import { item, post } from './cv-kit.ts';

const pack = packById('general-internal-medicine');
if (pack === undefined) throw new Error('no pack');
const guide = applicationGuideOf(pack);
const today = '2026-11-21';

const found = (posts: readonly Post[], items: readonly EvidenceItem[] = [], breaks: readonly Break[] = []) =>
  cvFindings(
    { posts, breaks, reasons: [], since: posts.map(({ from }) => from).sort()[0] ?? null, today },
    new Map(items.map((one) => [one.id, one])),
    guide,
  );
const kinds = (findings: readonly CvFinding[], without: readonly string[] = ['not-proved']) =>
  findings.map(({ kind }) => kind).filter((kind) => !without.includes(kind));

describe('what is worth a look in a CV', () => {
  it('says nothing of 28 days and points out 29, with the posts on either side', () => {
    const first = post('a', '2020-01-01', '2020-06-30');
    expect(guide.gap).toMatchObject({ days: 28, certainty: 'certain', source: 'gmc-cv' });
    expect(kinds(found([first, post('b', '2020-07-29', null)]))).toEqual([]);
    const [gap] = found([first, post('b', '2020-07-30', null)]);
    expect(gap).toMatchObject({ kind: 'gap', rule: 'gap', days: 29, posts: ['a', 'b'] });
    expect(gap === undefined ? '' : findingSentence(gap)).toBe(
      '01/07/2020 to 29/07/2020: 29 days without a post or a reason.',
    );
  });

  it('is not fooled by a break of two days in the middle of a gap', () => {
    const posts = [post('a', '2020-01-01', '2020-06-30'), post('b', '2020-08-28', null)];
    const breaks = [{ from: '2020-07-29', to: '2020-07-30', reason: 'leave' }];
    expect(found(posts, [], breaks)[0]).toMatchObject({ kind: 'gap', days: 56 });
    const whole = [{ from: '2020-07-01', to: '2020-08-27', reason: '' }];
    expect(kinds(found(posts, [], whole))).toEqual(['break-without-reason']);
  });

  it('adds up what was held at once, and refuses nothing', () => {
    const both = (a: number | null, b: number | null) =>
      found([
        post('a', '2020-01-01', '2020-12-31', { wholeTime: a }),
        post('b', '2020-12-01', null, { wholeTime: b }),
      ]).filter(({ rule }) => rule === 'overlap');
    expect(both(60, 60)).toMatchObject([
      {
        kind: 'over-full-time',
        from: '2020-12-01',
        to: '2020-12-31',
        days: 31,
        percent: 120,
        posts: ['a', 'b'],
      },
    ]);
    expect(both(60, 40)).toMatchObject([{ kind: 'overlap', percent: 100 }]);
    expect(both(60, null)).toMatchObject([{ kind: 'overlap', percent: null }]);
    expect(guide.overlap.certainty).toBe('working');
  });

  it('asks for a last day only where two posts cannot be held at once', () => {
    const open = (a: number, b: number) =>
      kinds(
        found([
          post('a', '2019-01-01', null, { wholeTime: a }),
          post('b', '2020-01-01', null, { wholeTime: b }),
        ]),
      );
    expect(open(100, 100)).toEqual(['end-missing']);
    expect(open(50, 50)).toEqual(['overlap']);
  });

  it('holds a post against its evidence', () => {
    const proof = item('e', { details: { postTitle: 'SHO', wholeTime: 80 }, place: 'York Hospital' });
    const told = found([post('a', '2020-08-01', '2021-08-03', { evidence: ['e'] })], [proof]).filter(
      ({ evidence }) => evidence === 'e',
    );
    expect(told.map(({ kind, says }) => [kind, says?.post, says?.evidence])).toEqual([
      ['starts-differ', '2020-08-01', '2020-08-05'],
      ['title-differs', 'Registrar', 'SHO'],
      ['institution-differs', 'Leeds General Infirmary', 'York Hospital'],
      ['whole-time-differs', '100 %', '80 %'],
    ]);
  });

  it('agrees where only case, accents or “NHS Trust” differ, and where documents together cover a post', () => {
    const parts = [
      item('e', {
        startedOn: '2020-08-05',
        endedOn: '2020-12-31',
        place: 'The Leeds General Infirmary NHS Trust',
        details: { postTitle: 'REGISTRAR' },
      }),
      item('f', { startedOn: '2021-01-01', endedOn: '2021-08-03', place: '' }),
    ];
    const ours = post('a', '2020-08-05', '2021-08-03', { evidence: ['e', 'f'] });
    expect(kinds(found([ours], parts), ['gap'])).toEqual([]);
    expect(kinds(found([ours], parts.slice(0, 1)), ['gap'])).toEqual(['ends-differ']);
  });

  it('says what ended although the CV has no last day, and takes drafts and trash for nothing', () => {
    const ours = post('a', '2020-08-05', null, { evidence: ['e'] });
    expect(kinds(found([ours], [item('e')]))).toEqual(['ends-differ']);
    expect(kinds(found([ours], [item('e', { endedOn: '2027-08-03' })]))).toEqual([]);
    expect(kinds(found([ours], [item('e', { draft: true })]), [])).toEqual(['not-proved']);
    expect(kinds(found([ours], [item('e', { trashedAt: '2026-11-01T09:00:00.000Z' })]), [])).toEqual([
      'not-proved',
    ]);
  });

  it('names what the guidance asks of a post and nobody said', () => {
    const bare = post('a', '2020-08-05', null, { wholeTime: null, supervisor: '', duties: '' });
    const [missing] = found([bare]).filter(({ kind }) => kind === 'missing');
    expect(missing?.missing).toEqual(['whole-time', 'supervisor', 'duties']);
  });

  it('does not depend on the order of anything, and every finding has a key of its own', () => {
    const posts = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 400 }),
        days: fc.integer({ min: 0, max: 200 }),
        open: fc.boolean(),
        wholeTime: fc.constantFrom(null, 50, 60, 100),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(posts, fc.func(fc.integer()), (given, weigh) => {
        const all = given.map(({ from, days, open, wholeTime }, n) =>
          post(`p${n}`, daysAfter('2024-01-01', from), open ? null : daysAfter('2024-01-01', from + days), {
            wholeTime,
          }),
        );
        const findings = found(all);
        expect(found(all.toSorted((a, b) => weigh(a) - weigh(b)))).toEqual(findings);
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
        for (const one of findings) expect(findingSentence(one)).not.toMatch(/undefined|NaN|null/);
      }),
    );
  });

  it('finds every overlapping day exactly once', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(spans, (given) => {
        const all = given.map(([from, days], n) =>
          post(`p${n}`, daysAfter('2024-02-01', from), daysAfter('2024-02-01', from + days)),
        );
        const overlaps = overlapsOf(all, today);
        for (let n = 0; n < 95; n += 1) {
          const day = daysAfter('2024-02-01', n);
          const held = all.filter(({ from, to }) => from <= day && day <= (to ?? day)).map(({ id }) => id);
          const here = overlaps.filter(({ from, to }) => from <= day && day <= to);
          expect(here.map(({ posts }) => [...posts].sort())).toEqual(held.length > 1 ? [held.sort()] : []);
        }
      }),
    );
  });
});
