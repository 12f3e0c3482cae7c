import { z } from 'zod';
import { passphraseLength, shortestPassphrase } from '#shared/domain/passphrase.ts';
import { recoveryCodeIssue } from '#shared/domain/recovery-code.ts';

/** A passphrase that exists: only that something was typed. */
export const knownPassphraseSchema = z
  .string()
  .min(1, { error: 'required' })
  .max(1024, { error: 'too-long' });

export const newPassphraseSchema = knownPassphraseSchema.refine(
  (passphrase) => passphraseLength(passphrase) >= shortestPassphrase,
  { error: 'passphrase-short' },
);

/** A recovery code as typed: typing mistakes are found, and placed, before anything is tried. */
export const typedRecoveryCodeSchema = z
  .string()
  .min(1, { error: 'required' })
  .max(200, { error: 'too-long' })
  .superRefine((typed, context) => {
    const issue = typed === '' ? null : recoveryCodeIssue(typed);
    if (issue !== null) context.addIssue({ code: 'custom', message: issue });
  });
