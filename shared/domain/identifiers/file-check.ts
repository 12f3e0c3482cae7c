import { z } from 'zod';
import type { Sha256 } from '../ids.ts';
import { type CheckRule, fileStateSchema, rawHitSchema } from './check.ts';
import type { IdentifierOptions } from './types.ts';

const count = z.number().int().nonnegative();

/** What one file was found to hold, whatever it is called and wherever it is attached. */
export const fileCheckSchema = z.strictObject({
  state: fileStateSchema.exclude(['unchecked', 'not-kept']),
  pages: count,
  /** Pages on which there were no words. */
  withoutText: count,
  cutShort: z.boolean(),
  hits: z.array(rawHitSchema).readonly(),
});
export type FileCheck = Readonly<z.output<typeof fileCheckSchema>>;

/** Which file, and what may stay in it. */
export type CheckAsked = { readonly hash: Sha256; readonly options: IdentifierOptions };

/** As much of a hit as decides whether it is open: with the file, `rule` and `what` are what a decision goes by. */
export type BriefHit = { readonly rule: CheckRule; readonly what: Sha256; readonly low: boolean };
/** A check without its words and places: small enough to be remembered of every file. */
export type FileBrief = Pick<FileCheck, 'state'> & { readonly hits: readonly BriefHit[] };

/** What is kept of a check: derived, so that another form or what was found under other rules is simply made again. */
export const keptCheckSchema = z.strictObject({
  form: z.literal(1),
  /** Hash of the rules' version and the options. */
  under: z.string(),
  check: fileCheckSchema,
});
