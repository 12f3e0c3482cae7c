import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { capabilityCodeSchema, idSchema } from './ids.ts';

const named = z.strictObject({ code: z.string(), title: z.string() });
export type NamedCapability = Readonly<z.output<typeof named>>;

/** What becomes of a capability that links name. */
export const capabilityFates = [
  /** Same code and title: its links stay as they are. */
  'same',
  /** The other guidance has something like it: suggested, to be looked at. */
  'alike',
  /** Nothing there is like it: somebody chooses, or its links stay unmapped. */
  'gone',
] as const;

export const capabilityFateSchema = z.strictObject({
  from: named,
  fate: z.enum(capabilityFates),
  /** Where its links go unless somebody says otherwise; null: they stay unmapped. */
  to: z.string().nullable(),
  suggestions: z.array(named.extend({ likeness: z.number() })).readonly(),
  /** Links to it now, those of trashed items and drafts included. */
  links: z.number().int(),
});
export type CapabilityFate = Readonly<z.output<typeof capabilityFateSchema>>;

/** A count that is asked differently; null where it is not asked. */
export const ruleChangeSchema = z.strictObject({
  /** The capability it is under; null for the whole portfolio. */
  capability: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type RuleChange = Readonly<z.output<typeof ruleChangeSchema>>;

const packName = z.strictObject({ id: z.string(), title: z.string(), version: z.string() });

export const guidanceChangeSchema = z.strictObject({
  from: packName,
  to: packName,
  capabilities: z.array(capabilityFateSchema).readonly(),
  added: z.array(named).readonly(),
  rules: z.array(ruleChangeSchema).readonly(),
  /** The capabilities to choose from. */
  targets: z.array(named).readonly(),
});
export type GuidanceChange = Readonly<z.output<typeof guidanceChangeSchema>>;

/** Where the links of one capability go; null: they stay unmapped, and nothing is lost. */
export const linkMappingSchema = z
  .array(z.strictObject({ from: capabilityCodeSchema, to: capabilityCodeSchema.nullable() }))
  .max(500)
  .readonly();
export type LinkMapping = z.output<typeof linkMappingSchema>;

/** What becomes of a capability that a review names which is not signed yet. */
export const movedReviewSchema = z.strictObject({
  review: idSchema,
  heldOn: isoDateSchema,
  what: z.enum(['judgement', 'action']),
  from: z.string(),
  /** Null: it goes nowhere, and `why`. */
  to: z.string().nullable(),
  why: z.enum(['unmapped', 'judged-already', 'signed']).nullable(),
});
export type MovedReview = Readonly<z.output<typeof movedReviewSchema>>;

/** What moving would do, or did. */
export const movePreviewSchema = z.strictObject({
  items: z.number().int(),
  /** Links that go to another capability, that stay as they are, and that stay unmapped. */
  moved: z.number().int(),
  kept: z.number().int(),
  unmapped: z.number().int(),
  /** In reviews that are not signed; absent where none of them names what changes. */
  reviews: z.array(movedReviewSchema).readonly().optional(),
});
export type MovePreview = Readonly<z.output<typeof movePreviewSchema>>;
