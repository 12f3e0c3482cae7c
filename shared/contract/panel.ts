import { oc } from '@orpc/contract';
import { z } from 'zod';
import { capabilityCoverageSchema } from '#shared/domain/coverage/types.ts';
import { isoDateSchema, isoInstantSchema } from '#shared/domain/dates.ts';
import {
  attachmentSchema,
  evidenceItemSchema,
  evidenceTypeIdSchema,
  linkSchema,
} from '#shared/domain/evidence.ts';

import { capabilityCodeSchema, idSchema } from '#shared/domain/ids.ts';
import { actionTurnSchema, briefSchema } from '#shared/domain/panel/brief-model.ts';
import { notJudgingReasons } from '#shared/domain/panel/members.ts';
import {
  judgementLevelSchema,
  judgementSchema,
  panelMemberSchema,
  reviewSchema,
} from '#shared/domain/review.ts';
import { ownJudgementSchema, sheetSchema } from '#shared/domain/review-process/sheet.ts';
import { ratingLevelSchema } from '#shared/domain/supervision/rating.ts';
import { optionalLineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const panelErrors = { ...errors, ...errorsOf('PANEL_REFUSED') };
const reviewRef = portfolioRef.extend({ id: idSchema });
const memberRef = reviewRef.extend({ member: idSchema });
const count = z.number().int().nonnegative();

export const memberStandingSchema = z.strictObject({
  member: panelMemberSchema,
  /** Null for who judges. */
  not: z.enum(notJudgingReasons).nullable(),
  supervises: z.boolean(),
  interest: z.enum(['none', 'conflict']).nullable(),
  begun: z.boolean(),
  finished: z.boolean(),
});
export type ShownStanding = Readonly<z.output<typeof memberStandingSchema>>;

const quorumSchema = z.strictObject({ needed: count, have: count, possible: count });

/** What somebody reads of one capability before they judge it; everything is of what was handed in. */
export const roomLineSchema = z.strictObject({
  code: capabilityCodeSchema,
  title: z.string(),
  coverage: capabilityCoverageSchema,
  /** Evidence items under it. */
  evidence: count,
  supervisor: z.strictObject({ level: ratingLevelSchema.nullable(), comment: z.string() }).nullable(),
  doctor: z.strictObject({ level: ratingLevelSchema, reason: z.string(), on: isoDateSchema }).nullable(),
  last: z
    .strictObject({
      heldOn: isoDateSchema,
      level: judgementLevelSchema,
      reason: z.string(),
      needed: z.string(),
    })
    .nullable(),
  actions: z.array(actionTurnSchema).readonly(),
});
export type RoomLine = Readonly<z.output<typeof roomLineSchema>>;

export const panelRoomSchema = z.strictObject({
  review: reviewSchema,
  /** Whether what the members write for themselves may be changed now, and whether it is side by side already. */
  writing: z.boolean(),
  compared: z.boolean(),
  /** Which member sits at this computer; null: nobody said so. */
  here: idSchema.nullable(),
  /** The vault belongs to the doctor whose review it is: no private notes. */
  withDoctor: z.boolean(),
  standings: z.array(memberStandingSchema).readonly(),
  quorum: quorumSchema,
  handedIn: z.strictObject({ at: isoInstantSchema, on: isoDateSchema, items: count }),
  lines: z.array(roomLineSchema).readonly(),
  brief: briefSchema,
});
export type PanelRoom = Readonly<z.output<typeof panelRoomSchema>>;

/** As many items as one answer gives of a capability. */
export const evidencePage = 60;

export const roomEvidenceSchema = z.strictObject({
  id: idSchema,
  type: evidenceTypeIdSchema,
  title: z.string(),
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  place: z.string(),
  verified: z.boolean(),
  /** Dated in the period of the review. */
  inPeriod: z.boolean(),
  /** Its links to this capability alone. */
  links: z.array(linkSchema).readonly(),
  /** As the panel gets them: redacted copies where there are any. */
  files: z.array(attachmentSchema.omit({ redacted: true })).readonly(),
});
export type RoomEvidence = Readonly<z.output<typeof roomEvidenceSchema>>;

/** What a member writes into their own sheet. */
export const sheetWritingSchema = z.strictObject({
  interest: z.strictObject({ kind: z.enum(['none', 'conflict']), text: optionalLineSchema(400) }).nullable(),
  judgements: z.array(ownJudgementSchema).max(200).readonly(),
  notes: sheetSchema.shape.notes,
});
export type SheetWriting = Readonly<z.output<typeof sheetWritingSchema>>;

export const sideBySideSchema = z.strictObject({
  capability: z.string(),
  views: z.array(z.strictObject({ member: idSchema, judgement: ownJudgementSchema })).readonly(),
  without: z
    .array(
      z.strictObject({
        member: idSchema,
        why: z.enum([...notJudgingReasons, 'unfinished', 'left-out']),
      }),
    )
    .readonly(),
  difference: z.strictObject({ apart: count, unconsidered: z.boolean() }),
});

export const dayReviewSchema = z.strictObject({
  portfolioId: idSchema,
  id: idSchema,
  doctor: z.string(),
  specialty: z.string(),
  compared: z.boolean(),
  handedIn: z.boolean(),
  signed: z.boolean(),
  /** Members whose judgements count, and how many are waited for. */
  finished: count,
  waiting: count,
  /** Capabilities the panel has agreed on, of all. */
  agreed: count,
  capabilities: count,
  /** Whoever sits at this computer: their part in it. */
  mine: z.enum(['none', 'looks', 'conflict', 'to-do', 'begun', 'finished']),
});
export type DayReview = Readonly<z.output<typeof dayReviewSchema>>;

/** What a job that prints briefs results in. */
export const briefsWrittenSchema = z.strictObject({
  fileId: idSchema,
  name: z.string(),
  size: count,
  /** Reviews of the day for which nothing was handed in: they are not in it. */
  left: count,
});

export const panelContract = {
  /** The reviews of one day over all portfolios of the vault, by the doctors' names. `on` null: the next day that has any, or else the last. */
  day: oc
    .errors(errors)
    .input(z.strictObject({ on: isoDateSchema.nullable() }))
    .output(
      z.strictObject({
        on: isoDateSchema.nullable(),
        days: z.array(z.strictObject({ on: isoDateSchema, reviews: count })).readonly(),
        reviews: z.array(dayReviewSchema).readonly(),
        /** Portfolios that could not be opened: their reviews are missing here. */
        unreadable: count,
      }),
    ),
  /** Everything about one doctor but the evidence itself, from what was handed in. Nothing anybody wrote for themselves. */
  room: oc.errors(panelErrors).input(reviewRef).output(panelRoomSchema),
  /** The evidence of one capability as it was handed in, newest first. */
  capability: oc
    .errors(panelErrors)
    .input(reviewRef.extend({ code: capabilityCodeSchema, offset: count }))
    .output(z.strictObject({ total: count, rows: z.array(roomEvidenceSchema).readonly() })),
  /** Starts printing the brief of one doctor, on one page: a job whose result is `briefsWrittenSchema`. */
  printBrief: oc.errors(panelErrors).input(reviewRef).output(jobRefSchema),
  /** Starts printing the briefs of all doctors of a day as one file: a job whose result is `briefsWrittenSchema`. */
  printDay: oc
    .errors({ ...errors, ...errorsOf('PANEL_REFUSED') })
    .input(z.strictObject({ on: isoDateSchema }))
    .output(jobRefSchema),
  /** One item as it was handed in. */
  item: oc
    .errors(panelErrors)
    .input(reviewRef.extend({ item: idSchema }))
    .output(evidenceItemSchema),
  /** A member of the panel takes the seat at this computer, for every review they are on; `member` null: nobody sits there. */
  sit: oc
    .errors(panelErrors)
    .input(reviewRef.extend({ member: idSchema.nullable() }))
    .output(z.strictObject({})),
  /** The sheet of whoever sits here; null where they have not begun. Refused (`not-here`) for anybody else's. */
  sheet: oc
    .errors(panelErrors)
    .input(memberRef)
    .output(z.strictObject({ sheet: sheetSchema.nullable() })),
  save: oc
    .errors(panelErrors)
    .input(memberRef.extend({ writing: sheetWritingSchema }))
    .output(sheetSchema),
  /** The member says that this is their view. */
  finish: oc.errors(panelErrors).input(memberRef).output(sheetSchema),
  reopen: oc.errors(panelErrors).input(memberRef).output(sheetSchema),
  /**
   * The chair has all judgements shown side by side: from here on nobody changes their own. Refused (`waiting`) while
   * anybody who judges has not finished, but for those whom the chair goes on `without`; refused (`quorum`) below it.
   */
  compare: oc
    .errors({ ...panelErrors, ...errorsOf('REVIEW_STEP') })
    .input(reviewRef.extend({ without: z.array(idSchema).max(20).readonly() }))
    .output(z.strictObject({})),
  sideBySide: oc.errors(panelErrors).input(reviewRef).output(z.array(sideBySideSchema).readonly()),
  /** The chair writes down what the panel agreed on for one capability. */
  agree: oc
    .errors({ ...panelErrors, ...errorsOf('REVIEW_STATE', 'REVIEW_NOT_OPEN') })
    .input(reviewRef.extend({ judgement: judgementSchema }))
    .output(reviewSchema),
};
