import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { lineSchema } from '../text.ts';
import type { HitPlace } from './check.ts';

/** What somebody looked at and left as it is: one text, found by one rule, in one file or in one item's own words. */
export const dismissedHitSchema = z.strictObject({
  /** The file it stands in, whichever item it is attached to; null: the item's own text, or a file's name. */
  file: sha256Schema.nullable(),
  rule: z.string().min(1).max(40),
  /** SHA-256 of rule and text: the same words in the same file are one decision. */
  what: sha256Schema,
});
export type DismissedHit = Readonly<z.output<typeof dismissedHitSchema>>;

/**
 * Kept in the vault's own store: it stays in this vault and its backups, and goes into no package. What it is about is
 * named by hashes alone.
 */
export const dismissalSchema = dismissedHitSchema.extend({
  id: idSchema,
  /** The item it was dismissed at. */
  itemId: idSchema,
  reason: lineSchema(200),
  by: lineSchema(120),
  at: isoInstantSchema,
});
export type Dismissal = Readonly<z.output<typeof dismissalSchema>>;

/** The file a decision on a hit goes with: words of the item and names it gives to files are its own. */
export const decidedFileOf = (place: HitPlace): string | null =>
  place.kind === 'field' || place.kind === 'file-name' ? null : place.file;

/** What a decision is remembered by: the file's hash, or the item where the words are its own. */
export const dismissalKey = (itemId: string, { file, rule, what }: DismissedHit): string =>
  `${file ?? `item:${itemId}`}/${rule}/${what}`;
