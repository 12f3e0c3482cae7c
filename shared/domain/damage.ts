/** What may be wrong with a stored file. Codes, not sentences: words for them live in the renderer. */
export const damageCodes = [
  'missing',
  'unreadable',
  'altered',
  'truncated',
  /** Lines that were there when the heads were last sealed are gone from the end. */
  'cut',
  'out-of-order',
  'chain-broken',
  'revision-mismatch',
  'invalid-record',
] as const;
export type Damage = (typeof damageCodes)[number];
