import { canonicalJson } from '../canonical.ts';

/** Two values say the same when these are equal. */
export const canonicalText = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
