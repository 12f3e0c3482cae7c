import { z } from 'zod';
import { passphraseLength, shortestPassphrase } from '#shared/domain/passphrase.ts';
import { profileInputSchema } from '#shared/domain/profile.ts';

/** Who the person is, and the passphrase twice. */
export const setUpSchema = z
  .strictObject({
    profile: profileInputSchema,
    passphrase: z
      .string()
      .min(1, { error: 'required' })
      .max(1024, { error: 'too-long' })
      .refine((passphrase) => passphraseLength(passphrase) >= shortestPassphrase, {
        error: 'passphrase-short',
      }),
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
