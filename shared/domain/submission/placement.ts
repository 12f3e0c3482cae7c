import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { optionalLineSchema } from '../text.ts';

/**
 * Longest description of a document, in characters. The guidance asks for a short and accurate one and names no number:
 * this is a working bound, so that file names stay within what every file system takes.
 */
export const longestDescription = 120;

/** What a person chose about one item's place in a submission. Absent, or nothing chosen: the rules place it. */
export const placementSchema = z.strictObject({
  /** The item's own id: an item has one place. */
  id: idSchema,
  /** Id of the section it lives in; null: by the rule. One that the guidance no longer has counts as none. */
  section: z.string().min(1).max(120).nullable(),
  /** Empty: the item's title. */
  description: optionalLineSchema(longestDescription),
  /** Among the documents of its section; null: after those with a number, newest first. */
  order: z.number().int().min(1).max(1_000_000).nullable(),
  leftOut: z.boolean(),
  updatedAt: isoInstantSchema,
});
export type Placement = Readonly<z.output<typeof placementSchema>>;

/** What may be chosen at once; what is not named stays. */
export const placementChangeSchema = z.strictObject({
  section: placementSchema.shape.section.optional(),
  description: placementSchema.shape.description.optional(),
  leftOut: z.boolean().optional(),
});
export type PlacementChange = Readonly<z.output<typeof placementChangeSchema>>;

export const noPlacement = (id: string, at: string): Placement => ({
  id,
  section: null,
  description: '',
  order: null,
  leftOut: false,
  updatedAt: at,
});

/** Whether it says no more than that nothing was chosen: then it need not be kept. */
export const saysNothing = ({ section, description, order, leftOut }: Placement): boolean =>
  section === null && description === '' && order === null && !leftOut;
