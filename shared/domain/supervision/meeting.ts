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

const attendeeSchema = z.strictObject({
  ...personOnRecordSchema.shape,
  part: z.enum(['doctor', 'supervisor', 'other']),
  /** Null until it was held. */
  attended: z.boolean().nullable(),
});

export const agendaLineSchema = z.strictObject({
  id: idSchema,
  text: lineSchema(400),
  capability: capabilityCodeSchema.nullable(),
  /** The open action it is about. */
  action: idSchema.nullable(),
  /** Why it is there: an open action, a thin capability, or somebody put it there. */
  from: z.enum(['action', 'thin', 'added']),
});
export type AgendaLine = Readonly<z.output<typeof agendaLineSchema>>;

/** What somebody writes of a supervision meeting. */
export const meetingInputSchema = z.strictObject({
  kind: meetingKindSchema,
  on: isoDateSchema,
  /** Local time, `HH:MM`; null: some time that day. */
  startsAt: z.iso.time({ precision: -1 }).nullable(),
  minutes: z.number().int().min(5).max(600),
  place: optionalLineSchema(160),
  /** Several doctors at once: attendance is noted for this one, the others by their names alone. */
  group: z.boolean(),
  people: z.array(attendeeSchema).max(60).readonly(),
  agenda: z.array(agendaLineSchema).max(100).readonly(),
  notes: proseSchema(),
  state: z.enum(meetingStates),
  /** Why it was not held; empty otherwise. */
  cancelledReason: optionalLineSchema(400),
});
export type MeetingInput = Readonly<z.output<typeof meetingInputSchema>>;

/** A supervision meeting of one doctor. */
export const meetingSchema = meetingInputSchema.extend({
  id: idSchema,
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
  part: z.enum(['doctor', 'supervisor']),
  /** Whose computer it was, where it was somebody else's. */
  device: lineSchema(120).nullable(),
  at: isoInstantSchema,
});
export type Agreement = Readonly<z.output<typeof agreementSchema>>;
