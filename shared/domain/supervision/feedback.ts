import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { passageSchema } from '../evidence.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { lineSchema, proseSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';
import { sbiSchema } from './sbi.ts';

/** `declined`: an assessor who was asked to sign off says that they cannot. */
export const feedbackVerdicts = ['seen', 'accepted', 'returned', 'comment', 'declined'] as const;
export const feedbackVerdictSchema = z.enum(feedbackVerdicts);
export type FeedbackVerdict = z.infer<typeof feedbackVerdictSchema>;

const said = {
  /** Required for `returned`, `comment` and `declined`, unless Situation, Behaviour and Impact say it. */
  comment: proseSchema(4000),
  /** The words it is about; null: the whole item. */
  passage: passageSchema.nullable(),
  sbi: sbiSchema.nullable(),
};

/** What somebody who has an item before them says of it. Issue code at `comment`: `required`. */
export const feedbackInputSchema = z
  .strictObject({ ...said, verdict: feedbackVerdictSchema.exclude(['declined']) })
  .refine(
    ({ verdict, comment, sbi }) =>
      verdict === 'seen' || verdict === 'accepted' || comment !== '' || sbi !== null,
    { error: 'required', path: ['comment'] },
  );
export type FeedbackInput = Readonly<z.output<typeof feedbackInputSchema>>;

/** What a supervisor or an assessor says of one evidence item as it was then. Written once and never changed. */
export const feedbackSchema = z.strictObject({
  ...said,
  id: idSchema,
  item: idSchema,
  /** The version of the item that was before them. */
  revision: sha256Schema,
  /** SHA-256 of what of that version a reader judges: tags and marks may change without the feedback being of something else. */
  content: sha256Schema,
  verdict: feedbackVerdictSchema,
  /** The request it answers. */
  request: idSchema.nullable(),
  by: personOnRecordSchema,
  /** Whose computer it was, where it was somebody else's. */
  device: lineSchema(120).nullable(),
  at: isoInstantSchema,
});
export type Feedback = Readonly<z.output<typeof feedbackSchema>>;
