import { z } from 'zod';
import { passphraseLength, shortestPassphrase } from '#shared/domain/passphrase.ts';
import { identityCheckSchema } from '#shared/domain/review.ts';

/** Whether the chair owns this vault, has signed on this device before, or is new to it. */
export type Standing = 'owner' | 'known' | 'new';

/** What the form holds; the owner's identity needs no check, and only a new passphrase is typed twice. */
export type SignDraft = { passphrase: string; again: string; identityCheck: string | null };

const passphrase = z.string().min(1, { error: 'required' }).max(1024, { error: 'too-long' });
const check = identityCheckSchema.exclude(['own-profile']);

const owner = z.strictObject({ passphrase, again: z.string(), identityCheck: z.null() });
const known = z.strictObject({ passphrase, again: z.string(), identityCheck: check });
const fresh = z
  .strictObject({
    passphrase: passphrase.refine((text) => passphraseLength(text) >= shortestPassphrase, {
      error: 'passphrase-short',
    }),
    again: passphrase,
    identityCheck: check,
  })
  .refine((draft) => draft.passphrase === draft.again, { error: 'passphrases-differ', path: ['again'] });

export type SignChoice = {
  passphrase: string;
  again: string;
  identityCheck: z.output<typeof check> | null;
};

/** The rules of the form for one standing. Its inputs are looser than the rules: a choice not made yet is null. */
export const signSchema = (standing: Standing): z.ZodType<SignChoice, SignDraft> =>
  // The input side only says what the fields may hold before they are checked.
  ({ owner, known, new: fresh })[standing] as unknown as z.ZodType<SignChoice, SignDraft>;
