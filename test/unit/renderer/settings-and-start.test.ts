import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksStatutory, newOutcomeId } from '#renderer/features/settings/outcome-names.ts';
import { setUpSchema } from '#renderer/features/start/set-up-schema.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { outcomeOptionSchema } from '#shared/domain/review.ts';

describe('outcome names', () => {
  test.each(['Outcome 1', 'outcome 6', 'ARCP outcome', '10.1', ' 3 ', 'Outcome10'])(
    '%j looks statutory',
    (name) => {
      expect(looksStatutory(name)).toBe(true);
    },
  );

  test('the names a programme starts with do not', () => {
    expect(defaultOutcomes.filter(({ name }) => looksStatutory(name))).toEqual([]);
  });

  test('a new id is always valid and never taken', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 12 }), (names) => {
        const made: { id: string; name: string; meaning: string }[] = [];
        for (const name of names) made.push({ id: newOutcomeId(name, made), name: 'n', meaning: 'm' });
        expect(new Set(made.map(({ id }) => id)).size).toBe(names.length);
        for (const option of made) expect(outcomeOptionSchema.safeParse(option).success).toBe(true);
      }),
    );
  });
});

describe('setting up', () => {
  const good = {
    profile: { name: 'Dr Test Doctor', roles: ['doctor' as const], gmcNumber: null },
    passphrase: 'seven wild geese',
    again: 'seven wild geese',
  };
  const faults = (value: unknown) =>
    (setUpSchema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);

  test('accepts what is complete', () => {
    expect(faults(good)).toEqual([]);
  });

  test('refuses a short passphrase, two that differ, and nobody at all', () => {
    expect(faults({ ...good, passphrase: 'short', again: 'short' })).toEqual([
      ['passphrase', 'passphrase-short'],
    ]);
    expect(faults({ ...good, again: 'seven wild gees' })).toEqual([['again', 'passphrases-differ']]);
    expect(faults({ ...good, profile: { name: ' ', roles: [], gmcNumber: null } })).toEqual([
      ['profile.name', 'required'],
      ['profile.roles', 'required'],
    ]);
  });

  test('counts a passphrase in characters, not in code units', () => {
    expect(faults({ ...good, passphrase: '😀😀😀😀😀😀', again: '😀😀😀😀😀😀' })).toEqual([
      ['passphrase', 'passphrase-short'],
    ]);
  });
});
