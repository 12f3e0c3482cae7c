import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { certificateFactsSchema } from '#shared/domain/signing-keys.ts';
import { timestampServiceSchema } from '#shared/domain/timestamp-service.ts';
import { errorsOf, unlocked } from './errors.ts';

const withVault = { ...unlocked, ...errorsOf('VAULT_DAMAGED') };

const signingSchema = z.strictObject({
  /** The key made on this device. */
  device: certificateFactsSchema,
  /** The organisation's key that is used instead; null: the device's own is used. */
  organisation: certificateFactsSchema.nullable(),
  /** Asked for a timestamp at each signature; null: none is, which is how Waymark starts. */
  timestampService: timestampServiceSchema.nullable(),
});

export const signingContract = {
  /** What the owner of this vault signs with. */
  get: oc.errors(withVault).output(signingSchema),
  /** Uses the key of an organisation's file (PKCS #12) for the owner's signatures from now on. The upload is dropped. */
  importKey: oc
    .errors({ ...withVault, ...errorsOf('NOT_FOUND', 'FILE_TOO_LARGE', 'KEY_FILE') })
    .input(z.strictObject({ uploadId: idSchema, password: z.string().max(1024) }))
    .output(signingSchema),
  /** Uses the device's own key again. What the organisation's key signed stays as it is. */
  removeKey: oc.errors(withVault).output(signingSchema),
  setTimestampService: oc
    .errors(withVault)
    .input(z.strictObject({ address: timestampServiceSchema.nullable() }))
    .output(signingSchema),
};
