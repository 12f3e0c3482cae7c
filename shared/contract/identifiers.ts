import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import { checkResultSchema } from '#shared/domain/identifiers/check.ts';
import { checkStateSchema } from '#shared/domain/identifiers/check-states.ts';
import { dismissedHitSchema } from '#shared/domain/identifiers/dismissal.ts';
import { identifierSettingsSchema } from '#shared/domain/identifiers/settings.ts';
import { identifierSummarySchema } from '#shared/domain/identifiers/summary.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const itemRef = portfolioRef.extend({ id: idSchema });
const count = z.number().int().nonnegative();

export const identifiersContract = {
  /**
   * Starts a job that looks through an item's words and its files (the redacted copies, where there are), unless they
   * were looked through by these rules already; files that could not be read are tried again. It ends with the item's
   * `standing`.
   */
  check: oc.errors(errors).input(itemRef).output(jobRefSchema),
  /**
   * As `check`, for one file of the item: an original or its redacted copy, whichever is shared. It ends with a
   * `fileResultSchema`, and the hidden content it met is kept for `documents.findings`.
   */
  checkFile: oc
    .errors(errors)
    .input(itemRef.extend({ file: sha256Schema }))
    .output(jobRefSchema),
  /** As `check`, for these items, or for everything that is not in the trash. It ends with a `summary`. */
  checkMany: oc
    .errors(errors)
    .input(portfolioRef.extend({ ids: z.array(idSchema).max(10_000).readonly().nullable() }))
    .output(jobRefSchema),
  /** What is known of an item now. Reads no file: one that was not looked through yet is `unchecked`. */
  standing: oc.errors(errors).input(itemRef).output(checkResultSchema),
  /** A line of it for each of these items, in their order; those that are gone are left out. For lists. */
  rows: oc
    .errors(errors)
    .input(portfolioRef.extend({ ids: z.array(idSchema).max(500).readonly() }))
    .output(z.array(z.strictObject({ id: idSchema, state: checkStateSchema, open: count })).readonly()),
  /** What to say before anything is sent: of these items, or of everything that is no draft and not in the trash. */
  summary: oc
    .errors(errors)
    .input(portfolioRef.extend({ ids: z.array(idSchema).max(10_000).readonly().nullable() }))
    .output(identifierSummarySchema),
  /** Leaves a hit as it is, with a reason; the same words in the same file are left too, wherever it is attached. */
  dismiss: oc
    .errors(errors)
    .input(itemRef.extend({ hit: dismissedHitSchema, reason: lineSchema(200) }))
    .output(checkResultSchema),
  /** Takes that back: the hit is open again. */
  reopen: oc
    .errors(errors)
    .input(itemRef.extend({ hit: dismissedHitSchema }))
    .output(checkResultSchema),
  /**
   * Somebody says that they looked at every page and nobody can be recognised. Refuses nothing: how many hits were open
   * then is written down with it, and it holds for the present files alone.
   */
  markAnonymised: oc
    .errors(errors)
    .input(itemRef.extend({ by: lineSchema(120), on: isoDateSchema, institution: lineSchema(160) }))
    .output(evidenceItemSchema),
  withdrawAnonymised: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
  settings: oc.errors(unlocked).output(identifierSettingsSchema),
  changeSettings: oc.errors(unlocked).input(identifierSettingsSchema).output(identifierSettingsSchema),
};
