import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { capabilityCodeSchema, idSchema, sha256Schema } from '../ids.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';

export const meetingKinds = [
  'initial',
  'mid',
  'end',
  'one-month',
  'six-month',
  'pre-submission',
  'drop-in',
] as const;
export const meetingKindSchema = z.enum(meetingKinds);
export type MeetingKind = z.infer<typeof meetingKindSchema>;

export const meetingStates = ['planned', 'held', 'cancelled'] as const;
export const meetingStateSchema = z.enum(meetingStates);
export type MeetingState = z.infer<typeof meetingStateSchema>;

export const meetingParts = ['doctor', 'supervisor', 'other'] as const;
/** Those who agree to what was written. */
export const agreeingParts = ['doctor', 'supervisor'] as const;
export type AgreeingPart = (typeof agreeingParts)[number];

export const attendeeSchema = z.strictObject({
  ...personOnRecordSchema.shape,
  part: z.enum(meetingParts),
  /** Null until somebody says so. */
  attended: z.boolean().nullable(),
});
export type Attendee = Readonly<z.output<typeof attendeeSchema>>;

export const agendaLineSchema = z.strictObject({
  id: idSchema,
  text: lineSchema(400),
  capability: capabilityCodeSchema.nullable(),
  /** The open action it is about. */
  action: idSchema.nullable(),
  /** Why it is there: an open action, a thin capability, or somebody put it there. */
  from: z.enum(['action', 'thin', 'added']),
  /** Ticked off: it was talked about. */
  done: z.boolean(),
});
export type AgendaLine = Readonly<z.output<typeof agendaLineSchema>>;

/** `9:30`, `9.30` and `0930` are `09:30`. */
export const clockTimeSchema = z
  .string()
  .transform((text) => {
    const [, hours = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? [];
    return hours === '' ? text : `${hours.padStart(2, '0')}:${minutes}`;
  })
  .pipe(z.iso.time({ precision: -1, error: 'time' }));

/** When and where it is, who comes, and what it is about. */
export const meetingPlanSchema = z.strictObject({
  kind: meetingKindSchema,
  on: isoDateSchema,
  /** Local time in the United Kingdom, `HH:MM`; null: some time that day. */
  startsAt: clockTimeSchema.nullable(),
  minutes: z.number().int().min(5).max(600),
  place: optionalLineSchema(160),
  people: z.array(attendeeSchema).max(60).readonly(),
  agenda: z.array(agendaLineSchema).max(100).readonly(),
});
export type MeetingPlan = Readonly<z.output<typeof meetingPlanSchema>>;

/** What somebody writes of a supervision meeting, before it and in it. */
export const meetingInputSchema = meetingPlanSchema.extend({ notes: proseSchema() });
export type MeetingInput = Readonly<z.output<typeof meetingInputSchema>>;

/** A supervision meeting of one doctor. */
export const meetingSchema = meetingInputSchema.extend({
  id: idSchema,
  /** Several doctors at once. Each has a record of their own, which names no other doctor: `others` says how many. */
  group: z.boolean(),
  others: z.number().int().min(0).max(60),
  state: meetingStateSchema,
  /** Why it was not held; empty otherwise. */
  cancelledReason: optionalLineSchema(400),
  /** How often what a calendar shows of it was changed: what calendar files call SEQUENCE. */
  sequence: z.number().int().nonnegative(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type Meeting = Readonly<z.output<typeof meetingSchema>>;

/** Somebody agreed to what a meeting's record says. Written once: when the notes change, it is over an older text. */
export const agreementSchema = z.strictObject({
  id: idSchema,
  meeting: idSchema,
  /** SHA-256 of the canonical JSON of what was agreed to. */
  content: sha256Schema,
  by: personOnRecordSchema,
  part: z.enum(agreeingParts),
  /** Whose computer it was, where it was somebody else's. */
  device: lineSchema(120).nullable(),
  at: isoInstantSchema,
});
export type Agreement = Readonly<z.output<typeof agreementSchema>>;
