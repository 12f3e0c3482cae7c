import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '../text.ts';

/** Employment evidence one post may point to. */
export const mostEvidenceOfPost = 100;

/**
 * A post as a CV lists it. What proves it stays evidence: `evidence` names it, and the two are held against each other.
 * An empty text: not said yet.
 */
export const postInputSchema = z
  .strictObject({
    /** As the employer wrote it. */
    title: lineSchema(200),
    grade: optionalLineSchema(120),
    specialty: optionalLineSchema(120),
    institution: optionalLineSchema(160),
    /** Town or city. */
    place: optionalLineSchema(120),
    country: optionalLineSchema(80),
    from: isoDateSchema,
    /** Its last day; null: still held, or not known. */
    to: isoDateSchema.nullable(),
    /** Per cent of full time; null: not said yet. */
    wholeTime: z.number().min(1, { error: 'too-small' }).max(100, { error: 'too-large' }).nullable(),
    supervisor: optionalLineSchema(160),
    duties: proseSchema(5000),
    /** How closely the work was supervised. */
    supervision: optionalLineSchema(400),
    evidence: z.array(idSchema).max(mostEvidenceOfPost).readonly(),
  })
  .refine(({ from, to }) => to === null || to >= from, { error: 'end-before-start', path: ['to'] });
export type PostInput = Readonly<z.output<typeof postInputSchema>>;

export const postSchema = z
  .strictObject({
    ...postInputSchema.shape,
    id: idSchema,
    createdAt: isoInstantSchema,
    updatedAt: isoInstantSchema,
  })
  .refine(({ from, to }) => to === null || to >= from, { error: 'end-before-start', path: ['to'] });
export type Post = Readonly<z.output<typeof postSchema>>;

/** Newest first, as a CV lists them: by when they began, those still held before others of that day. */
export const newestPostFirst = (a: Post, b: Post): number => {
  if (a.from !== b.from) return a.from < b.from ? 1 : -1;
  const ends = [a.to ?? '9999-12-31', b.to ?? '9999-12-31'] as const;
  return ends[0] === ends[1] ? (a.id < b.id ? -1 : 1) : ends[0] < ends[1] ? 1 : -1;
};
