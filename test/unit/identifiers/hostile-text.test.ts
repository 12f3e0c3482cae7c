import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIdentifiers, ruleParts } from '#shared/domain/identifiers/find-identifiers.ts';
import {
  hospitalPatternSchema,
  matchesOf,
  patternFrom,
  patternParts,
} from '#shared/domain/identifiers/hospital-patterns.ts';
import { plainOptions } from '#shared/domain/identifiers/types.ts';
import { proving, sized } from '#test/support/prove.ts';

/** Pieces that make careless patterns read the same text again and again. */
const pieces = [
  'a', ' ', '\n', '1', '1 ', '9-', '12 ', 'A', 'A. ', 'Aa ', 'AA ', "O'", 'Mr ', 'Mr A', 'Dear ', 'Name: ', 'Dr Aa ',
  '@', 'a@', 'a.', 'a@a.', 'http://', 'http://a/?a=', 'www.a.', '1/1/', '1 May ', 'NHS ', 'NHS 1', 'GMC ', 'DOB ',
  'born 1/', 'Hosp No ', 'K1', 'ref: ', 'ref: A1/', 'Flat 1 ', '1 Aa Aa ', '(0', '+44 ', '07', 'a|', 'Name|', 'AA, ',
  'SMITH, ', 'Jean ', 'Jean A ', 'his wife ', 'aged 1 ', '84 years old ', 'LS1', 'LS1 ', '\t', '\u00a0', 'é', '\ud83d',
  'van der ', '1. Aa, ', 'with love from ', 'Aa House, ', 'Re: ', ', ', '. ', "'",
]; // biome-ignore format: a list

const million = 1_000_000;
const run = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('hostile text', () => {
  // By default a stretch of each; at full size a million of each alone.
  const texts = proving
    ? pieces.map((piece) => run(piece, million))
    : [pieces.map((piece) => run(piece, Math.ceil(million / pieces.length))).join('\n')];

  test.each(ruleParts)('%s reads a million characters in under a second', (_, find) => {
    for (const text of texts) {
      const from = process.cpuUsage();
      find(text, { ...plainOptions, hospitalPatterns: ['@#######', '#### ####'] });
      // Work, not waiting: other processes must not fail it.
      expect(process.cpuUsage(from).user / 1000, text.slice(0, 12)).toBeLessThan(1000);
    }
  });

  test('a pattern of a Trust that leaves much out is as quick as any; one place after the other would take for ever', () => {
    const gaps = `###${' '.repeat(20)}#`;
    expect(hospitalPatternSchema.parse(gaps)).toBe(gaps);
    const text = `123${' '.repeat(20)}x\n`.repeat(sized(400, 20_000));
    const from = process.cpuUsage();
    expect(matchesOf([gaps], text)).toEqual([]);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(1000);
    // The naive way, each space for itself, on one such line alone.
    const naive = new RegExp(`[0-9]{3}${'[ ]?'.repeat(20)}[0-9](?![0-9])`);
    const steps = process.cpuUsage();
    naive.test(text.slice(0, 24));
    const one = process.cpuUsage(steps).user;
    expect(one * 400).toBeGreaterThan(1000);
  });

  test('a pattern is made of an example, and finds what is written like it', () => {
    expect(patternFrom(' rxh 12-345/6 ', true)).toBe('RXH ##-###/#');
    expect(patternFrom('AB123456', false)).toBe('@@######');
    expect(patternParts('RXH ####@')).toEqual([
      { of: 'itself', text: 'RXH ' },
      { of: 'digits', count: 4 },
      { of: 'letters', count: 1 },
    ]);
    const example = fc.stringMatching(/^[A-Za-z]{0,4}[ /-]?[0-9]{4,8}$/);
    fc.assert(
      fc.property(example, fc.boolean(), (written, same) => {
        const pattern = hospitalPatternSchema.parse(patternFrom(written, same));
        expect(matchesOf([pattern], `No (${written}), seen.`)).toEqual([written.trim()]);
      }),
    );
  });

  test('all of them together, with what lies over each other, take a few seconds at most', () => {
    const from = process.cpuUsage();
    const hits = findIdentifiers(texts[0] ?? '', plainOptions);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(8000);
    for (const [at, hit] of hits.entries()) expect(hit.start).toBeGreaterThanOrEqual(hits[at - 1]?.end ?? 0);
  });
});
