import { z } from 'zod';
import type { CoverageMap, ExpectationResult } from '../coverage/types.ts';
import type { IsoDate } from '../dates.ts';
import { evidenceTypeIdSchema } from '../evidence.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import { expectationUnits, type GuidancePack } from '../guidance-pack.ts';
import { capabilityCodeSchema } from '../ids.ts';
import { type Opportunity, opportunitySchema } from './opportunity.ts';

/** Why an opportunity fits: a count of the guidance that is not met, and the kind of evidence it would bring for it. */
export const matchReasonSchema = z.strictObject({
  /** Null: the guidance asks it of the whole portfolio. */
  capability: capabilityCodeSchema.nullable(),
  expectation: z.string(),
  title: z.string(),
  have: z.number(),
  need: z.number(),
  unit: z.enum(expectationUnits),
  /** Kinds of evidence that this opportunity leads to and that count here. */
  types: z.array(evidenceTypeIdSchema).readonly(),
});
export type MatchReason = Readonly<z.output<typeof matchReasonSchema>>;

export const matchSchema = z.strictObject({
  opportunity: opportunitySchema,
  /** Never empty. */
  reasons: z.array(matchReasonSchema).readonly(),
});
export type Match = Readonly<z.output<typeof matchSchema>>;

/** Whether it can still be taken up, in this specialty. */
export const isOffered = ({ closed, until, packs }: Opportunity, packId: string, today: IsoDate): boolean =>
  !closed && (until === null || until >= today) && (packs.length === 0 || packs.includes(packId));

/** Only what the rule names: a rule that counts every kind of evidence would speak for every opportunity. */
function reasonFrom(
  capability: string | null,
  { expectation, have, met }: ExpectationResult,
  types: readonly EvidenceTypeId[],
): readonly MatchReason[] {
  const counting = types.filter((type) => expectation.types.includes(type));
  if (met || counting.length === 0) return [];
  const { id, title, atLeast, unit } = expectation;
  return [{ capability, expectation: id, title, have, need: atLeast, unit, types: counting }];
}

/**
 * Opportunities that lead to evidence a doctor's counts still miss, each with every reason; those with most reasons
 * first, then what ends soonest. Nothing is applied by it.
 */
export function matchOpportunities(
  opportunities: Iterable<Opportunity>,
  pack: Pick<GuidancePack, 'id'>,
  coverage: CoverageMap,
  today: IsoDate,
): readonly Match[] {
  const matches: Match[] = [];
  for (const opportunity of opportunities) {
    if (!isOffered(opportunity, pack.id, today)) continue;
    const { types } = opportunity;
    const reasons = [
      ...coverage.capabilities.flatMap(({ code, expectations }) =>
        expectations.flatMap((result) => reasonFrom(code, result, types)),
      ),
      ...coverage.whole.flatMap((result) => reasonFrom(null, result, types)),
    ];
    if (reasons.length > 0) matches.push({ opportunity, reasons });
  }
  const end = ({ opportunity }: Match) => opportunity.until ?? '9999-12-31';
  return matches.sort(
    (a, b) =>
      b.reasons.length - a.reasons.length ||
      end(a).localeCompare(end(b)) ||
      a.opportunity.id.localeCompare(b.opportunity.id),
  );
}
