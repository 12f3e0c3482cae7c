import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { errorsOf, unlocked } from './errors.ts';

/** Names what is being written, for example `evidence/new/<portfolio>`. */
const key = z
  .string()
  .max(200)
  .regex(/^[a-z0-9][a-z0-9/-]*$/, { error: 'draft-key' });
const about = z.strictObject({ key, savedAt: isoInstantSchema });
const withFiles = { ...unlocked, ...errorsOf('VAULT_DAMAGED', 'VAULT_NEWER') };

/** Text that is not saved yet, kept encrypted in the vault so that a lock loses none of it. */
export const draftsContract = {
  /** @param text the form's values as JSON; at most a million characters. */
  keep: oc
    .errors(unlocked)
    .input(z.strictObject({ key, text: z.string().max(1_000_000) }))
    .output(about),
  get: oc
    .errors(withFiles)
    .input(z.strictObject({ key }))
    .output(about.extend({ text: z.string() }).nullable()),
  /** Newest first. */
  list: oc.errors(withFiles).output(z.array(about).readonly()),
  drop: oc.errors(unlocked).input(z.strictObject({ key })).output(z.null()),
};
