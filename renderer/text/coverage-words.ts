import type { Gap, gapKinds, Strength } from '#shared/domain/coverage/types.ts';
import type { expectationUnits } from '#shared/domain/guidance-pack.ts';
import { count } from './format.ts';

export const strengthWords: Record<Strength, { readonly title: string; readonly meaning: string }> = {
  empty: { title: 'Empty', meaning: 'No evidence is linked yet.' },
  thin: { title: 'Thin', meaning: 'Under half of its counts are met.' },
  partial: { title: 'Partial', meaning: 'Half or more of its counts are met.' },
  'counts-met': {
    title: 'Counts met',
    meaning: 'Every count is met. Whether the evidence is good enough is for people to judge.',
  },
};

export const gapKindWords: Record<(typeof gapKinds)[number], string> = {
  'no-evidence': 'No evidence yet',
  'too-few': 'Too few',
  'too-old': 'Too old to count',
  'few-kinds': 'Too few kinds of evidence',
  unverified: 'Not verified',
  'not-yet': 'Its period has not begun',
};

type Unit = (typeof expectationUnits)[number];

const unitForms: Record<Unit, readonly [one: string, many: string]> = {
  items: ['item', 'items'],
  cases: ['case', 'cases'],
  hours: ['hour', 'hours'],
  kinds: ['kind of evidence', 'kinds of evidence'],
  'verified-items': ['verified item', 'verified items'],
};

/** `3 cases`. */
export const amountWords = (amount: number, unit: Unit): string => count(amount, ...unitForms[unit]);

/** One gap in a sentence. @param expectation what the gap is about, where it is about one. */
export function gapWords(
  gap: Gap,
  expectation: { readonly title: string; readonly unit: Unit } | undefined,
): string {
  if (gap.kind === 'no-evidence') return 'No evidence yet';
  const title = expectation?.title ?? '';
  const more =
    gap.missing > 0 && expectation !== undefined ? `${amountWords(gap.missing, expectation.unit)} more` : '';
  const parts = [title, gap.kind === 'too-few' && more !== '' ? more : gapKindWords[gap.kind].toLowerCase()];
  return parts.filter((part) => part !== '').join(': ');
}
