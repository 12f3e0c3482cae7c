import { z } from 'zod';

/** A record's id: a UUID made on this device, never meaningful to a reader. */
export const idSchema = z.uuid();
export type Id = z.infer<typeof idSchema>;

/** SHA-256 of some bytes, as 64 lower-case hex digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = z.infer<typeof sha256Schema>;

/** A capability's code within its guidance pack, for example `IM1` or `SLO4`. */
export const capabilityCodeSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/, { error: 'capability-code' });
export type CapabilityCode = z.infer<typeof capabilityCodeSchema>;

/** GMC reference numbers have seven digits. */
export const gmcNumberSchema = z.string().regex(/^[0-9]{7}$/, { error: 'gmc-number' });
