import { z } from 'zod';
import { type CoverageQuestion, coverageMeasureSchema } from '#shared/domain/coverage/items-behind.ts';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';

/** The parts of the screen; without one it is the map. */
export const coverageViews = ['map', 'next', 'ageing', 'pace'] as const;

/** What the map's address carries, so that coming back finds it as it was left. */
export const coverageSearchSchema = z.object({
  view: z.enum(coverageViews).optional().catch(undefined),
  /** The number whose items are shown: of a capability or the portfolio, of a rule or all evidence. */
  measure: coverageMeasureSchema.optional().catch(undefined),
  of: capabilityCodeSchema.optional().catch(undefined),
  rule: z.string().max(80).optional().catch(undefined),
  show: z.enum(['gaps']).optional().catch(undefined),
  open: z.array(capabilityCodeSchema).max(60).optional().catch(undefined),
});
export type CoverageSearch = z.output<typeof coverageSearchSchema>;

export function questionIn({ measure, of, rule }: CoverageSearch): CoverageQuestion | null {
  return measure === undefined ? null : { capability: of ?? null, expectation: rule ?? null, measure };
}

/** The part of the address that asks for the items behind a number; null: none. */
export const asking = (question: CoverageQuestion | null): Partial<CoverageSearch> => ({
  measure: question?.measure,
  of: question?.capability ?? undefined,
  rule: question?.expectation ?? undefined,
});

/** The open capabilities after one was opened or closed. */
export const toggled = (open: readonly string[], code: string): string[] =>
  open.includes(code) ? open.filter((other) => other !== code) : [...open, code];
