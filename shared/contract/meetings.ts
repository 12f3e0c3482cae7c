import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { agendaReasonSchema } from '#shared/domain/supervision/agenda.ts';
import { agreementStateSchema, agreementStates } from '#shared/domain/supervision/agreement.ts';
import { expectedMeetingSchema } from '#shared/domain/supervision/expected.ts';
import {
  agreeingParts,
  attendeeSchema,
  meetingInputSchema,
  meetingPlanSchema,
  meetingSchema,
} from '#shared/domain/supervision/meeting.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const writing = { ...errors, ...errorsOf('MEETING_STATE') };
const meetingRef = portfolioRef.extend({ id: idSchema });

/** Suggestions for an agenda are cut off here. */
export const agendaSuggestionsShown = 40;

const listedMeetingSchema = z.strictObject({
  meeting: meetingSchema,
  agreement: z.enum(agreementStates),
});
export type ListedMeeting = Readonly<z.output<typeof listedMeetingSchema>>;

/** What several doctors are invited to at once. Each is written into it by their own portfolio. */
export const groupPlanSchema = meetingPlanSchema.omit({ people: true, agenda: true }).extend({
  /** Supervisors and others; no doctor of the group. */
  people: z.array(attendeeSchema).max(20).readonly(),
  topics: z.array(lineSchema(400)).max(40).readonly(),
});
export type GroupPlan = z.output<typeof groupPlanSchema>;

export const meetingsContract = {
  /** Planned ones first, the next before later ones, then the others, newest first; and those that are expected about now. */
  list: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      z.strictObject({
        today: isoDateSchema,
        meetings: z.array(listedMeetingSchema).readonly(),
        expected: z.array(expectedMeetingSchema).readonly(),
      }),
    ),
  /** A meeting, how far it is agreed, why each line of its agenda is there, and what could be put on it. */
  get: oc
    .errors(errors)
    .input(meetingRef)
    .output(
      z.strictObject({
        meeting: meetingSchema,
        agreement: agreementStateSchema,
        reasons: z.array(z.strictObject({ line: idSchema, reason: agendaReasonSchema })).readonly(),
        suggestions: z.array(agendaReasonSchema).readonly(),
        /** Actions that were agreed on in it. */
        actions: z.array(idSchema).readonly(),
      }),
    ),
  plan: oc
    .errors(errors)
    .input(portfolioRef.extend({ plan: meetingPlanSchema }))
    .output(meetingSchema),
  /**
   * One meeting of several doctors, written into the portfolio of each as a record of its own, which says of the others
   * only how many they are. Nothing is written when one of the portfolios is not there. One step of undo in each.
   */
  planGroup: oc
    .errors(errors)
    .input(
      z.strictObject({ portfolioIds: z.array(idSchema).min(2).max(60).readonly(), plan: groupPlanSchema }),
    )
    .output(z.array(z.strictObject({ portfolioId: idSchema, meeting: meetingSchema })).readonly()),
  /** Saves what somebody wrote of it. What was agreed to before is then over an older text. */
  change: oc
    .errors(writing)
    .input(meetingRef.extend({ meeting: meetingInputSchema }))
    .output(meetingSchema),
  /** It took place: who came is part of what was agreed. */
  hold: oc
    .errors(writing)
    .input(meetingRef.extend({ people: meetingInputSchema.shape.people }))
    .output(meetingSchema),
  cancel: oc
    .errors(writing)
    .input(meetingRef.extend({ reason: lineSchema(400) }))
    .output(meetingSchema),
  /** Takes away one that is only planned. One that was held or cancelled stays on the record. */
  remove: oc.errors(writing).input(meetingRef).output(z.strictObject({})),
  /**
   * Somebody who was there agrees to the meeting as it is written now. `inPerson`: they are at this computer, which is
   * somebody else's; that is recorded.
   */
  agree: oc
    .errors(writing)
    .input(meetingRef.extend({ part: z.enum(agreeingParts), name: lineSchema(120), inPerson: z.boolean() }))
    .output(agreementStateSchema),
  /**
   * A calendar file in the outbox. @param id one meeting; null: all that are planned, and what was cancelled and lies
   * ahead. `agenda`: its lines are written into the file; notes never are.
   */
  calendar: oc
    .errors(errors)
    .input(portfolioRef.extend({ id: idSchema.nullable(), agenda: z.boolean() }))
    .output(z.strictObject({ fileId: idSchema, name: z.string(), size: z.number().int() })),
};
