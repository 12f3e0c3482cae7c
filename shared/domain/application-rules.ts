import { z } from 'zod';
import { cvSectionSchema, postWishSchema } from './cv/cv.ts';
import { evidenceTypeIdSchema } from './evidence.ts';
import { packIdSchema, packLineSchema, provenance } from './pack-provenance.ts';
import { verifierKindSchema } from './registers/verifier.ts';

const types = z.array(evidenceTypeIdSchema).max(40).readonly();
const someTypes = z.array(evidenceTypeIdSchema).min(1).max(40).readonly();
const note = z.string().max(600);

/** A heading of the application beside those of the capabilities, which come one each in the pack's order. */
export const applicationSectionSchema = z.strictObject({
  id: packIdSchema,
  title: packLineSchema,
  place: z.enum(['before', 'after']),
  /** Evidence of these types belongs there first, whatever it is linked to. */
  types,
  note,
  ...provenance,
});
export type ApplicationSection = Readonly<z.output<typeof applicationSectionSchema>>;

const refereeKindSchema = z.strictObject({
  id: packIdSchema,
  title: packLineSchema,
  atLeast: z.number().int().min(1).max(20),
});

const rules = {
  sections: z.array(applicationSectionSchema).max(40).readonly(),
  /** What a whole application usually holds; guides, not limits. */
  budget: z.strictObject({
    documents: z.number().int().min(1).max(10_000),
    pagesFrom: z.number().int().min(1).max(100_000),
    pagesTo: z.number().int().min(1).max(100_000),
    note,
    ...provenance,
  }),
  /** Evidence older than the window counts where evidence of these types shows that the skill was kept up since. */
  maintenance: z.strictObject({ types: someTypes, note, ...provenance }),
  referees: z.strictObject({
    atLeast: z.number().int().min(1).max(20),
    kinds: z.array(refereeKindSchema).max(10).readonly(),
    /** Years in which they must have worked with the doctor; null where the guidance names none. */
    workedTogetherWithinYears: z.number().positive().max(20).nullable(),
    note,
    ...provenance,
  }),
  /** Types the GMC does not ask to have verified. */
  notVerified: z.strictObject({ types: someTypes, note, ...provenance }),
  /** Types whose copies must be certified when they come from abroad. */
  authenticated: z.strictObject({ types: someTypes, note, ...provenance }),
  /** Who may confirm evidence. */
  verifiers: z.strictObject({
    notAccepted: z.array(verifierKindSchema).max(10).readonly(),
    /** May confirm evidence of `employmentTypes` and nothing else. */
    employmentOnly: z.array(verifierKindSchema).max(10).readonly(),
    employmentTypes: someTypes,
    /** How long after the submission the GMC may write to them. */
    reachableMonths: z.number().int().min(1).max(36),
    note,
    ...provenance,
  }),
  /** A gap in the posts of more days than this wants a reason. */
  gap: z.strictObject({ days: z.number().int().min(1).max(365), note, ...provenance }),
  /** The CV: its parts in order, and what it says of each post. */
  cv: z.strictObject({
    order: z.array(cvSectionSchema).min(1).max(cvSectionSchema.options.length).readonly(),
    posts: z.array(postWishSchema).max(postWishSchema.options.length).readonly(),
    note,
    ...provenance,
  }),
  /** How old a CV may be when it is handed over. */
  cvAge: z.strictObject({ months: z.number().int().min(1).max(60), note, ...provenance }),
  /** Posts held at once that come to more than this, in per cent of full time, want explaining. */
  overlap: z.strictObject({ percent: z.number().min(1).max(1000), note, ...provenance }),
};

/** What the GMC asks of an application as a whole. A pack may say any of it differently than the rules all packs share. */
export const applicationRulesSchema = z.strictObject({
  sections: rules.sections.optional(),
  budget: rules.budget.optional(),
  maintenance: rules.maintenance.optional(),
  referees: rules.referees.optional(),
  notVerified: rules.notVerified.optional(),
  authenticated: rules.authenticated.optional(),
  verifiers: rules.verifiers.optional(),
  gap: rules.gap.optional(),
  cv: rules.cv.optional(),
  cvAge: rules.cvAge.optional(),
  overlap: rules.overlap.optional(),
});
export type ApplicationRules = Readonly<z.output<typeof applicationRulesSchema>>;
/** Every rule, where each is said by somebody. */
export type EveryRule = { readonly [K in keyof ApplicationRules]-?: NonNullable<ApplicationRules[K]> };
