import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { knownFailure } from '#renderer/api/failures.ts';
import { amountWords } from '#renderer/text/coverage-words.ts';
import { failureWords } from '#renderer/text/failure-words.ts';
import { count, grouped, sizeWords } from '#renderer/text/format.ts';
import { gapSentence } from '#renderer/text/gap-sentence.ts';
import { issueCode, issueWords } from '#renderer/text/issue-words.ts';
import { evidenceInputSchema } from '#shared/domain/evidence.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import { portfolioInputSchema } from '#shared/domain/portfolio.ts';

const examples: readonly (readonly [code: string, data: unknown])[] = [
  ['LOCKED', {}],
  ['WRONG_PASSPHRASE', {}],
  ['WEAK_PASSPHRASE', { atLeast: 10 }],
  ['VAULT_IN_USE', { owner: 'Waymark on LAPTOP-7' }],
  ['VAULT_NEWER', { file: 'vault.json', needs: '2.0.0' }],
  ['VAULT_DAMAGED', { file: 'journal-3', what: 'line 12' }],
  ['DISK_FULL', {}],
  ['STORAGE_FAILED', { code: 'EIO' }],
  ['INVALID', { issues: [] }],
  ['NOT_FOUND', { what: 'evidence' }],
  ['REVIEW_STATE', { state: 'signed' }],
  ['MEETING_STATE', { state: 'cancelled' }],
  ['ACTION_STATE', { status: 'done' }],
  ['ACTION_STATE', { status: 'open' }],
  ['REVIEW_STEP', { why: 'response-over', state: 'released' }],
  ['REVIEW_NOT_OPEN', { state: 'submitted', from: '2027-03-01', to: '2027-03-16' }],
  ['REVIEW_NOT_OPEN', { state: 'scheduled', from: null, to: null }],
  ['REVIEW_QUORUM', { needed: 3, finished: 1, unfinished: ['A'], conflicts: ['B', 'C'] }],
  ['REVIEW_INCOMPLETE', { missing: ['outcome', 'next-review'] }],
  ['FILE_TOO_LARGE', { size: 3 * 1024 ** 3, limit: 2 * 1024 ** 3 }],
  ['FILE_CHANGED', { name: 'rota.xlsx' }],
  ['GUIDANCE_REFUSED', { why: 'cycle', at: 'a1' }],
  ['UNEXPECTED', { reference: 'AB12' }],
];

describe('failures', () => {
  test.each(examples)('%s says what happened, what is safe and what to do, calmly', (code, data) => {
    const known = knownFailure(code, data);
    if (known === null) throw new Error(`${code} is not known`);
    const { what, safe, next } = failureWords(known);
    for (const sentence of [what, safe, next]) {
      expect(sentence.length).toBeGreaterThan(8);
      expect(sentence).not.toMatch(/!|undefined|null|\[object/);
    }
  });

  test('name what the person needs to know', () => {
    const words = (code: string, data: unknown) => {
      const known = knownFailure(code, data);
      return known === null ? '' : Object.values(failureWords(known)).join(' ');
    };
    expect(words('VAULT_DAMAGED', { file: 'journal-3', what: 'line 12' })).toContain('journal-3');
    expect(words('VAULT_NEWER', { file: 'vault.json', needs: '2.0.0' })).toContain('2.0.0');
    expect(words('REVIEW_INCOMPLETE', { missing: ['outcome', 'next-review'] })).toContain(
      'the outcome, the date of the next review',
    );
    expect(words('FILE_TOO_LARGE', { size: 3 * 1024 ** 3, limit: 2 * 1024 ** 3 })).toMatch(/3 GB.*2 GB/);
  });

  test('an unknown code, or data that does not fit, is no known failure', () => {
    expect(knownFailure('SOMETHING_ELSE', {})).toBeNull();
    expect(knownFailure('toString', {})).toBeNull();
    expect(knownFailure('FILE_CHANGED', { name: 7 })).toBeNull();
  });
});

describe('issues', () => {
  const codesOf = (schema: z.ZodType, value: unknown) => {
    const parsed = schema.safeParse(value, { error: (issue) => issueCode(issue) });
    return Object.fromEntries(
      (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
    );
  };

  test('an empty portfolio form names every field that is needed', () => {
    const empty = { doctor: { name: '', gmcNumber: '12' }, packId: '', targetDate: '', employer: '' };
    expect(codesOf(portfolioInputSchema, empty)).toEqual({
      'doctor.name': 'required',
      'doctor.gmcNumber': 'gmc-number',
      packId: 'required',
      targetDate: 'required',
    });
  });

  test('half-typed dates, swapped dates and negative hours each have their words', () => {
    const item = {
      type: 'audit',
      title: 'Sepsis audit',
      startedOn: '2026-03-05',
      endedOn: '2026-03-01',
      place: '',
      role: '',
      reflection: '',
      hours: 2,
      details: {},
      attachments: [],
      links: [],
      verification: null,
    };
    expect(codesOf(evidenceInputSchema, item)).toEqual({ endedOn: 'end-before-start' });
    expect(codesOf(evidenceInputSchema, { ...item, endedOn: null, startedOn: '5/3', hours: -1 })).toEqual({
      startedOn: 'date',
      hours: 'negative',
    });
  });

  test('words exist for codes and for anything else', () => {
    expect(issueWords('gmc-number')).toBe('A GMC number has 7 digits');
    expect(issueWords('constructor')).toBe('This cannot be accepted');
  });
});

describe('amounts', () => {
  test('sizes, counts and fingerprints read as people write them', () => {
    expect([0, 1, 1023, 1024, 1_500_000, 3 * 1024 ** 3].map(sizeWords)).toEqual([
      '0 bytes',
      '1 byte',
      '1,023 bytes',
      '1 KB',
      '1.4 MB',
      '3 GB',
    ]);
    expect(count(1, 'item')).toBe('1 item');
    expect(count(1200, 'item')).toBe('1,200 items');
    expect(grouped('0123456789ab')).toBe('0123 4567 89ab');
    expect(amountWords(1, 'kinds')).toBe('1 kind of evidence');
  });

  test('a gap says how much more is needed, and since or from when', () => {
    const expectation: Expectation = {
      id: 'x',
      title: 'ACATs',
      types: ['acat'],
      atLeast: 4,
      unit: 'items',
      withinYears: 1,
      note: '',
      certainty: 'likely',
      source: 's',
    };
    const result = {
      expectation,
      have: 2,
      met: false,
      countsFrom: '2026-01-31',
      tooOld: 3,
      maintained: 0,
      tooEarly: 0,
    };
    const gap = { kind: 'too-few', expectationId: 'x', missing: 2 } as const;
    expect(gapSentence(gap, result, {})).toBe('ACAT: 2 more since 31/01/2026 needed');
    expect(gapSentence({ ...gap, kind: 'too-old' }, result, {})).toBe(
      'ACAT: 2 more since 31/01/2026 needed (3 items too old to count)',
    );
    expect(gapSentence({ ...gap, kind: 'not-yet' }, { ...result, countsFrom: '2027-01-31' }, {})).toBe(
      'ACAT: 2 more from 31/01/2027 needed: that period has not begun',
    );
    expect(gapSentence({ kind: 'no-evidence', expectationId: null, missing: 0 }, undefined, {})).toBe(
      'No evidence is linked here yet',
    );
  });
});
