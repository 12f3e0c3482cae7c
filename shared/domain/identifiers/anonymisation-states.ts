import { z } from 'zod';

/** `stale`: files were added or replaced since somebody marked it. */
export const anonymisationStates = ['none', 'done', 'stale', 'not-needed'] as const;
export const anonymisationStateSchema = z.enum(anonymisationStates);
export type AnonymisationState = z.infer<typeof anonymisationStateSchema>;
