import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { lockAfterSchema, recoveryStandingSchema } from '#shared/domain/security.ts';
import { errorsOf, unlocked } from './errors.ts';

export const passphraseSchema = z.string().max(1024);
/** As typed: case, spaces and look-alikes are forgiven, typos are INVALID before anything is tried. */
export const recoveryCodeSchema = z.string().max(200);

export const securitySchema = z.strictObject({
  /** First digits of the vault's id, as on the printed page. */
  vault: z.string(),
  recovery: z.strictObject({ standing: recoveryStandingSchema, madeAt: isoInstantSchema.nullable() }),
  keychain: z.strictObject({ available: z.boolean(), madeAt: isoInstantSchema.nullable() }),
  lockAfter: lockAfterSchema,
});

const withPassphrase = { ...unlocked, ...errorsOf('WRONG_PASSPHRASE') };
const passphrase = z.strictObject({ passphrase: passphraseSchema });

export const securityContract = {
  get: oc.errors(unlocked).output(securitySchema),
  /** With the passphrase in force, or with the recovery code. */
  changePassphrase: oc
    .errors({ ...withPassphrase, ...errorsOf('WRONG_RECOVERY_CODE', 'WEAK_PASSPHRASE') })
    .input(
      z.strictObject({
        proof: z.union([passphrase, z.strictObject({ code: recoveryCodeSchema })]),
        newPassphrase: passphraseSchema,
      }),
    )
    .output(securitySchema),
  /** Makes a recovery code and gives it out, this once: nothing keeps it. The one before stops working. */
  newRecoveryCode: oc
    .errors(withPassphrase)
    .input(passphrase)
    .output(z.strictObject({ code: z.string(), madeAt: isoInstantSchema, vault: z.string() })),
  /** The owner says that the page of the present code is kept. */
  recoveryPageKept: oc.errors(unlocked).output(securitySchema),
  /** The page to print, laid out from the code the caller still holds: a PDF in base64, written to no disk. */
  recoveryPage: oc
    .errors({ ...unlocked, ...errorsOf('WRONG_RECOVERY_CODE') })
    .input(z.strictObject({ code: recoveryCodeSchema }))
    .output(z.strictObject({ name: z.string(), pdf: z.string() })),
  keepInKeychain: oc
    .errors({ ...withPassphrase, ...errorsOf('NO_KEYCHAIN') })
    .input(passphrase)
    .output(securitySchema),
  forgetKeychain: oc.errors(unlocked).output(securitySchema),
  setLockAfter: oc
    .errors(unlocked)
    .input(z.strictObject({ lockAfter: lockAfterSchema }))
    .output(securitySchema),
};
