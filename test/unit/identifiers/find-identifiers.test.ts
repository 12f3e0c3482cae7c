import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasRightCheckDigit } from '#shared/domain/identifiers/check-digit.ts';
import { findIdentifiers, ruleParts } from '#shared/domain/identifiers/find-identifiers.ts';
import { flatten } from '#shared/domain/identifiers/flatten.ts';
import { expressionFor, hospitalPatternSchema } from '#shared/domain/identifiers/hospital-patterns.ts';
import { misreadDigits } from '#shared/domain/identifiers/nhs-number.ts';
import { type IdentifierOptions, plainOptions } from '#shared/domain/identifiers/types.ts';

const found = (text: string, options: Partial<IdentifierOptions> = {}) =>
  findIdentifiers(text, { ...plainOptions, ...options }).map(({ rule, text: hit, confidence }) => [
    rule,
    hit,
    confidence,
  ]);

/** Ten digits with a right check digit from any nine, where there is one. */
const wellFormed = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((nine) => {
    const check = 11 - (nine.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11);
    return check === 10 ? '' : `${nine.join('')}${check === 11 ? 0 : check}`;
  })
  .filter((digits) => digits.length === 10 && new Set(digits).size > 1);
const gaps = fc.constantFrom(
  '',
  ' ',
  '-',
  ' - ',
  '\u00a0',
  '\u2009',
  '–',
  '.',
  '\n',
  '\r\n',
  ' \n   ',
  '-\n',
);

describe('NHS numbers', () => {
  test('the check digit (NHS Data Dictionary)', () => {
    expect(hasRightCheckDigit('9434765919')).toBe(true);
    expect(hasRightCheckDigit('9434765918')).toBe(false);
    expect(hasRightCheckDigit('4444444444')).toBe(false);
    expect(hasRightCheckDigit('943476591')).toBe(false);
  });

  test('every well-formed number is found in whatever groups of 3, 3 and 4 it is set', () => {
    fc.assert(
      fc.property(wellFormed, gaps, gaps, (digits, one, two) => {
        const written = `${digits.slice(0, 3)}${one}${digits.slice(3, 6)}${two}${digits.slice(6)}`;
        const hits = findIdentifiers(`Seen in clinic: ${written} today`, plainOptions);
        const hit = hits.find(({ start, end }) => start <= 16 && end >= 16 + written.length);
        expect(['nhs-number', 'chi-number']).toContain(hit?.rule);
      }),
      { numRuns: 3000, examples: [['0106000004', ' - ', '']] },
    );
  });

  test('one digit a box, and any grouping after the word NHS', () => {
    expect(found('9 4 3 4 7 6 5 9 1 9')).toEqual([['nhs-number', '9 4 3 4 7 6 5 9 1 9', 'medium']]);
    expect(found('NHS No 94 34 76 59 19')).toEqual([['nhs-number', '94 34 76 59 19', 'high']]);
    expect(found('Doses of 94 34 76 59 19')).toEqual([]);
  });

  test('all digits equal are no number; a wrong check digit right behind the label is shown as a slip', () => {
    expect(found('NHS No: 000 000 0000, 4444444444')).toEqual([]);
    expect(found('NHS No: 943 476 5918')).toEqual([['nhs-number', '943 476 5918', 'medium']]);
    expect(found('Count 943 476 5918')).toEqual([]);
  });

  test('a scan’s letters for digits, after the word NHS alone', () => {
    expect(found('NHS N0. 943 476 S9l9')).toEqual([['nhs-number', '943 476 S9l9', 'medium']]);
    expect(misreadDigits('943 476 S9l9')).toBe('9434765919');
    expect(found('Batch 943 476 S9l9')).toEqual([]);
  });

  test('a Scottish number is called by its name', () => {
    expect(found('CHI 2501652991')).toEqual([['chi-number', '2501652991', 'high']]);
  });
});

describe('what may stay', () => {
  test('the applicant’s own name, initials and GMC number, and those of named assessors', () => {
    const own = { names: ['Amara Okonkwo-Hale'], gmcNumbers: ['7345128', '3456789'] };
    expect(found('Dr Amara Okonkwo-Hale, GMC 7345128. Trainee: AOH. Assessor GMC No: 3456789', own)).toEqual(
      [],
    );
    expect(found('Trainee’s GMC number: 7000001', own)).toEqual([['gmc-number', '7000001', 'high']]);
    expect(found('GMC 7000001', own)).toEqual([['gmc-number', '7000001', 'medium']]);
    // The nearest word says whose it is.
    const both = 'Trainee seen by the assessor, GMC 7000001; the assessor with the trainee, GMC 7000002';
    expect(found(both, own)).toEqual([
      ['gmc-number', '7000001', 'low'],
      ['gmc-number', '7000002', 'high'],
    ]);
    // Where the applicant assessed, whoever else has a number was assessed; the applicant's own is no hit.
    expect(found('Form of an assessment\nGMC 7000001\nAssessor GMC 7345128', own)).toEqual([
      ['gmc-number', '7000001', 'high'],
    ]);
  });

  test('dates of birth can be switched off', () => {
    expect(found('DOB 03/04/1951')).toEqual([['date-of-birth', '03/04/1951', 'medium']]);
    expect(found('DOB 03/04/1951', { datesOfBirth: 'ignore' })).toEqual([]);
  });

  test('a hospital’s postcode beside words of an institution; alone it is shown', () => {
    expect(found('St James’s University Hospital, Leeds LS9 7TF')).toEqual([]);
    expect(found('lives at LS9 7TF')).toEqual([['postcode', 'LS9 7TF', 'high']]);
    expect(found('Northmoor General Hospital, NM1 2AB')).toEqual([]);
    expect(found('Beckside Hospital, LS6 2AB')).toEqual([['postcode', 'LS6 2AB', 'medium']]);
    expect(found('Beckside, LS6 2AB', { postcodes: ['ls62ab'] })).toEqual([]);
  });

  test('colleagues rank low; in complaints they must go', () => {
    expect(found('seen by Dr Holloway')).toEqual([['colleague', 'Dr Holloway', 'low']]);
    expect(found('seen by Dr Holloway', { colleagues: 'must-go' })).toEqual([
      ['colleague', 'Dr Holloway', 'high'],
    ]);
    expect(found('sam.lee@nhs.net')).toEqual([['email', 'sam.lee@nhs.net', 'low']]);
    expect(found('sam.lee@gmail.com')).toEqual([['email', 'sam.lee@gmail.com', 'high']]);
  });

  test('published papers and plain web sites are no references', () => {
    expect(found('https://doi.org/10.1136/thoraxjnl-2020-123456 and www.nice.org.uk/guidance/ng203')).toEqual(
      [],
    );
    expect(found('https://x.sharepoint.com/a')).toEqual([['link', 'https://x.sharepoint.com/a', 'high']]);
  });
});

describe('a Trust’s own hospital numbers', () => {
  test('a pattern has digits, letters and itself, and enough of them', () => {
    for (const good of ['@######', 'RXH #######', '###-####', 'QE/#####'])
      expect(hospitalPatternSchema.safeParse(good).success).toBe(true);
    for (const bad of ['', '###', '@@@@@@', '(a+)+####', '.*####', '#'.repeat(30)])
      expect(hospitalPatternSchema.safeParse(bad).success).toBe(false);
  });

  test('matches whole numbers only', () => {
    expect('992-1084'.replace(expressionFor('###-####'), '')).toBe('');
    expect(found('EUA, 992-1084, lap chole')).toEqual([]);
    expect(found('EUA, 992-1084, lap chole', { hospitalPatterns: ['###-####'] })).toEqual([
      ['hospital-number', '992-1084', 'high'],
    ]);
    expect(found('1992-10845', { hospitalPatterns: ['###-####'] })).toEqual([]);
  });
});

describe('hits', () => {
  const crowded = fc.array(
    fc.constantFrom(
      'Dear ', 'Mrs Smith', 'Dr ', 'Patel', '943 476 5919', 'NHS ', 'CHI ', ' ', '\n', ', ', 'DOB ', '01/02/1950',
      '12 Mill Lane', 'LS6 2AB', 'a.b@nhs.net', '07700 900123', 'Hosp No ', 'K123456', 'Re: ', 'SMITH, Jean', 'GMC ', '|', 'Name',
    ), // biome-ignore format: a list
    { maxLength: 30 },
  );

  test('never lie over each other, say what stands there, and lose nothing that a rule found', () => {
    fc.assert(
      fc.property(crowded, (parts) => {
        const text = parts.join('');
        const hits = findIdentifiers(text, plainOptions);
        let last = 0;
        const covered = new Set<number>();
        for (const hit of hits) {
          expect(hit.start).toBeGreaterThanOrEqual(last);
          expect(hit.end).toBeGreaterThan(hit.start);
          expect(hit.text).toBe(text.slice(hit.start, hit.end));
          last = hit.end;
          for (let at = hit.start; at < hit.end; at += 1) covered.add(at);
        }
        for (const [, find] of ruleParts) {
          for (const { start, end } of find(flatten(text), plainOptions)) {
            for (let at = start; at < end; at += 1) {
              if (/[\p{L}\p{N}]/u.test(text[at] ?? '')) expect(covered.has(at)).toBe(true);
            }
          }
        }
      }),
    );
  });

  test('offsets are those of the text as it was given, whatever its characters', () => {
    const text = 'é\u200b “NHS no” ９４３\u2009４７６\u00a0５９１９ – Mrs O’Brien';
    expect(flatten(text)).toHaveLength(text.length);
    expect(found(text)).toEqual([
      ['nhs-number', '９４３\u2009４７６\u00a0５９１９', 'high'],
      ['name', 'Mrs O’Brien', 'high'],
    ]);
  });
});
