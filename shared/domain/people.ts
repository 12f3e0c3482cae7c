import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { gmcNumberSchema, idSchema, sha256Schema } from './ids.ts';
import { profileRoleSchema } from './profile.ts';
import { lineSchema, optionalLineSchema } from './text.ts';

/** An age X25519 recipient: what packages for this person are encrypted to. */
export const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, { error: 'recipient' });

/** The public halves of a profile: what another vault needs to write to this person and to know their seals. */
export const cardSchema = z.strictObject({
  profileId: idSchema,
  name: lineSchema(120),
  roles: z.array(profileRoleSchema).max(8).readonly(),
  gmcNumber: gmcNumberSchema.nullable(),
  recipient: recipientSchema,
  /** PEM: the signer's own certificate, then the root that issued it. */
  certificates: z.array(z.string().max(4000)).min(1).max(4).readonly(),
});
export type Card = Readonly<z.output<typeof cardSchema>>;

/** How the owner of this vault made sure that a card is really that person's. */
export const confirmations = ['not-yet', 'by-voice', 'in-person', 'trusted-channel'] as const;
export const confirmationSchema = z.enum(confirmations);
export type Confirmation = z.infer<typeof confirmationSchema>;

/** A person in this vault's directory. */
export const personSchema = cardSchema.extend({
  /** The person's own profile id: one record a person. */
  id: idSchema,
  /** SHA-256 over the root certificate and the recipient: what is compared by voice (`fingerprintWords`). */
  fingerprint: sha256Schema,
  confirmed: confirmationSchema,
  confirmedOn: isoDateSchema.nullable(),
  note: optionalLineSchema(200),
  addedAt: isoInstantSchema,
});
export type Person = Readonly<z.output<typeof personSchema>>;

/** This vault's own age identity. The secret half never leaves the vault. */
export const ageIdentitySchema = z.strictObject({
  id: z.literal('age'),
  recipient: recipientSchema,
  secret: z.string().max(200),
  createdAt: isoInstantSchema,
});
export type AgeIdentity = Readonly<z.output<typeof ageIdentitySchema>>;

/**
 * The short fingerprint two people read to each other: 30 digits in six groups, from the first 100 bits or so of the
 * SHA-256, five bytes to a group.
 */
export function spokenFingerprint(fingerprint: string): readonly string[] {
  return Array.from({ length: 6 }, (_, index) => {
    const part = BigInt(`0x${fingerprint.slice(index * 10, index * 10 + 10)}`);
    return String(part % 100_000n).padStart(5, '0');
  });
}
