import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { evidenceTypeIdSchema } from '../evidence.ts';
import { idSchema } from '../ids.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '../text.ts';

export const opportunityKinds = [
  'management',
  'teaching',
  'governance',
  'audit-qi',
  'research',
  'secondment',
] as const;
export const opportunityKindSchema = z.enum(opportunityKinds);

/** What a programme offers its doctors beside clinical work. */
export const opportunityInputSchema = z.strictObject({
  kind: opportunityKindSchema,
  title: lineSchema(200),
  what: proseSchema(4000),
  place: optionalLineSchema(160),
  /** Whom to ask: a post or a person, as they want to be reached. */
  contact: optionalLineSchema(200),
  from: isoDateSchema.nullable(),
  until: isoDateSchema.nullable(),
  places: z.number().int().min(1).max(200).nullable(),
  /** Kinds of evidence it can lead to. */
  types: z.array(evidenceTypeIdSchema).max(20).readonly(),
  /** Guidance packs it suits; empty: all. */
  packs: z.array(z.string().max(80)).max(60).readonly(),
  closed: z.boolean(),
});
export type OpportunityInput = Readonly<z.output<typeof opportunityInputSchema>>;

/** What somebody says who takes one up. */
export const takeUpSchema = z.strictObject({ dueOn: isoDateSchema });

export const opportunitySchema = opportunityInputSchema.extend({
  id: idSchema,
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type Opportunity = Readonly<z.output<typeof opportunitySchema>>;
