import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../dates.ts';
import { type EvidenceItem, evidenceTypeIdSchema } from '../evidence.ts';
import { capabilityCodeSchema, idSchema, sha256Schema } from '../ids.ts';
import { shownPassages } from '../passages/passages.ts';
import { agedFrom, type FallsOut } from './falling-out.ts';
import type { CoverageMap, ExpectationResult } from './types.ts';

/** An item as the screens about coverage list it. */
export const coverageItemSchema = z.strictObject({
  id: idSchema,
  type: evidenceTypeIdSchema,
  title: z.string(),
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  verified: z.boolean(),
  draft: z.boolean(),
  capabilities: z.array(capabilityCodeSchema).readonly(),
  /** Where in its files to look, capability by capability. `file` is null when it is no longer with the item. */
  passages: z
    .array(
      z.strictObject({
        capability: capabilityCodeSchema,
        file: sha256Schema.nullable(),
        from: z.number().int(),
        to: z.number().int(),
        quote: z.string(),
      }),
    )
    .readonly(),
});
export type CoverageItem = Readonly<z.output<typeof coverageItemSchema>>;

export const coverageItemOf = (item: EvidenceItem): CoverageItem => ({
  id: item.id,
  type: item.type,
  title: item.title,
  startedOn: item.startedOn,
  endedOn: item.endedOn,
  verified: item.verification !== null,
  draft: item.draft === true,
  capabilities: [...new Set(item.links.map(({ capability }) => capability))],
  passages: shownPassages(item),
});

export const ageingItemSchema = coverageItemSchema.extend({
  /** Submitted on that day or later, it is older than the window. */
  fallsOutOn: isoDateSchema,
  /** Capabilities under which newer evidence keeps it up: there it goes on counting. */
  keptUpUnder: z.array(capabilityCodeSchema).readonly(),
});
export type AgeingItem = Readonly<z.output<typeof ageingItemSchema>>;

/** A count that another target date would change. */
export const countChangeSchema = z.strictObject({
  capability: capabilityCodeSchema.nullable(),
  expectationId: z.string(),
  before: z.number(),
  after: z.number(),
  metBefore: z.boolean(),
  metAfter: z.boolean(),
});
export type CountChange = Readonly<z.output<typeof countChangeSchema>>;

/** An item that falls out of the window, and when. */
export type Ageing = { readonly item: EvidenceItem; readonly fallsOutOn: IsoDate };

const byDay = (a: Ageing, b: Ageing) =>
  a.fallsOutOn === b.fallsOutOn ? (a.item.id < b.item.id ? -1 : 1) : a.fallsOutOn < b.fallsOutOn ? -1 : 1;

/** @param keptUp the capabilities where older evidence is kept up on the target date */
export function ageingItemOf({ item, fallsOutOn }: Ageing, keptUp: ReadonlySet<string>): AgeingItem {
  const row = coverageItemOf(item);
  return { ...row, fallsOutOn, keptUpUnder: row.capabilities.filter((code) => keptUp.has(code)) };
}

/** Evidence that counts today and is older than the window by the target date, soonest first. */
export function ageingItems(
  items: Iterable<EvidenceItem>,
  { today, fallsOut }: { readonly today: IsoDate; readonly fallsOut: FallsOut },
): readonly Ageing[] {
  const found: Ageing[] = [];
  for (const item of items) {
    if (item.trashedAt !== null || item.draft === true || item.startedOn > today) continue;
    const fallsOutOn = fallsOut(agedFrom(item));
    if (fallsOutOn !== null) found.push({ item, fallsOutOn });
  }
  return found.sort(byDay);
}

const rulesOf = (map: CoverageMap): readonly (readonly [string | null, ExpectationResult])[] => [
  ...map.capabilities.flatMap(({ code, expectations }) =>
    expectations.map((result) => [code, result] as const),
  ),
  ...map.whole.map((result) => [null, result] as const),
];

/** What differs between two maps of the same portfolio and pack. */
export function countChanges(before: CoverageMap, after: CoverageMap): readonly CountChange[] {
  const others = rulesOf(after);
  return rulesOf(before).flatMap(([capability, was], at) => {
    const is = others[at]?.[1];
    if (is === undefined || (was.have === is.have && was.met === is.met)) return [];
    return [
      {
        capability,
        expectationId: was.expectation.id,
        before: was.have,
        after: is.have,
        metBefore: was.met,
        metAfter: is.met,
      },
    ];
  });
}
