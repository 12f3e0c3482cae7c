import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedColumn } from '#renderer/features/evidence/list/column-menu.tsx';
import {
  filterOf,
  isNarrowed,
  listSearchSchema,
  newestFirst,
  nextSort,
  sortOf,
  termsOfKind,
  tidy,
  withChoice,
} from '#renderer/features/evidence/list/list-search.ts';
import { laterPages, pageSize } from '#renderer/features/evidence/list/use-evidence-window.ts';
import { moved } from '#renderer/features/evidence/list/use-grid-keys.ts';
import { evidenceFilterSchema, evidenceSortSchema } from '#shared/domain/evidence-list/query.ts';

describe('the list’s address', () => {
  test('whatever it holds, the app can answer what it asks', () => {
    const keys = ['text', 'types', 'capability', 'verified', 'trash', 'by', 'direction', 'group'];
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom('IM1', 'none', true, null, ['dops'], 'title', 'ascending', 'year', '"open cap:'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (address) => {
        const search = listSearchSchema.parse(address);
        evidenceFilterSchema.parse(filterOf(search));
        evidenceSortSchema.parse(sortOf(search));
        // What is left out of the tidy address meant nothing.
        expect(filterOf(tidy(search))).toEqual(filterOf(search));
        expect(sortOf(tidy(search))).toEqual(sortOf(search));
      }),
    );
  });

  test('takes what another screen linked with as if it had been typed', () => {
    expect(tidy({ capability: 'IM1', types: ['audit'], verified: false, text: 'sepsis' })).toEqual({
      text: 'sepsis type:audit cap:IM1 verified:no',
    });
  });

  test('is empty for the list as it first opens', () => {
    expect(tidy({ text: '', types: [], capability: null, verified: null, trash: false })).toEqual({});
    expect(sortOf({})).toEqual(newestFirst);
  });

  test('the trash is another list, not a filter', () => {
    expect(isNarrowed({ trash: true })).toBe(false);
    expect(isNarrowed({ verified: false })).toBe(true);
    expect(isNarrowed({ capability: 'none' })).toBe(true);
  });
});

describe('a choice beside the search', () => {
  const context = { capabilities: ['IM1', 'G1'] };
  const pieces = ['sepsis', '-type:cpd', 'type:audit', 'type:qi,msf', 'cap:G1', 'cap:NOPE', '"closed loop"'];
  const anyText = fc.subarray(pieces).chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
  const chosen = { kind: 'type', types: ['teaching'], not: false } as const;

  test('stands in the text for its kind, and leaves everything else as it is', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (some, away) => {
        const text = withChoice(some.join(' '), 'type', away ? null : chosen, context);
        expect(termsOfKind(text, 'type', context)).toEqual(away ? [] : [chosen]);
        const rest = some.filter((piece) => !piece.startsWith('type:'));
        expect(text.split(/ (?!loop)/).filter((piece) => piece !== '' && piece !== 'type:teaching')).toEqual(
          rest,
        );
      }),
    );
  });
});

describe('columns', () => {
  test('move by one place and no further', () => {
    expect(movedColumn(['type', 'dates', 'files'], 'files', -1)).toEqual(['type', 'files', 'dates']);
    expect(movedColumn(['type', 'dates'], 'type', -1)).toEqual(['type', 'dates']);
    expect(movedColumn(['type', 'dates'], 'tags', 1)).toEqual(['type', 'dates']);
  });
});

describe('sorting', () => {
  test('a new column starts its own way, the same one turns round', () => {
    expect(nextSort(newestFirst, 'title')).toEqual({ by: 'title', direction: 'ascending' });
    expect(nextSort({ by: 'title', direction: 'ascending' }, 'title').direction).toBe('descending');
    expect(nextSort({ by: 'title', direction: 'ascending' }, 'startedOn')).toEqual(newestFirst);
  });
});

describe('pages', () => {
  test('asked for are exactly those that are on the screen, without the first', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(80), fc.nat(10_000), (first, rows, total) => {
        const offsets = laterPages(first, first + rows, total);
        for (let row = first; row <= Math.min(first + rows, total - 1); row += 1) {
          const offset = Math.floor(row / pageSize) * pageSize;
          expect(offset === 0 || offsets.includes(offset)).toBe(true);
        }
        expect(offsets.every((offset) => offset > 0 && offset < total)).toBe(true);
        expect(offsets.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('keys', () => {
  const size = { rows: 10_000, columns: 6, page: 10 };
  test.each([
    ['ArrowDown', false, 6, 1],
    ['ArrowUp', false, 4, 1],
    ['ArrowRight', false, 5, 2],
    ['ArrowLeft', false, 5, 0],
    ['PageDown', false, 15, 1],
    ['PageUp', false, 0, 1],
    ['Home', false, 5, 0],
    ['End', false, 5, 5],
    ['Home', true, 0, 0],
    ['End', true, 9999, 5],
  ])('%s (control: %s) leads to row %i, column %i', (key, control, row, column) => {
    expect(moved({ row: 5, column: 1 }, key, control, size)).toEqual({ row, column });
  });

  test('that do not move are left alone', () => {
    for (const key of ['Enter', 'Tab', 'a', ' ']) {
      expect(moved({ row: 5, column: 1 }, key, false, size)).toBeNull();
    }
  });
});
