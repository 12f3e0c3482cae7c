import { z } from 'zod';
import { idSchema } from '../ids.ts';

/** What is worth saying about a set before it is handed over, most pressing first. None of it stops anybody. */
export const problemKinds = [
  'open-hits',
  'anonymised-stale',
  'not-anonymised',
  'not-checked',
  'no-words',
  'encrypted-file',
  'malformed-file',
  'missing-file',
  'no-files',
  'unplaced',
  'not-verified',
  'not-authenticated',
  'translation-unsaid',
  'translation-alone',
  'same-file',
  'draft',
  'cv-findings',
  'empty-section',
  'over-documents',
  'over-pages',
  'pages-unknown',
  'left-out',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export const problemSchema = z.strictObject({
  kind: z.enum(problemKinds),
  /** The item it is about; null: the set, or a section. */
  itemId: idSchema.nullable(),
  /** What it is about, in words its owner knows: an item's title, a section's, a file's name. */
  about: z.string(),
  /** How many: hits, files, documents or pages; null where there is nothing to count. */
  count: z.number().int().nonnegative().nullable(),
});
export type Problem = Readonly<z.output<typeof problemSchema>>;
