import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '#shared/domain/dates.ts';
import { attachmentSchema } from '#shared/domain/evidence.ts';
import { idSchema } from '#shared/domain/ids.ts';
import {
  requestInputSchema,
  requestStates,
  signOffRequestSchema,
} from '#shared/domain/supervision/request.ts';
import { answerStates } from '#shared/domain/supervision/request-standing.ts';
import { sbiSchema } from '#shared/domain/supervision/sbi.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const one = portfolioRef.extend({ id: idSchema });

const itemSchema = z.strictObject({
  id: idSchema,
  /** Empty: it is not here any more. */
  title: z.string(),
  startedOn: z.string(),
  endedOn: isoDateSchema.nullable(),
  capabilities: z.array(z.string()).readonly(),
  state: z.enum(answerStates),
  on: isoDateSchema.nullable(),
  comment: z.string(),
});

/** A request and where it stands. */
export const shownRequestSchema = z.strictObject({
  request: signOffRequestSchema,
  state: z.enum(requestStates),
  closedOn: isoDateSchema.nullable(),
  /** Days since it was made; up to the day it closed. */
  waited: z.number().int(),
  overdue: z.number().int(),
  items: z.array(itemSchema).readonly(),
  /** When its file was last written on this computer; null: never. */
  filedAt: isoInstantSchema.nullable(),
});
export type ShownRequest = Readonly<z.output<typeof shownRequestSchema>>;

/** What a doctor asked of the owner of this vault. */
export const askedOfMeSchema = shownRequestSchema.extend({
  portfolioId: idSchema,
  doctor: z.string(),
  /** The files of each item, by the item's id, as they came. */
  files: z.record(idSchema, z.array(attachmentSchema).readonly()),
  /** When a reply to this doctor was last written on this computer; null: never. */
  repliedAt: isoInstantSchema.nullable(),
});
export type AskedOfMe = Readonly<z.output<typeof askedOfMeSchema>>;

/** What one code in a scan belongs to. `unknown`: to no request of this portfolio. */
export const scanFindingSchema = z.strictObject({
  code: z.string(),
  page: z.number().int(),
  status: z.enum(['open', 'answered', 'cancelled', 'unknown']),
  shown: shownRequestSchema.nullable(),
});
export type ScanFinding = Readonly<z.output<typeof scanFindingSchema>>;

export const requestsContract = {
  /** Everything asked of others about this portfolio: open ones first, the longest overdue first, then the closed ones. */
  list: oc.errors(errors).input(portfolioRef).output(z.array(shownRequestSchema).readonly()),
  /**
   * Asks somebody. INVALID: an item is a draft (`draft`) or not there (NOT_FOUND), the doctor would ask themselves
   * (`own-evidence`), nothing is asked about (`no-items`), or it is due before today (`due-past`).
   */
  ask: oc
    .errors(errors)
    .input(portfolioRef.extend({ request: requestInputSchema }))
    .output(shownRequestSchema),
  /** Notes that the assessor was reminded today. INVALID (`request-closed`) for one that is closed. */
  chase: oc.errors(errors).input(one).output(shownRequestSchema),
  /** Takes a request back. INVALID (`request-closed`) for one that is closed. */
  cancel: oc.errors(errors).input(one).output(shownRequestSchema),
  /**
   * Asks again about what has no answer yet: the old request is cancelled, the new one has a code of its own. INVALID as
   * in `ask`, and (`request-closed`) where everything is answered.
   */
  reissue: oc
    .errors(errors)
    .input(one.extend({ dueOn: isoDateSchema, way: signOffRequestSchema.shape.way }))
    .output(shownRequestSchema),
  /** What doctors whose portfolios are here asked of the owner of this vault. */
  askedOfMe: oc.errors(errors).output(z.array(askedOfMeSchema).readonly()),
  /**
   * Answers items of a request, all in one step. What is signed off is sealed by the owner's own key, over the version
   * that is here; the passphrase is asked for that. Nothing is sent: the reply is a package for the doctor. INVALID: it
   * was asked of somebody else (`not-asked`), the request is closed (`request-closed`), an item is not one of it
   * (`not-of-request`), two versions stand side by side (`in-conflict`), a reason is missing (`required`).
   */
  answer: oc
    .errors({ ...errors, ...errorsOf('WRONG_PASSPHRASE') })
    .input(
      one.extend({
        answers: z
          .array(
            z.discriminatedUnion('verdict', [
              z.strictObject({
                item: idSchema,
                verdict: z.literal('accepted'),
                comment: proseSchema(4000),
                sbi: sbiSchema.nullable(),
              }),
              z.strictObject({
                item: idSchema,
                verdict: z.literal('declined'),
                comment: proseSchema(4000).pipe(z.string().min(1, { error: 'required' })),
              }),
            ]),
          )
          .min(1)
          .max(200)
          .readonly(),
        /** Of the vault; needed where anything is signed off. */
        passphrase: z.string().max(1024).nullable(),
      }),
    )
    .output(askedOfMeSchema),
  /** The request as a form to print and sign: a file of the outbox. */
  form: oc
    .errors(errors)
    .input(one)
    .output(z.strictObject({ fileId: idSchema, name: z.string(), size: z.number().int() })),
  /**
   * Looks for the codes of printed forms in an uploaded PDF or picture. The upload stays, to be confirmed. Codes of
   * other things are not told. FILE_MALFORMED and FILE_ENCRYPTED: it cannot be read.
   */
  scanned: oc
    .errors({ ...errors, ...errorsOf('FILE_MALFORMED', 'FILE_ENCRYPTED', 'FILE_TOO_LARGE') })
    .input(portfolioRef.extend({ uploadId: idSchema }))
    .output(z.strictObject({ found: z.array(scanFindingSchema).readonly() })),
  /**
   * Ties a scanned form to its request, as the doctor who sees it says: the file goes to each of the items, with who
   * signed and when as its verification where it has none, and the request is answered. INVALID: `request-closed`,
   * `not-of-request`, or no such code is in the file (`not-this-form`). The upload is taken over.
   */
  keepScan: oc
    .errors({ ...errors, ...errorsOf('FILE_MALFORMED', 'FILE_ENCRYPTED', 'FILE_TOO_LARGE') })
    .input(
      one.extend({
        uploadId: idSchema,
        name: lineSchema(200),
        items: z.array(idSchema).min(1).max(200).readonly(),
        signedBy: lineSchema(120),
        signedOn: isoDateSchema,
        institution: optionalLineSchema(160),
      }),
    )
    .output(shownRequestSchema),
};
