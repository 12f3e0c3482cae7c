import { z } from 'zod';

/** Minutes without use after which Waymark locks itself; null for never. */
export const lockAfterChoices = [5, 10, 15, 30] as const;
export const lockAfterSchema = z.literal([...lockAfterChoices]).nullable();
export type LockAfter = z.output<typeof lockAfterSchema>;
export const defaultLockAfter: LockAfter = 10;

/** Where a vault stands with its recovery code: none was made, made but its page not said to be kept, or kept. */
export const recoveryStandingSchema = z.enum(['none', 'made', 'kept']);
export type RecoveryStanding = z.output<typeof recoveryStandingSchema>;
