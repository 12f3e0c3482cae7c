import { z } from 'zod';
import { documentKindSchema, malformedReasons } from './text.ts';

/** Why a file could not be read, as far as that is about the file itself. */
export const fileFailureSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('FILE_ENCRYPTED') }),
  z.strictObject({ code: z.literal('FILE_MALFORMED'), why: z.enum(malformedReasons) }),
]);

/** What is kept of a file's words: derived, so a form of it that is not known is simply made again. */
export const keptTextSchema = z.strictObject({
  form: z.literal(1),
  kind: documentKindSchema,
  pageCount: z.number().int(),
  cutShort: z.boolean(),
  pages: z.array(
    z.strictObject({ page: z.number().int(), width: z.number(), height: z.number(), text: z.string() }),
  ),
  failure: fileFailureSchema.nullable(),
});
export type KeptText = Readonly<z.output<typeof keptTextSchema>>;
