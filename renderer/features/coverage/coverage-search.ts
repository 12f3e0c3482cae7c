import { z } from 'zod';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';

/** What the map's address carries, so that coming back finds it as it was left. */
export const coverageSearchSchema = z.object({
  show: z.enum(['gaps']).optional().catch(undefined),
  open: z.array(capabilityCodeSchema).max(60).optional().catch(undefined),
});
export type CoverageSearch = z.output<typeof coverageSearchSchema>;

/** The open capabilities after one was opened or closed. */
export const toggled = (open: readonly string[], code: string): string[] =>
  open.includes(code) ? open.filter((other) => other !== code) : [...open, code];
