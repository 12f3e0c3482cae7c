import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { lineAboutSchema } from './history.ts';
import { idSchema, sha256Schema } from './ids.ts';

/**
 * A move of evidence items between two portfolios that was begun. Two journals cannot be written at once: this is
 * written first and taken away last, so that a crash in between is noticed and the move is finished.
 */
export const moveSchema = z.strictObject({
  id: idSchema,
  at: isoInstantSchema,
  from: idSchema,
  to: idSchema,
  /** What travelled, each at the version that did: only that one is taken away where it came from. */
  items: z.array(z.strictObject({ id: idSchema, revision: sha256Schema })).readonly(),
  /** Of the line that takes them away. */
  action: z.string().min(1).max(60),
  about: lineAboutSchema,
});
export type Move = Readonly<z.output<typeof moveSchema>>;

/** What moving items to another portfolio would do. */
export const movePlanSchema = z.strictObject({
  items: z.number().int(),
  files: z.number().int(),
  /** Bytes of these files. */
  bytes: z.number().int(),
  /** Links to capabilities the other guidance does not have: they stay, named as they are. */
  foreign: z.array(z.string()).readonly(),
  /** Links whose code means another capability there: they do not go along. */
  leftOut: z.array(z.string()).readonly(),
});
export type MovePlan = Readonly<z.output<typeof movePlanSchema>>;
