import { z } from 'zod';

/**
 * Where an item stands with the check. `unchecked`: a file was not looked at yet. `possible`: open hits (`isOpen`).
 * `none-found`: no obvious identifiers found, which is no proof.
 */
export const checkStates = ['unchecked', 'possible', 'none-found'] as const;
export const checkStateSchema = z.enum(checkStates);
export type CheckState = z.infer<typeof checkStateSchema>;
