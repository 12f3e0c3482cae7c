import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '#shared/domain/dates.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { gmcNumberSchema, idSchema } from '#shared/domain/ids.ts';
import { feedbackVerdictSchema } from '#shared/domain/supervision/feedback.ts';
import { meetingKindSchema } from '#shared/domain/supervision/meeting.ts';
import { waitingReasons } from '#shared/domain/supervision/waiting.ts';
import { errorsOf, unlocked } from './errors.ts';
import { inPersonSchema } from './feedback.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const count = z.number().int().nonnegative();

/** Names are cut off here; the counts go on. */
export const changesNamed = 12;
/** As many as a queue tells of at once. */
export const longestQueue = 1000;

const waitingItemSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  type: evidenceTypeIdSchema,
  startedOn: isoDateSchema,
  why: z.enum(waitingReasons),
  since: isoDateSchema,
  /** What they said last. */
  verdict: feedbackVerdictSchema.nullable(),
});
export type WaitingRow = Readonly<z.output<typeof waitingItemSchema>>;

const reportDueSchema = z.strictObject({
  /** `asked`: the doctor asked for it; `review`: a review is planned and no sealed report is there for it. */
  why: z.enum(['asked', 'review']),
  /** The request or the review. */
  id: idSchema,
  dueOn: isoDateSchema,
});

const doctorSchema = z.strictObject({
  portfolioId: idSchema,
  doctor: z.strictObject({ name: z.string(), gmcNumber: gmcNumberSchema.nullable() }),
  specialty: z.string(),
  targetDate: isoDateSchema,
  /** The vault's owner is the doctor: it is nobody's they supervise. */
  own: z.boolean(),
  waiting: z.strictObject({ items: count, answered: count, since: isoDateSchema.nullable() }),
  changed: z.strictObject({
    /** When the owner last said that they had looked; null: never. */
    lookedAt: isoInstantSchema.nullable(),
    /** The last line of the journal there is now: what `look` is told. */
    upTo: count,
    added: count,
    changed: count,
    /** The first of them. */
    items: z
      .array(z.strictObject({ id: idSchema, title: z.string(), how: z.enum(['added', 'changed']) }))
      .readonly(),
    /** Other records, by collection. */
    others: z.record(z.string(), count),
  }),
  nextMeeting: z
    .strictObject({
      id: idSchema,
      kind: meetingKindSchema,
      on: isoDateSchema,
      startsAt: z.string().nullable(),
    })
    .nullable(),
  reportsDue: z.array(reportDueSchema).readonly(),
  /** Feedback and ratings of the owner's that no package took to the doctor yet. */
  toSend: count,
});
export type SupervisedDoctor = Readonly<z.output<typeof doctorSchema>>;

export const supervisorContract = {
  /** Every portfolio here by its doctor's name; `doctor` tells of each, one by one, so that one that is damaged hides no other. */
  doctors: oc
    .errors(unlocked)
    .output(z.array(z.strictObject({ portfolioId: idSchema, name: z.string() })).readonly()),
  /** What the vault's owner, as a supervisor, has to know of one doctor. Of their own portfolio nothing waits. */
  doctor: oc.errors(errors).input(portfolioRef).output(doctorSchema),
  /**
   * What waits for the owner, or for somebody who is here in person, in the order it is gone through. INVALID: it would
   * be the doctor themselves (`own-evidence`).
   */
  queue: oc
    .errors(errors)
    .input(portfolioRef.extend({ inPerson: inPersonSchema }))
    .output(z.strictObject({ total: count, items: z.array(waitingItemSchema).readonly() })),
  /** Remembers that what is in the journal up to this line was looked at. Never goes back. */
  look: oc
    .errors(errors)
    .input(portfolioRef.extend({ upTo: count }))
    .output(z.strictObject({})),
};
