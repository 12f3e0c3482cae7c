import type { OutcomeOption } from '#shared/domain/review.ts';

/** `Outcome 6`, `ARCP outcome`, `10.1`, a bare `3`: names that read like the Gold Guide's statutory codes. */
const statutory = /\barcp\b|\boutcome\s*\d|^\s*\d{1,2}(?:\.\d)?\s*$/i;

export const looksStatutory = (name: string): boolean => statutory.test(name);

/** A short id from a name, different from all others. */
export function newOutcomeId(name: string, taken: readonly OutcomeOption[]): string {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 30) || 'outcome';
  const ids = new Set(taken.map(({ id }) => id));
  for (let at = 1; ; at += 1) {
    const id = at === 1 ? base : `${base}-${at}`;
    if (!ids.has(id)) return id;
  }
}
