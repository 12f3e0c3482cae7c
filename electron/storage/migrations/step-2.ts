import type { MigrationStep } from './step.ts';

/**
 * 0.1 to 0.2: lines name concurrent versions and what they take back, checkpoints hold concurrent versions, the header
 * has a recovery code. No record changed its shape.
 */
export const step2: MigrationStep = { to: 2, values: {} };
