import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { isoInstantSchema } from './dates.ts';
import { idSchema } from './ids.ts';
import { type JournalHead, journalHeadSchema } from './vault-records.ts';

/** A store's folder within the vault. */
export const storeNameSchema = z
  .string()
  .regex(/^(profile|portfolios\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/);

/** Where the journal of each store stood, by the store's folder within the vault. */
export const storeHeadsSchema = z.record(storeNameSchema, journalHeadSchema);
export type StoreHeads = Readonly<Record<string, JournalHead>>;

/** Why heads were sealed: the first save of a day, a review signed, something exported, a backup, the vault closed. */
export const sealingReasons = ['daily', 'sign-off', 'export', 'backup', 'close'] as const;
export type SealingReason = (typeof sealingReasons)[number];

/** The journals' heads as the owner's key of this device sealed them. A journal may have moved on since, never back. */
export const sealedHeadsSchema = z.strictObject({
  format: z.literal(1),
  vaultId: idSchema,
  at: isoInstantSchema,
  why: z.enum(sealingReasons),
  stores: storeHeadsSchema,
  /** PEM, leaf first, then the device's root. */
  certificates: z.array(z.string()).readonly(),
  /** Base64 of the ECDSA signature over `textOfHeads`. */
  signature: z.string(),
});
export type SealedHeads = Readonly<z.output<typeof sealedHeadsSchema>>;

/** What the seal is over: everything but the seal itself, and what kind of thing it is. */
export const textOfHeads = ({
  format,
  vaultId,
  at,
  why,
  stores,
}: Omit<SealedHeads, 'certificates' | 'signature'>) =>
  canonicalJson({ purpose: 'waymark/1/sealed-heads', format, vaultId, at, why, stores });

/** Whether every journal stands exactly where these heads say. */
export const sameHeads = (a: StoreHeads, b: StoreHeads) => canonicalJson(a) === canonicalJson(b);
