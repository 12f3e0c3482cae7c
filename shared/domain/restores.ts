import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { idSchema } from './ids.ts';
import { storeHeadsSchema } from './sealed-heads.ts';

/** That this vault was put back from a backup: everything between that backup and this moment was left behind. */
export const restoreRecordSchema = z.strictObject({
  id: idSchema,
  at: isoInstantSchema,
  /** When the backup was made. */
  madeAt: isoInstantSchema,
  /** Where its journals stood: the vault goes on from there. */
  heads: storeHeadsSchema,
});
export type RestoreRecord = Readonly<z.output<typeof restoreRecordSchema>>;

/**
 * The restore that left a backup behind; undefined when the vault must still hold what the backup holds. Made after the
 * backup that was restored and before it was: nothing else is left behind, however the journals look.
 * @param madeAt when the backup was made.
 * @param now a restore dated later than this explains nothing: it would excuse backups still to come.
 */
export function restoreBehind(
  madeAt: string,
  restores: Iterable<Pick<RestoreRecord, 'at' | 'madeAt'>>,
  now: Date,
): Pick<RestoreRecord, 'at' | 'madeAt'> | undefined {
  const made = Date.parse(madeAt);
  for (const restore of restores) {
    const at = Date.parse(restore.at);
    if (at <= now.getTime() && Date.parse(restore.madeAt) < made && made < at) return restore;
  }
  return undefined;
}
