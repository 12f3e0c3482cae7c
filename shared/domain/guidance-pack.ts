import { z } from 'zod';
import { applicationRulesSchema } from './application-rules.ts';
import { isoDateSchema } from './dates.ts';
import { detailKeySchema, evidenceTypeIdSchema } from './evidence.ts';
import { capabilityCodeSchema } from './ids.ts';
import { certaintySchema, packIdSchema, packLineSchema, provenance } from './pack-provenance.ts';

/** Where a fact was read. `date` is the source's own date, if it has one; `readOn` when the project read it. */
export const packSourceSchema = z.strictObject({
  id: packIdSchema,
  title: packLineSchema,
  publisher: packLineSchema,
  url: z.url().nullable(),
  date: z.string().max(40).nullable(),
  readOn: isoDateSchema,
});
export type PackSource = Readonly<z.output<typeof packSourceSchema>>;

/** The period in which evidence counts fully. `wholeTimeEquivalent` years run slower for part-time doctors. */
export const windowSchema = z.strictObject({
  years: z.number().positive().max(20),
  wholeTimeEquivalent: z.boolean(),
  ...provenance,
});
export type Window = Readonly<z.output<typeof windowSchema>>;

/**
 * What an expectation counts: items of its types, the cases they record (`details.cases`), their hours, the number of
 * different evidence types among them, or the items somebody verified.
 */
export const expectationUnits = ['items', 'cases', 'hours', 'kinds', 'verified-items'] as const;

export const expectationSchema = z.strictObject({
  id: packIdSchema,
  title: packLineSchema,
  /** Evidence types that count; empty means every type. */
  types: z.array(evidenceTypeIdSchema).max(40).readonly(),
  /** Narrows the count to items whose detail field has this value, for example structured reports among references. */
  only: z.strictObject({ field: detailKeySchema, value: z.string().min(1).max(80) }).optional(),
  atLeast: z.number().positive(),
  unit: z.enum(expectationUnits),
  /** Only evidence of the last so many years counts; null means the pack's window. */
  withinYears: z.number().positive().max(20).nullable(),
  note: z.string().max(600),
  ...provenance,
});
export type Expectation = Readonly<z.output<typeof expectationSchema>>;

export const capabilityKinds = ['clinical', 'generic'] as const;

/** Good medical practice domains: the number alone means nothing, editions renumbered them. */
export const gmpDomainSchema = z.strictObject({
  edition: z.union([z.literal(2013), z.literal(2024)]),
  domain: z.number().int().min(1).max(4),
  ...provenance,
});
export type GmpDomain = Readonly<z.output<typeof gmpDomainSchema>>;

/** Domains of the GMC's Generic professional capabilities framework, with the edition that numbers them. */
export const gpcDomainSchema = z.strictObject({
  edition: z.literal(2017),
  domain: z.number().int().min(1).max(9),
  ...provenance,
});
export type GpcDomain = Readonly<z.output<typeof gpcDomainSchema>>;

/** Something the guidance asks that no count over the record can answer: it is shown, never computed. */
export const reminderSchema = z.strictObject({
  id: packIdSchema,
  text: z.string().min(1).max(600),
  /** The capability it belongs to; null for the whole portfolio. */
  capability: capabilityCodeSchema.nullable(),
  ...provenance,
});
export type Reminder = Readonly<z.output<typeof reminderSchema>>;

export const capabilitySchema = z.strictObject({
  code: capabilityCodeSchema,
  title: packLineSchema,
  kind: z.enum(capabilityKinds),
  themes: z
    .array(z.strictObject({ code: capabilityCodeSchema, title: packLineSchema, ...provenance }))
    .max(60)
    .readonly(),
  /** Generic professional capabilities this one covers, where known. */
  gpc: z.array(gpcDomainSchema).max(9).readonly(),
  /** Good medical practice domains this one covers, where known. */
  gmp: z.array(gmpDomainSchema).max(8).readonly(),
  expectations: z.array(expectationSchema).max(60).readonly(),
  ...provenance,
});
export type Capability = Readonly<z.output<typeof capabilitySchema>>;

/** What a pack says of one evidence type. */
export const packTypeSchema = z.strictObject({
  type: evidenceTypeIdSchema,
  title: z.string().min(1).max(80).optional(),
  hidden: z.literal(true).optional(),
});
export type PackType = Readonly<z.output<typeof packTypeSchema>>;

/** Looser than a UUID of ours: other systems number theirs as they like. */
const guidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: 'not-a-guid' });

/** A specialty's guidance as versioned data. `docs/guidance-packs.md` describes it for people who write packs. */
export const guidancePackSchema = z.strictObject({
  format: z.literal('waymark-guidance-1'),
  id: packIdSchema,
  title: packLineSchema,
  specialty: packLineSchema,
  curriculum: packLineSchema,
  version: z.string().regex(/^[0-9]+\.[0-9]+\.[0-9]+$/, { error: 'pack-version' }),
  /**
   * The least certain of the capability list, the window and the quantities that are said to come from guidance: shown
   * wherever the pack is. Working aims do not lower it, because each is labelled as one.
   */
  certainty: certaintySchema,
  notice: z.string().min(1).max(1200),
  /** The college's own name for a capability: CiP, HLO, SLO, HiLLO, domain. */
  capabilityName: z.string().min(1).max(40),
  source: packIdSchema,
  window: windowSchema,
  capabilities: z.array(capabilitySchema).min(1).max(60).readonly(),
  /** What the guidance asks of the portfolio as a whole. */
  expectations: z.array(expectationSchema).max(60).readonly(),
  reminders: z.array(reminderSchema).max(60).readonly(),
  /** Evidence types this guidance calls otherwise, or does not use: those are not offered, and what has them stays. */
  types: z.array(packTypeSchema).max(60).readonly().optional(),
  /** Permanent names of its parts in other systems, where it came from one. `of`: `document`, `capability:G1`, `theme:1.1`. */
  identifiers: z
    .array(z.strictObject({ of: z.string().max(40), identifier: guidSchema }))
    .max(4000)
    .readonly()
    .optional(),
  /** Where this guidance differs from the rules every application shares. */
  application: applicationRulesSchema.optional(),
  sources: z.array(packSourceSchema).min(1).max(100).readonly(),
});
export type GuidancePack = Readonly<z.output<typeof guidancePackSchema>>;

/** What a chooser needs of a pack. */
export const packSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  specialty: z.string(),
  curriculum: z.string(),
  version: z.string(),
  /** Whether it came with Waymark, or is the owner's. */
  origin: z.enum(['shipped', 'own']),
  certainty: certaintySchema,
  notice: z.string(),
  capabilityName: z.string(),
  source: packSourceSchema,
  window: windowSchema,
  capabilities: z.array(z.strictObject({ code: z.string(), title: z.string() })).readonly(),
});
export type PackSummary = Readonly<z.output<typeof packSummarySchema>>;
