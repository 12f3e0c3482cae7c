import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { packSourceSchema } from '#shared/domain/guidance-pack.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { certaintySchema } from '#shared/domain/pack-provenance.ts';
import { identityCheckSchema } from '#shared/domain/review.ts';
import { factChangeSchema } from '#shared/domain/supervision/fact-changes.ts';
import { personOnRecordSchema } from '#shared/domain/supervision/person.ts';
import { missingPartSchema } from '#shared/domain/supervision/report-missing.ts';
import {
  supervisorReportChangeSchema,
  supervisorReportInputSchema,
  supervisorReportSchema,
} from '#shared/domain/supervision/supervisor-report.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const writing = { ...errors, ...errorsOf('REPORT_STATE') };
const reportRef = portfolioRef.extend({ id: idSchema });

export const shownReportSchema = z.strictObject({
  report: supervisorReportSchema,
  /** The day of the review it is for; null: none, or it is not here. */
  reviewOn: isoDateSchema.nullable(),
  /** Null for a draft. `on`: the day of the review, or today. */
  age: z
    .strictObject({
      on: isoDateSchema,
      goodUntil: isoDateSchema,
      tooOld: z.boolean(),
      months: z.number().int(),
    })
    .nullable(),
  /** The sealed report that stands in its place now. */
  followedBy: idSchema.nullable(),
  /** What still stands between a draft and its seal. */
  missing: z.array(missingPartSchema).readonly(),
});
export type ShownReport = Readonly<z.output<typeof shownReportSchema>>;

/** How old a report may be on the day of the review: the programme's own number, and what was read elsewhere. */
export const reportRuleSchema = z.strictObject({
  months: z.number().int(),
  /** Whether the programme chose it. */
  own: z.boolean(),
  usual: z.strictObject({
    months: z.number().int(),
    note: z.string(),
    certainty: certaintySchema,
    source: packSourceSchema,
  }),
});

export const supervisorReportsContract = {
  /** Newest first. */
  list: oc.errors(errors).input(portfolioRef).output(z.array(shownReportSchema).readonly()),
  /** `changes`: in what the facts a draft holds differ from those of now. */
  get: oc
    .errors(errors)
    .input(reportRef)
    .output(shownReportSchema.extend({ changes: z.array(factChangeSchema).readonly() })),
  /**
   * A draft with the year's facts in it and nothing written. `period` null: that of the review, else the year up to
   * today. `author` null: the vault's owner; on the doctor's own laptop it is the supervisor who sits there.
   */
  begin: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        review: idSchema.nullable(),
        period: supervisorReportInputSchema.shape.period.nullable(),
        author: personOnRecordSchema.nullable(),
      }),
    )
    .output(shownReportSchema),
  /** Keeps what was just written and leaves everything else, the facts above all, as it is. */
  save: oc
    .errors(writing)
    .input(reportRef.extend({ change: supervisorReportChangeSchema }))
    .output(shownReportSchema),
  /** Counts the facts anew and says what changed; nothing that was written is touched. */
  refresh: oc
    .errors(writing)
    .input(reportRef)
    .output(shownReportSchema.extend({ changes: z.array(factChangeSchema).readonly() })),
  /** Throws a draft away. It can be undone. */
  remove: oc.errors(writing).input(reportRef).output(z.strictObject({})),
  /**
   * Its author seals it: from then on it is immutable, with a signed PDF. Somebody who is not the vault's owner signs
   * with a passphrase of their own for this device (chosen the first time), never with the owner's.
   */
  seal: oc
    .errors({
      ...writing,
      ...errorsOf('REPORT_INCOMPLETE', 'WRONG_PASSPHRASE', 'WEAK_PASSPHRASE', 'TIMESTAMP_FAILED'),
    })
    .input(
      reportRef.extend({
        passphrase: z.string().max(1024),
        identityCheck: identityCheckSchema,
        newKey: z.boolean(),
      }),
    )
    .output(shownReportSchema),
  /** A new draft with the same words, to stand in place of a sealed report once it is sealed itself. That one stays. */
  amend: oc
    .errors(writing)
    .input(reportRef.extend({ reason: lineSchema(400) }))
    .output(shownReportSchema),
  rule: oc.errors(unlocked).output(reportRuleSchema),
  /** Null: the usual number again. */
  setRule: oc
    .errors(unlocked)
    .input(z.strictObject({ months: z.number().int().min(1).max(24).nullable() }))
    .output(reportRuleSchema),
};
