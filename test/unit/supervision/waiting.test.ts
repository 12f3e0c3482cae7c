import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArrivals } from '#shared/domain/supervision/arrivals.ts';
import { newestRatings } from '#shared/domain/supervision/newest-ratings.ts';
import { sinceLooked } from '#shared/domain/supervision/since-looked.ts';
import { ownFeedback, queueOrder, type WaitingItem, whyWaiting } from '#shared/domain/supervision/waiting.ts';
import {
  feedbackSample,
  hashOf,
  idOf,
  itemSample,
  lineSample,
  otherSupervisor,
  ratingSample,
  supervisorPerson,
} from '#test/support/supervision-samples.ts';

const now = hashOf(1);
const isPresent = ({ content }: { readonly content: string }) => content === now;
const earlier = { content: hashOf(2) };

describe('what waits for a supervisor', () => {
  it('is what they have not looked at as it is now', () => {
    const why = (feedback: readonly ReturnType<typeof feedbackSample>[], item = itemSample(1000)) =>
      whyWaiting(item, ownFeedback(feedback, supervisorPerson), isPresent);
    expect(why([])).toBe('new');
    expect(why([feedbackSample(1)])).toBeNull();
    expect(why([feedbackSample(1, { by: otherSupervisor, verdict: 'accepted' })])).toBe('new');
    expect(why([feedbackSample(1, { ...earlier, verdict: 'accepted' })])).toBe('changed');
    expect(why([feedbackSample(1, { ...earlier, verdict: 'returned', comment: 'x' })])).toBe('answered');
    expect(why([feedbackSample(1, { verdict: 'declined', comment: 'x' })])).toBe('new');
    expect(why([], itemSample(1, { draft: true }))).toBeNull();
    expect(why([], itemSample(1, { trashedAt: '2026-01-01T00:00:00.000Z' }))).toBeNull();
  });

  it('comes in one order: what was answered first, then the longest waiting', () => {
    const waiting = fc.record({
      n: fc.integer({ min: 1, max: 50 }),
      why: fc.constantFrom('answered' as const, 'changed' as const, 'new' as const),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(waiting, { selector: ({ n }) => n, maxLength: 30 }), (found) => {
        const items = found.map(
          ({ n, why, day }): WaitingItem => ({
            item: itemSample(n),
            why,
            last: null,
            since: `2026-01-${String(day).padStart(2, '0')}`,
          }),
        );
        const sorted = items.toSorted(queueOrder);
        expect(items.toReversed().toSorted(queueOrder)).toEqual(sorted);
        const firstOther = sorted.findIndex(({ why }) => why !== 'answered');
        if (firstOther >= 0)
          expect(sorted.slice(firstOther).some(({ why }) => why === 'answered')).toBe(false);
        const rest = sorted.filter(({ why }) => why !== 'answered').map(({ since }) => since);
        expect(rest).toEqual([...rest].sort());
      }),
    );
  });

  it('waits since the day it came here, or since it was changed after their word', () => {
    const item = idOf(1000);
    const lines = [
      lineSample(3, [{ collection: 'evidence', id: item }]),
      lineSample(5, [{ collection: 'evidence', id: item }]),
      lineSample(7, [{ collection: 'feedback', id: idOf(1) }]),
      lineSample(9, [{ collection: 'evidence', id: item }]),
      lineSample(11, [{ collection: 'evidence', id: item }]),
    ];
    const arrivals = createArrivals();
    arrivals.take(lines.slice(0, 3));
    arrivals.take(lines);
    expect(arrivals.upTo()).toBe(11);
    expect(arrivals.firstAfter(item, 0)).toBe('2026-01-03');
    expect(arrivals.firstAfter(item, arrivals.lineOf('feedback', idOf(1)) ?? 0)).toBe('2026-01-09');
    expect(arrivals.firstAfter(item, 11)).toBeUndefined();
    expect(arrivals.lineOf('evidence', item)).toBe(3);
    expect(arrivals.lineOf('feedback', idOf(2))).toBeUndefined();
  });
});

describe('what changed since somebody looked', () => {
  it('is what others wrote, each record once', () => {
    const me = idOf(1);
    const other = idOf(2);
    const import_ = {
      who: me,
      authors: [{ id: other, name: 'Dr Other (invented)' }],
      action: 'import.package',
    };
    const found = sinceLooked(
      [
        lineSample(4, [{ collection: 'evidence', id: idOf(10) }], import_),
        lineSample(
          5,
          [
            { collection: 'evidence', id: idOf(10) },
            { collection: 'meetings', id: idOf(20) },
          ],
          import_,
        ),
        lineSample(6, [{ collection: 'evidence', id: idOf(11) }], { who: me }),
        lineSample(
          7,
          [
            { collection: 'evidence', id: idOf(12) },
            { collection: 'meetings', id: idOf(20) },
          ],
          {
            who: other,
          },
        ),
      ],
      me,
      (id) => id === idOf(12),
    );
    expect(found).toEqual({ added: [idOf(10)], changed: [idOf(12)], others: { meetings: 1 } });
  });
});

describe('ratings of a capability', () => {
  it('are shown by the newest of each side, in whatever order they came', () => {
    const rating = fc
      .record({
        n: fc.integer({ min: 1, max: 200 }),
        side: fc.constantFrom('doctor' as const, 'supervisor' as const),
        capability: fc.constantFrom('IM1', 'IM2'),
      })
      .map(({ n, ...change }) => ratingSample(n, change));
    fc.assert(
      fc.property(fc.uniqueArray(rating, { selector: ({ id }) => id, maxLength: 20 }), (all) => {
        const found = newestRatings(all);
        expect(newestRatings(all.toReversed())).toEqual(found);
        for (const [code, { doctor, supervisor, earlier: older }] of found) {
          const here = all.filter(({ capability }) => capability === code);
          for (const [side, newest] of [
            ['doctor', doctor],
            ['supervisor', supervisor],
          ] as const) {
            const own = here.filter((one) => one.side === side).map(({ at }) => at);
            expect(newest?.at).toBe(own.sort().at(-1));
          }
          expect(older + (doctor === null ? 0 : 1) + (supervisor === null ? 0 : 1)).toBe(here.length);
        }
      }),
    );
  });
});
