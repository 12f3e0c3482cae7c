import { describe, expect, test } from 'vitest';
import { coverageSearchSchema, toggled } from '#renderer/features/coverage/coverage-search.ts';
import { countedWords, gapSentence, progressWords } from '#renderer/text/gap-sentence.ts';
import { sourceDate, sourceWords } from '#renderer/text/source-words.ts';
import type { ExpectationResult, Gap } from '#shared/domain/coverage/types.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import { packById } from '#shared/guidance/packs.ts';

const rule = (part: Partial<Expectation>): Expectation => ({
  id: 'r',
  title: '12 DOPS',
  types: ['dops'],
  atLeast: 12,
  unit: 'items',
  withinYears: null,
  note: '',
  certainty: 'certain',
  source: 's',
  ...part,
});
const result = (part: Partial<Expectation>, have: number, tooOld = 0): ExpectationResult => {
  const expectation = rule(part);
  const met = have >= expectation.atLeast;
  return { expectation, have, met, countsFrom: '2021-02-01', tooOld, maintained: 0, tooEarly: 0 };
};
const gap = (kind: Gap['kind'], missing: number): Gap => ({ kind, expectationId: 'r', missing });

describe('a gap in plain words', () => {
  test.each([
    [gap('too-few', 2), result({}, 10), 'DOPS: 2 more since 01/02/2021 needed'],
    [
      gap('too-few', 1),
      result({ types: ['audit', 'qi'] }, 0),
      'Audit or QI project (PDSA): 1 more since 01/02/2021 needed',
    ],
    [gap('too-few', 1), result({ types: [], atLeast: 2 }, 1), '1 more item since 01/02/2021 needed'],
    [
      gap('too-few', 536),
      result({ types: ['logbook'], unit: 'cases', atLeast: 750 }, 214),
      'Logbook or caseload summary: 536 more cases since 01/02/2021 needed',
    ],
    [
      gap('too-few', 3),
      result({ types: ['supervised-event'], only: { field: 'tool', value: 'mcr' }, atLeast: 3 }, 0),
      'Multiple consultant report (MCR): 3 more since 01/02/2021 needed',
    ],
    [
      gap('few-kinds', 1),
      result({ types: [], unit: 'kinds', atLeast: 2 }, 1),
      '1 more kind of evidence since 01/02/2021 needed',
    ],
    [
      gap('unverified', 1),
      result({ types: [], unit: 'verified-items', atLeast: 1 }, 0),
      '1 more verified item since 01/02/2021 needed',
    ],
    [
      gap('too-old', 1),
      result({ atLeast: 3 }, 2, 4),
      'DOPS: 1 more since 01/02/2021 needed (4 items too old to count)',
    ],
    [
      { kind: 'no-evidence', expectationId: null, missing: 0 } as Gap,
      undefined,
      'No evidence is linked here yet',
    ],
  ])('%o', (one, about, words) => {
    expect(gapSentence(one, about, {})).toBe(words);
  });

  test('is written for every rule of every shipped pack', () => {
    const pack = packById('emergency-medicine');
    if (pack === undefined) throw new Error('the pack is not shipped');
    const rules = [...pack.expectations, ...pack.capabilities.flatMap(({ expectations }) => expectations)];
    for (const expectation of rules) {
      const words = gapSentence(gap('too-few', 1), { ...result({}, 0), expectation }, {});
      expect(words).toMatch(/^\S.*1 more .*since 01\/02\/2021 needed$|^1 more /);
      expect(countedWords(expectation, {})).not.toMatch(/undefined/);
    }
  });
});

test('progress never reads as a fraction over one', () => {
  expect(progressWords(result({ atLeast: 2 }, 14))).toBe('14 items, 2 asked for');
  expect(progressWords(result({ atLeast: 12 }, 4))).toBe('4 of 12 items');
});

test('sources are dated as UK readers write days', () => {
  const pack = packById('general-internal-medicine');
  if (pack === undefined) throw new Error('the pack is not shipped');
  expect(sourceWords(pack, pack.source)).toContain('General Medical Council: ');
  expect(sourceWords(pack, 'no-such-source')).toBe('');
  const [source] = pack.sources;
  if (source === undefined) throw new Error('no source');
  expect(sourceDate({ ...source, date: '2026-11-19' }, ', ')).toBe(', 19/11/2026');
  expect(sourceDate({ ...source, date: '2022-23' }, ', ')).toBe(', 2022-23');
  expect(sourceDate({ ...source, date: null }, ', ')).toBe('');
});

test('the map’s address keeps what was open, and forgives nonsense', () => {
  expect(coverageSearchSchema.parse({ show: 'gaps', open: ['IM1'] })).toEqual({
    show: 'gaps',
    open: ['IM1'],
  });
  expect(coverageSearchSchema.parse({ show: 'x', open: 'IM1' })).toEqual({});
  expect(toggled(['IM1'], 'IM2')).toEqual(['IM1', 'IM2']);
  expect(toggled(['IM1', 'IM2'], 'IM1')).toEqual(['IM2']);
});
