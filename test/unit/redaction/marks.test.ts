import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckHit } from '#shared/domain/identifiers/check.ts';
import { historyFrom, redone, stepTo, undone } from '#shared/domain/redaction/mark-history.ts';
import {
  areasToBurn,
  byPage,
  joinedLines,
  keptMarkingSchema,
  type Marking,
  noMarks,
  onPage,
  smallestMark,
  withBox,
  withMarks,
  withoutMarks,
} from '#shared/domain/redaction/marks.ts';
import {
  accepting,
  declining,
  reopening,
  stateOf,
  suggestionsOf,
} from '#shared/domain/redaction/suggestions.ts';

const hash = 'a'.repeat(64);
const area = (page: number, x: number, y: number) => ({ page, x, y, width: 40, height: 10 });
const hit = (rule: CheckHit['rule'], areas: readonly ReturnType<typeof area>[], change = {}): CheckHit => ({
  rule,
  confidence: 'high',
  why: 'because',
  text: 'Mrs Ann Crane',
  place: { kind: 'page', file: hash, page: areas[0]?.page ?? 1, start: 0, end: 13, areas },
  what: hash,
  dismissed: null,
  ...change,
});
const byHand = { by: 'hand', of: null, rule: null } as const;

const boxes = fc.record({
  x: fc.double({ min: -500, max: 1500, noNaN: true }),
  y: fc.double({ min: -500, max: 1500, noNaN: true }),
  width: fc.double({ min: -50, max: 2000, noNaN: true }),
  height: fc.double({ min: -50, max: 2000, noNaN: true }),
});

describe('marks on a page', () => {
  it('lie on it, and are large enough to be seen, however they were drawn', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const { x, y, width, height } = onPage(box, { width: 595, height: 842 });
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(595.1);
        expect(y + height).toBeLessThanOrEqual(842.1);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(smallestMark);
      }),
    );
  });

  it('have numbers of their own, are not made twice, and are listed down each page', () => {
    const marks = [area(2, 10, 50), area(1, 10, 90), area(2, 10, 20), area(1, 10, 90)].map((one) => ({
      ...one,
      ...byHand,
    }));
    const marking = withMarks(noMarks, marks);
    expect(marking.marks.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(withMarks(marking, marks)).toBe(marking);
    expect(byPage(marking.marks).map(([page, some]) => [page, some.map(({ id }) => id)])).toEqual([
      [1, [2]],
      [2, [3, 1]],
    ]);
    const less = withoutMarks(marking, ({ id }) => id === 2);
    expect(withMarks(less, marks.slice(1, 2)).marks.map(({ id }) => id)).toEqual([1, 3, 4]);
    expect(areasToBurn(withBox(marking, 2, { x: 1, y: 2, width: 3, height: 4 }))[1]).toEqual({
      page: 1,
      x: 1,
      y: 2,
      width: 3,
      height: 4,
    });
  });

  it('are one box for words on one line, another for the next, whatever the page', () => {
    const word = (page: number, x: number, y: number) => ({ page, x, y, width: 30, height: 12 });
    expect(
      joinedLines([word(1, 10, 10), word(1, 43, 11), word(1, 200, 10), word(1, 10, 25), word(2, 43, 25)]),
    ).toEqual([
      { page: 1, x: 10, y: 10, width: 63, height: 13 },
      word(1, 200, 10),
      word(1, 10, 25),
      word(2, 43, 25),
    ]);
  });

  it('go back and forward step by step; keys pressed in a row are one step', () => {
    const some = (count: number): Marking =>
      withMarks(
        noMarks,
        Array.from({ length: count }, (_, at) => ({ ...area(1, at, at), ...byHand })),
      );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }), (counts) => {
        const steps = counts.map(some);
        let history = historyFrom(noMarks);
        for (const step of steps) history = stepTo(history, step);
        for (const _ of steps) history = undone(history);
        expect(history.now).toBe(noMarks);
        for (const _ of steps) history = redone(history);
        expect(history.now).toBe(steps.at(-1) ?? noMarks);
      }),
    );
    const moved = [1, 2, 3].reduce(
      (history, x) => stepTo(history, withBox(history.now, 1, { x, y: 0, width: 9, height: 9 }), 'move 1'),
      historyFrom(some(1)),
    );
    expect(moved.past).toHaveLength(1);
    expect(stepTo(moved, some(2)).past).toHaveLength(2);
  });
});

describe('suggestions', () => {
  const hits = [
    hit('name', [area(1, 10, 10), area(1, 10, 24)]),
    hit('nhs-number', [area(2, 10, 10)]),
    hit('name', [area(3, 10, 10)], { dismissed: { reason: 'Me', by: 'Me', at: '2026-01-01T00:00:00.000Z' } }),
    hit('name', []),
    hit('hidden-content', [], {
      place: { kind: 'hidden', file: hash, what: 'comment', label: '', page: 1, area: area(1, 1, 1) },
    }),
  ];
  const suggestions = suggestionsOf(hits);

  it('are hits with a place that nobody said may stay; nothing is marked before somebody says so', () => {
    expect(suggestions.map(({ rule, page, areas }) => [rule, page, areas.length])).toEqual([
      ['name', 1, 2],
      ['nhs-number', 2, 1],
    ]);
    expect(suggestions.map((one) => stateOf(noMarks, one))).toEqual(['open', 'open']);
  });

  it('are marked with a little around the words, declined and opened again', () => {
    const [name, number] = suggestions;
    if (name === undefined || number === undefined) throw new Error('no suggestions');
    const marked = accepting(noMarks, suggestions);
    expect(marked.marks).toHaveLength(3);
    expect(marked.marks[0]).toMatchObject({ x: 8.5, y: 8.5, width: 43, height: 13, rule: 'name' });
    expect(accepting(marked, suggestions)).toBe(marked);
    const left = declining(marked, [name]);
    expect([left.marks.length, stateOf(left, name), stateOf(left, number)]).toEqual([
      1,
      'declined',
      'marked',
    ]);
    expect(stateOf(accepting(left, [name]), name)).toBe('marked');
    expect(stateOf(reopening(left, suggestions), name)).toBe('open');
  });

  it('what is kept of them holds places and rules, no words', () => {
    const kept = { form: 1, ...accepting(noMarks, suggestions), burntAt: null };
    expect(keptMarkingSchema.parse(kept)).toEqual(kept);
    expect(JSON.stringify(kept)).not.toMatch(/Crane|because/);
  });
});
