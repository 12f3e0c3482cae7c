import { z } from 'zod';
import { newPassphraseSchema } from '#renderer/forms/new-passphrase.ts';
import { profileInputSchema } from '#shared/domain/profile.ts';

/** Who the person is, and the passphrase twice. */
export const setUpSchema = z
  .strictObject({
    profile: profileInputSchema,
    passphrase: newPassphraseSchema,
    again: z.string().min(1, { error: 'required' }),
  })
  .refine(({ passphrase, again }) => passphrase === again, { error: 'passphrases-differ', path: ['again'] });

export const setUpLabels = {
  'profile.name': 'Your name',
  'profile.roles': 'What you do',
  'profile.gmcNumber': 'GMC number',
  passphrase: 'Passphrase',
  again: 'Passphrase again',
} as const;
