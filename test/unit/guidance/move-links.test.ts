import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '#shared/domain/evidence.ts';
import { addedIn, fateOf, ruleChanges } from '#shared/guidance/compare-packs.ts';
import { likeness } from '#shared/guidance/likeness.ts';
import { linksMoved, parkedCode } from '#shared/guidance/move-links.ts';
import { packById } from '#shared/guidance/packs.ts';

const codes = ['G1', 'G2', 'g3', 'G1.was', 'X'];
const targets = ['G1', 'G3', 'N1', 'N2'];
const there = new Set(targets.map((code) => code.toLowerCase()));

const hash = 'a'.repeat(64);
const passage = fc.record({
  file: fc.constant(hash),
  from: fc.nat(9),
  to: fc.nat(9),
  quote: fc.constantFrom('one', 'two'),
}) as unknown as fc.Arbitrary<NonNullable<Link['passage']>>;
const link = (capability: string): fc.Arbitrary<Link> =>
  fc
    .record({
      pages: fc.constantFrom('', 'p. 3', 'x'.repeat(40)),
      note: fc.constantFrom('', 'Led the ward round', 'y'.repeat(300)),
      passage: fc.option(passage, { nil: undefined }),
    })
    .map(({ passage: found, ...rest }) => ({
      capability,
      ...rest,
      ...(found === undefined ? {} : { passage: found }),
    }));
const links = fc
  .subarray(codes)
  .chain((chosen) => fc.tuple(...chosen.map(link)))
  .map((found): readonly Link[] => found);
const mapping = fc.array(fc.tuple(fc.constantFrom(...codes), fc.option(fc.constantFrom(...targets))));

/** As a portfolio's move makes it. */
function moveOf(wish: readonly (readonly [string, string | null])[]) {
  const taken = new Set([...there, ...codes.map((code) => code.toLowerCase())]);
  const asides = new Map(
    codes.map((code) => {
      const aside = there.has(code.toLowerCase()) ? parkedCode(code, taken) : code;
      taken.add(aside.toLowerCase());
      return [code, aside];
    }),
  );
  const chosen = new Map(wish);
  return {
    to: new Map(codes.map((code) => [code, chosen.get(code) ?? asides.get(code) ?? code])),
    aside: (code: string) => asides.get(code) ?? code,
    chosen,
  };
}

describe('links under other guidance', () => {
  it('are never lost, whatever goes where', () => {
    fc.assert(
      fc.property(links, mapping, (before, wish) => {
        const move = moveOf(wish);
        const after = linksMoved(before, move);
        for (const one of before) {
          const homes = [move.to.get(one.capability), move.aside(one.capability)];
          const kept = after.filter(({ capability }) => homes.includes(capability));
          expect(
            kept.some(
              ({ pages, note, passage: found }) =>
                pages.includes(one.pages) &&
                note.includes(one.note) &&
                (one.passage === undefined || JSON.stringify(found) === JSON.stringify(one.passage)),
            ),
          ).toBe(true);
        }
        // Nothing that was not chosen claims a capability of the other guidance.
        const wanted = new Set([...move.chosen.values()]);
        for (const { capability } of after)
          if (there.has(capability.toLowerCase())) expect(wanted.has(capability)).toBe(true);
        const names = after.map(({ capability }) => capability.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        for (const { capability, pages, note } of after) {
          expect(capability.length).toBeLessThanOrEqual(16);
          expect(pages.length).toBeLessThanOrEqual(60);
          expect(note.length).toBeLessThanOrEqual(400);
        }
      }),
    );
  });

  it('would be lost by the naive way', () => {
    const two = [
      { capability: 'G1', pages: 'p. 1', note: '' },
      { capability: 'G2', pages: 'p. 2', note: '' },
    ];
    const naive = new Map(two.map((one) => ['N1', one]));
    expect(naive.size).toBe(1);
    expect(
      linksMoved(
        two,
        moveOf([
          ['G1', 'N1'],
          ['G2', 'N1'],
        ]),
      ),
    ).toEqual([{ capability: 'N1', pages: 'p. 1; p. 2', note: '' }]);
  });

  it('find a code of their own when theirs means something else there', () => {
    expect(parkedCode('G1', there)).toBe('G1.was');
    expect(parkedCode('G1', new Set(['g1.was']))).toBe('G1.was2');
    expect(parkedCode('A-LONG-CODE-OF16', there)).toBe('A-LONG-CODE-.was');
  });
});

describe('what other guidance changes', () => {
  const gim = packById('general-internal-medicine');
  if (gim === undefined) throw new Error('no pack');

  it('knows like titles', () => {
    expect(likeness('Managing an acute unselected take', 'Manages the unselected acute take')).toBe(1);
    expect(likeness('Managing end of life', 'Research and data')).toBe(0);
    expect(likeness('', '')).toBe(1);
    expect(likeness('', 'Research')).toBe(0);
  });

  it('keeps the same, suggests the alike, and leaves the rest to be chosen', () => {
    const [first, second, ...others] = gim.capabilities;
    if (first === undefined || second === undefined) throw new Error('too few');
    const newer = { capabilities: [{ ...first, title: `${first.title}, in the UK` }, ...others] };
    expect(fateOf(first, newer, 3)).toMatchObject({ fate: 'alike', to: 'G1', links: 3 });
    expect(fateOf(second, newer, 0)).toMatchObject({ fate: 'gone', to: null });
    expect(fateOf(others[0] ?? first, newer, 0)).toMatchObject({ fate: 'same', to: 'G3', suggestions: [] });
    expect(addedIn(gim.capabilities, newer)).toEqual([{ code: 'G1', title: `${first.title}, in the UK` }]);
  });

  it('tells every count that is asked otherwise', () => {
    const [first, ...others] = gim.expectations;
    if (first === undefined) throw new Error('too few');
    const newer = {
      ...gim,
      expectations: [{ ...first, atLeast: first.atLeast + 1, title: 'More' }, ...others.slice(1)],
    };
    expect(ruleChanges(gim, gim)).toEqual([]);
    expect(ruleChanges(gim, newer)).toEqual([
      { capability: null, before: first.title, after: 'More' },
      { capability: null, before: others[0]?.title, after: null },
    ]);
    expect(ruleChanges(newer, gim)).toContainEqual({
      capability: null,
      before: null,
      after: others[0]?.title,
    });
  });
});
