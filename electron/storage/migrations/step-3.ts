import type { MigrationStep } from './step.ts';

/**
 * 0.2 to 0.3: evidence may be a draft, carry tags, marks, redacted copies and passages, and there are collections 0.2 does
 * not know. What is new is absent where nobody said anything, so that no old value changes: seals are over them.
 */
export const step3: MigrationStep = { to: 3, values: {} };
