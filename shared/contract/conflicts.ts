import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { authorSchema } from '#shared/domain/revisions.ts';
import { errorsOf, unlocked } from './errors.ts';
import { recordRef } from './history.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

/** One of the newest versions of a record that was changed in two places. */
export const sideSchema = z.strictObject({
  revision: sha256Schema,
  /** Null: deleted there. */
  value: z.unknown(),
  by: authorSchema.nullable(),
  /** It is the one that is shown until somebody decides. */
  shown: z.boolean(),
  /** Signed: nothing can take its place. */
  sealed: z.boolean(),
});
export type Side = Readonly<z.output<typeof sideSchema>>;

export const conflictsContract = {
  list: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      z
        .array(
          z.strictObject({
            collection: z.string(),
            id: idSchema,
            title: z.string(),
            sides: z.number().int(),
          }),
        )
        .readonly(),
    ),
  /** Every side, the shown one first, and the version they both started from, where it is kept here. */
  get: oc
    .errors({ ...errors, ...errorsOf('PANEL_REFUSED') })
    .input(recordRef)
    .output(
      z.strictObject({
        title: z.string(),
        sides: z.array(sideSchema).readonly(),
        base: z.unknown(),
        hasBase: z.boolean(),
      }),
    ),
  /**
   * Ends a conflict by a new version that follows every side; all of them stay in the history. `sides`: those the
   * person saw. `choose`: that side as it is; `combine`: this value, made of them.
   */
  settle: oc
    .errors({ ...errors, ...errorsOf('CHANGED_SINCE', 'NOT_UNDOABLE', 'PANEL_REFUSED') })
    .input(
      recordRef.extend({
        sides: z.array(sha256Schema).min(2).max(32).readonly(),
        decision: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('choose'), revision: sha256Schema }),
          z.strictObject({ kind: z.literal('combine'), value: z.unknown() }),
        ]),
      }),
    )
    .output(z.strictObject({})),
};
