import { oc } from '@orpc/contract';
import { z } from 'zod';
import { failureData } from '#shared/domain/failure-codes.ts';
import { profileInputSchema, profileSchema } from '#shared/domain/profile.ts';
import { salvageReportSchema } from '#shared/domain/salvage.ts';
import { recoveryStandingSchema } from '#shared/domain/security.ts';
import { common, errorsOf, unlocked } from './errors.ts';
import { passphraseSchema, recoveryCodeSchema } from './security.ts';

/** What stops a vault from opening at all: shown on its own screen, nothing is repaired or defaulted. */
export const vaultFaultSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('VAULT_NEWER'), data: failureData.VAULT_NEWER }),
  z.strictObject({ code: z.literal('VAULT_DAMAGED'), data: failureData.VAULT_DAMAGED }),
]);

export const appStatusSchema = z.strictObject({
  /** `absent`: first start. `fault`: see `fault`. */
  state: z.enum(['absent', 'locked', 'open', 'fault']),
  fault: vaultFaultSchema.nullable(),
  host: z.enum(['desktop', 'browser']),
  version: z.string(),
  /** Where the vault's folder is on this machine. */
  vaultFolder: z.string(),
  syncedFolder: z.boolean(),
  profile: profileSchema.nullable(),
  /** True while the sample vault is open: nothing in it is kept. */
  sample: z.boolean(),
  /** The ways in besides the passphrase that could work here; only while it is locked. */
  ways: z.strictObject({ recovery: z.boolean(), keychain: z.boolean() }),
  /** Minutes without use after which an open vault locks itself; null for never. */
  lockAfter: z.number().positive().nullable(),
  /** Null unless a vault of one's own is open. */
  recovery: recoveryStandingSchema.nullable(),
});

const opening = { ...common, ...errorsOf('VAULT_IN_USE', 'VAULT_NEWER', 'VAULT_DAMAGED') };

export const appContract = {
  status: oc.errors(common).output(appStatusSchema),
  /** Makes the vault and opens it. Its recovery code is given out this once: nothing keeps it. */
  createVault: oc
    .errors({ ...opening, ...errorsOf('VAULT_EXISTS', 'WEAK_PASSPHRASE') })
    .input(z.strictObject({ passphrase: passphraseSchema, profile: profileInputSchema }))
    .output(z.strictObject({ status: appStatusSchema, recoveryCode: z.string() })),
  unlock: oc
    .errors({ ...opening, ...errorsOf('WRONG_PASSPHRASE', 'VAULT_ABSENT') })
    .input(z.strictObject({ passphrase: passphraseSchema }))
    .output(appStatusSchema),
  /** For a forgotten passphrase: the code opens the vault, and the new passphrase takes the old one's place. */
  unlockWithRecoveryCode: oc
    .errors({ ...opening, ...errorsOf('WRONG_RECOVERY_CODE', 'WEAK_PASSPHRASE', 'VAULT_ABSENT') })
    .input(z.strictObject({ code: recoveryCodeSchema, newPassphrase: passphraseSchema }))
    .output(appStatusSchema),
  unlockWithKeychain: oc
    .errors({ ...opening, ...errorsOf('NO_KEYCHAIN', 'VAULT_ABSENT') })
    .output(appStatusSchema),
  /** Somebody is using the page: puts the automatic lock off. */
  active: oc.errors(unlocked).output(z.null()),
  /** Reads the whole vault, closing it first, and says what is damaged. Nothing is changed. */
  examine: oc
    .errors({ ...opening, ...errorsOf('WRONG_PASSPHRASE', 'VAULT_ABSENT') })
    .input(z.strictObject({ passphrase: passphraseSchema }))
    .output(salvageReportSchema),
  /** Sets what is damaged aside, within the vault and for good, and opens the rest. */
  salvage: oc
    .errors({ ...opening, ...errorsOf('WRONG_PASSPHRASE', 'VAULT_ABSENT') })
    .input(z.strictObject({ passphrase: passphraseSchema }))
    .output(z.strictObject({ status: appStatusSchema, report: salvageReportSchema })),
  lock: oc.errors(common).output(appStatusSchema),
  /** Opens a throw-away vault with an invented doctor; leaving it is `lock`. */
  openSample: oc.errors(opening).output(appStatusSchema),
  updateProfile: oc.errors(unlocked).input(profileInputSchema).output(profileSchema),
};
