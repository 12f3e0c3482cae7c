import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '#shared/domain/dates.ts';
import { evidenceInputSchema, evidenceItemSchema, evidenceRowSchema } from '#shared/domain/evidence.ts';
import { bulkChangeSchema } from '#shared/domain/evidence-list/bulk-change.ts';
import { columnsSchema } from '#shared/domain/evidence-list/columns.ts';
import {
  evidenceFilterSchema,
  evidenceSortSchema,
  groupingSchema,
  listGroupSchema,
} from '#shared/domain/evidence-list/query.ts';
import { issueSchema } from '#shared/domain/failure-codes.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { movePlanSchema } from '#shared/domain/moves.ts';
import { audienceSchema, leftOutReasonSchema } from '#shared/domain/packages/audiences.ts';
import { reviewStateSchema } from '#shared/domain/review.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const itemRef = portfolioRef.extend({ id: idSchema });

const moveRef = portfolioRef.extend({ ids: z.array(idSchema).min(1).max(10_000).readonly(), to: idSchema });

export const evidencePageSchema = z.strictObject({
  /** Lines of the list: of a grouped one, an item stands in each of its groups. */
  total: z.number().int(),
  /** Items. */
  items: z.number().int(),
  offset: z.number().int(),
  rows: z.array(evidenceRowSchema).readonly(),
  /** With the first page of a grouped list: its groups, in their order. */
  groups: z.array(listGroupSchema).readonly(),
});

export const changedManySchema = z.strictObject({
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** `items`: the first of them. */
  refused: z.strictObject({
    count: z.number().int(),
    items: z
      .array(z.strictObject({ id: idSchema, title: z.string(), issues: z.array(issueSchema).readonly() }))
      .readonly(),
  }),
});

/** `ref`: as the signed report calls the item, `E12`; null where the review is not signed, or its report does not list it. */
const reviewNamingSchema = z.strictObject({
  id: idSchema,
  heldOn: isoDateSchema,
  state: reviewStateSchema,
  ref: z.string().nullable(),
  /** Under which capabilities it stands there; of a review that is not signed, those it is linked to now. */
  capabilities: z.array(z.string()).readonly(),
});

const whereUsedSchema = z.strictObject({
  /** What the rules of packages say of the item as it is now; null: it may go. */
  audiences: z
    .array(z.strictObject({ audience: audienceSchema, why: leftOutReasonSchema.nullable() }))
    .readonly(),
  /** Packages made of this portfolio, newest first. `had`: whether the item was in; null: it was not noted then. */
  sent: z
    .array(
      z.strictObject({
        packageId: idSchema,
        at: isoInstantSchema,
        audience: audienceSchema,
        people: z.array(z.string()).readonly(),
        had: z.boolean().nullable(),
      }),
    )
    .readonly(),
  reviews: z.array(reviewNamingSchema).readonly(),
  signOffs: z.number().int(),
  /** Posts of the CV it is to prove. */
  posts: z.array(z.strictObject({ id: idSchema, title: z.string(), from: isoDateSchema })).readonly(),
});

export const evidenceContract = {
  /** A window of the sorted, filtered list, so that cost follows the screen and not the portfolio. */
  list: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        filter: evidenceFilterSchema,
        sort: evidenceSortSchema,
        group: groupingSchema.nullable().optional(),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(evidencePageSchema),
  get: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
  /** Tags in use, the most used first; items in the trash have none. */
  tags: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      z.strictObject({
        tags: z.array(z.strictObject({ tag: z.string(), items: z.number().int() })).readonly(),
      }),
    ),
  /** Who may be given an item, who was, and what names it. */
  whereUsed: oc.errors(errors).input(itemRef).output(whereUsedSchema),
  create: oc
    .errors(errors)
    .input(portfolioRef.extend({ item: evidenceInputSchema }))
    .output(evidenceItemSchema),
  update: oc
    .errors(errors)
    .input(itemRef.extend({ item: evidenceInputSchema }))
    .output(evidenceItemSchema),
  trash: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
  restore: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
  /** The ids of everything a filter matches, in the list's order: for choosing all of it. */
  ids: oc
    .errors(errors)
    .input(portfolioRef.extend({ filter: evidenceFilterSchema, sort: evidenceSortSchema }))
    .output(z.strictObject({ ids: z.array(idSchema).readonly() })),
  /**
   * One change of many items as one step that can be undone. Items that are already as asked stay as they are; where
   * that is all of them, nothing is written. Items that cannot be changed so stay too, and are named in `refused` with
   * what is wrong (paths are those of the item): answers another type does not ask for, a draft that is not complete.
   */
  changeMany: oc
    .errors({ ...errors, ...errorsOf('BACKUP_FAILED', 'CANCELLED') })
    .input(
      portfolioRef.extend({ ids: z.array(idSchema).min(1).max(10_000).readonly(), change: bulkChangeSchema }),
    )
    .output(changedManySchema),
  /**
   * Starts a job that writes these items into the outbox: a CSV of the columns, safe to open in a spreadsheet, or with
   * `files` a ZIP of it and their files (the redacted copy of one that has been redacted). Its result is an
   * `openExportResultSchema`.
   */
  exportMany: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        ids: z.array(idSchema).min(1).max(10_000).readonly(),
        columns: columnsSchema,
        files: z.boolean(),
      }),
    )
    .output(jobRefSchema),
  /** What `moveTo` would do. Nothing is written. */
  planMove: oc.errors(errors).input(moveRef).output(movePlanSchema),
  /**
   * Moves items to another portfolio of this vault with their files, links, versions and sign-offs, all or none, as
   * one step that can be undone in either. INVALID: `to` is this portfolio (`same-portfolio`), or one of the items is
   * there already (`already-there`) or has two versions side by side (`in-conflict`). READ_ONLY also after a move that
   * went wrong half-way: opening the vault again finishes it.
   */
  moveTo: oc
    .errors({ ...errors, ...errorsOf('BACKUP_FAILED', 'CANCELLED') })
    .input(moveRef)
    .output(z.strictObject({ moved: z.number().int() })),
};
