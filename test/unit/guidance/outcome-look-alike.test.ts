import { expect, test } from 'vitest';
import { looksStatutory } from '#renderer/features/settings/outcome-names.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { outcomeOptionSchema } from '#shared/domain/review.ts';
import { goldGuideLookAlike } from '#shared/guidance/outcome-look-alike.ts';

test('each outcome that looks like the Gold Guide’s carries the mark that has it disowned', () => {
  for (const outcome of goldGuideLookAlike.outcomes) {
    expect(outcomeOptionSchema.parse(outcome)).toEqual(outcome);
    expect(outcome.likeness).toBe('gold-guide');
    expect(looksStatutory(outcome.name)).toBe(true);
  }
  expect(new Set(goldGuideLookAlike.outcomes.map(({ id }) => id)).size).toBe(
    goldGuideLookAlike.outcomes.length,
  );
});

test('the neutral list neither looks like it nor needs the mark', () => {
  for (const { name, likeness } of defaultOutcomes) {
    expect(looksStatutory(name)).toBe(false);
    expect(likeness).toBeUndefined();
  }
});
