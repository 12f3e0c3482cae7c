import { z } from 'zod';
import type { EveryRule } from '../application-rules.ts';
import { type IsoDate, monthsAfter } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { idSchema } from '../ids.ts';
import { type Institution, placeKey } from './institutions.ts';
import type { Verifier } from './verifier.ts';

export const registerWarnings = [
  'not-accepted',
  'leaves-before',
  'leaves-while-checked',
  'no-verifier',
  'several-verifiers',
  'other-employer',
  'employment-only',
] as const;
export const registerWarningSchema = z.strictObject({
  kind: z.enum(registerWarnings),
  /** Who it is about; null: an institution. */
  verifierId: idSchema.nullable(),
  institution: z.string(),
  /** How many items it concerns. */
  items: z.number().int().nonnegative(),
});
export type RegisterWarning = Readonly<z.output<typeof registerWarningSchema>>;

/**
 * What the rules say about who is asked to verify what. Sources and certainty are those of the rule.
 * @param likely the day the doctor hopes to submit
 */
export function warningsOf(input: {
  readonly institutions: readonly Institution[];
  readonly items: Iterable<EvidenceItem>;
  readonly verifiers: ReadonlyMap<string, Verifier>;
  readonly rule: EveryRule['verifiers'];
  readonly likely: IsoDate;
}): readonly RegisterWarning[] {
  const { institutions, verifiers, rule, likely } = input;
  const found: RegisterWarning[] = [];
  const asked = new Map<string, EvidenceItem[]>();
  for (const item of input.items) {
    if (item.verifierId === undefined || item.trashedAt !== null) continue;
    asked.set(item.verifierId, [...(asked.get(item.verifierId) ?? []), item]);
  }
  const checkedUntil = monthsAfter(likely, rule.reachableMonths);
  for (const { id, kind, institution, reachableUntil } of verifiers.values()) {
    const items = asked.get(id) ?? [];
    const say = (warning: RegisterWarning['kind'], count: number) =>
      found.push({ kind: warning, verifierId: id, institution, items: count });
    if (rule.notAccepted.includes(kind)) say('not-accepted', items.length);
    if (reachableUntil !== null && reachableUntil < likely) say('leaves-before', items.length);
    else if (reachableUntil !== null && reachableUntil < checkedUntil)
      say('leaves-while-checked', items.length);
    const elsewhere = items.filter(({ place }) => place !== '' && placeKey(place) !== placeKey(institution));
    if (elsewhere.length > 0) say('other-employer', elsewhere.length);
    const other = items.filter(({ type }) => !rule.employmentTypes.includes(type));
    if (rule.employmentOnly.includes(kind) && other.length > 0) say('employment-only', other.length);
  }
  for (const { name, items, verifiers: here } of institutions) {
    const waiting = items.filter(({ verified }) => !verified).length;
    const may = here.filter(
      ({ kind }) => !rule.notAccepted.includes(kind) && !rule.employmentOnly.includes(kind),
    );
    const say = (kind: RegisterWarning['kind'], count: number) =>
      found.push({ kind, verifierId: null, institution: name, items: count });
    if (waiting > 0 && may.length === 0) say('no-verifier', waiting);
    if (may.length > 1) say('several-verifiers', items.length);
  }
  const rank = new Map(registerWarnings.map((kind, at) => [kind, at]));
  return found.toSorted((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0));
}
