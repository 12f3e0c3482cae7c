import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, findQuote } from '#shared/domain/passages/find-quote.ts';
import { sized } from '#test/support/prove.ts';

const found = (text: string, quote: string) => {
  const place = findQuote(text, quote);
  return place === undefined ? undefined : text.slice(place.start, place.end);
};

describe('a quotation in the text of a page', () => {
  it.each<readonly [string, string, string, string]>([
    ['over a line end', 'led the\nmeeting well', 'the meeting', 'the\nmeeting'],
    ['in another case', 'Led THE Meeting', 'led the meeting', 'Led THE Meeting'],
    ['broken by a hyphen', 'a multi-\ndisciplinary team', 'multidisciplinary', 'multi-\ndisciplinary'],
    [
      'as it was selected over a hyphen',
      'a multi-\ndisciplinary team',
      'multi- disciplinary',
      'multi-\ndisciplinary',
    ],
    ['with other quotation marks', 'she said “yes” – twice', '"yes" - twice', '“yes” – twice'],
    ['with a ligature', 'the ﬁnal ofﬁce', 'final office', 'ﬁnal ofﬁce'],
    ['without its accents', 'Dr Ŵyn Nguyễn', 'wyn nguyen', 'Ŵyn Nguyễn'],
    ['where a column end is no blank', 'ledthe meeting', 'led the meeting', 'ledthe meeting'],
    ['at the end, after letters of two halves', '🎉🎉 done', 'done', 'done'],
    ['ending in the middle of a word', 'well-known fact', 'well-', 'well'],
  ])('is found %s', (_, text, quote, expected) => {
    expect(found(text, quote)).toBe(expected);
  });

  it('is not found where it is not, and nothing is found nowhere', () => {
    expect(found('led the meeting', 'chaired the meeting')).toBeUndefined();
    expect(found('led the meeting', '  ')).toBeUndefined();
    expect(findAll('abc', '')).toEqual([]);
  });

  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(' ', '\n', '-', '- ', ' \n', 'ﬁ', 'é', 'İ', '🎉', 'ß'),
        fc.string({ minLength: 1, maxLength: 6 }),
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''));

  it('is found whenever it was taken from there, however its blanks were kept', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.constantFrom(' ', '\n', '  \n '), (whole, a, b, blank) => {
        const words = [...whole.matchAll(/\S+/gu)];
        if (words.length === 0) return;
        const first = words[a % words.length];
        const last = words[Math.max(a % words.length, b % words.length)];
        if (first === undefined || last === undefined) return;
        const end = last.index + last[0].length;
        const quote = whole.slice(first.index, end).replace(/\s+/gu, blank);
        // Only hyphens, accents without a letter: nothing that could be looked for.
        if (!/[\p{L}\p{N}]/u.test(quote)) return;
        const place = findQuote(whole, quote);
        expect(place).toBeDefined();
        expect(place?.start).toBeLessThan(place?.end ?? 0);
        expect(place?.end).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: sized(500, 20_000) },
    );
  });

  it('has places in order that never overlap, and each says the same words', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(fc.constantFrom('abc', 'x y', 'ABC', ' '), { maxLength: 12 }),
        (before, after, middle) => {
          const whole = [before, ...middle, after].join(' ');
          const places = findAll(whole, 'abc');
          expect(places.length).toBeGreaterThanOrEqual(middle.filter((part) => /abc/i.test(part)).length);
          places.forEach(({ start, end }, index) => {
            expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
            expect(findQuote(whole.slice(start, end), 'abc')).toBeDefined();
          });
        },
      ),
      { numRuns: sized(300, 5000) },
    );
  });

  it('is looked for in a long text without stalling', () => {
    const long = 'the registrar led the meeting '.repeat(30_000);
    const began = performance.now();
    expect(findAll(long, 'led the', 1000)).toHaveLength(1000);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
