import { progressWords } from '#renderer/text/gap-sentence.ts';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';

/** Whether a rule names this type. Rules for any type are served by everything, so they guide nobody. */
export const names = (expectation: Expectation, type: EvidenceTypeId): boolean =>
  expectation.types.includes(type);

/** Whether an item of this type can count for a rule at all. */
export const counts = (expectation: Expectation, type: EvidenceTypeId): boolean =>
  expectation.types.length === 0 || names(expectation, type);

/** What a capability's rules still want of this type, in one line; nothing where they want nothing. */
export function choiceHint(
  coverage: CapabilityCoverage | undefined,
  type: EvidenceTypeId,
): string | undefined {
  if (coverage === undefined) return undefined;
  if (coverage.items === 0) return 'Nothing is linked here yet';
  const wanting = coverage.expectations.find((result) => !result.met && names(result.expectation, type));
  return wanting === undefined
    ? undefined
    : `Still wanted: ${wanting.expectation.title} (${progressWords(wanting)})`;
}

/** Types that a capability's rules name, those that are still wanting first. */
export function wantedTypes(coverage: CapabilityCoverage | undefined): readonly EvidenceTypeId[] {
  const results = coverage?.expectations ?? [];
  const inOrder = [...results.filter(({ met }) => !met), ...results.filter(({ met }) => met)];
  return [...new Set(inOrder.flatMap(({ expectation }) => expectation.types))];
}
