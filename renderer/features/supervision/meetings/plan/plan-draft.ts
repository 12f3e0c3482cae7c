import { z } from 'zod';
import type { GroupPlan } from '#shared/contract/meetings.ts';
import { idSchema } from '#shared/domain/ids.ts';
import {
  type Attendee,
  type MeetingKind,
  type MeetingPlan,
  meetingKinds,
  meetingPlanSchema,
} from '#shared/domain/supervision/meeting.ts';
import { type PersonOnRecord, personOnRecordSchema } from '#shared/domain/supervision/person.ts';

const { kind, on, startsAt, minutes, place } = meetingPlanSchema.shape;

/** What is asked of a new meeting; everything else is written in it. */
export const planDraftSchema = z.strictObject({
  kind,
  on,
  startsAt,
  minutes,
  place,
  supervisor: personOnRecordSchema,
  /** Portfolios of other doctors who come as well. */
  others: z.array(idSchema).max(59),
});
export type PlanDraft = z.input<typeof planDraftSchema>;
export type PlanValue = z.output<typeof planDraftSchema>;

export const planLabels = {
  kind: 'What kind of meeting',
  on: 'Day',
  startsAt: 'Time',
  minutes: 'Minutes',
  place: 'Place',
  'supervisor.name': 'Supervisor’s name',
  'supervisor.gmcNumber': 'Supervisor’s GMC number',
  'supervisor.role': 'Supervisor’s post',
  others: 'Other doctors',
} as const;

export const blankPlan = (
  asked: { readonly kind?: string; readonly on?: string },
  supervisor: PersonOnRecord | undefined,
): PlanDraft => ({
  kind: meetingKinds.find((one): one is MeetingKind => one === asked.kind) ?? 'mid',
  on: asked.on ?? '',
  startsAt: null,
  minutes: 45,
  place: '',
  supervisor: supervisor ?? { name: '', gmcNumber: null, role: '' },
  others: [],
});

const comes = (person: PersonOnRecord, part: Attendee['part']): Attendee => ({
  ...person,
  part,
  attended: null,
});

type Doctor = { readonly name: string; readonly gmcNumber: string | null };

export const planOf = ({ supervisor, others: _, ...plan }: PlanValue, doctor: Doctor): MeetingPlan => ({
  ...plan,
  people: [comes({ ...doctor, role: '' }, 'doctor'), comes(supervisor, 'supervisor')],
  agenda: [],
});

export const groupPlanOf = ({ supervisor, others: _, ...plan }: PlanValue): GroupPlan => ({
  ...plan,
  people: [comes(supervisor, 'supervisor')],
  topics: [],
});
