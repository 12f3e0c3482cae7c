import { z } from 'zod';
import { documentTextSchema } from './text.ts';

/** What a file holds that its pages do not show, and the codes in their pictures. */
export const findingsSchema = documentTextSchema.omit({ pages: true });
export type Findings = Readonly<z.output<typeof findingsSchema>>;

/** What is kept of it: derived, so a form of it that is not known is simply made again. */
export const keptFindingsSchema = findingsSchema.extend({ form: z.literal(1) });
