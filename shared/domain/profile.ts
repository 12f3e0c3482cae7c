import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { gmcNumberSchema, idSchema } from './ids.ts';
import { lineSchema } from './text.ts';

/** What a person does in the pathway. One person may do several of these. */
export const profileRoles = ['doctor', 'supervisor', 'panel', 'programme-lead'] as const;
export const profileRoleSchema = z.enum(profileRoles);
export type ProfileRole = z.infer<typeof profileRoleSchema>;

/** What a person may write about themselves; the rest of a profile is Waymark's. */
export const profileInputSchema = z.strictObject({
  name: lineSchema(120),
  roles: z.array(profileRoleSchema).min(1, { error: 'required' }).readonly(),
  gmcNumber: gmcNumberSchema.nullable(),
});
export type ProfileInput = z.output<typeof profileInputSchema>;

export const profileSchema = profileInputSchema.extend({
  id: idSchema,
  createdAt: isoInstantSchema,
  /** True in the sample vault: every screen and report then says so. */
  sample: z.boolean(),
});
export type Profile = Readonly<z.output<typeof profileSchema>>;
