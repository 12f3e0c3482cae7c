import type { Strength } from '#shared/domain/coverage/types.ts';
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
