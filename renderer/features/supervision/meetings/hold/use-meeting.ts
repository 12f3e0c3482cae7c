import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { type Autosave, useAutosave, wholeOf } from '#renderer/forms/autosave.ts';
import { useZodForm, type ZodForm } from '#renderer/forms/use-zod-form.ts';
import { type Meeting, type MeetingInput, meetingInputSchema } from '#shared/domain/supervision/meeting.ts';

export type MeetingDraft = z.input<typeof meetingInputSchema>;
export type MeetingForm = ZodForm<MeetingDraft, MeetingInput>;
export type MeetingInHand = { readonly form: MeetingForm; readonly saver: Autosave };

const schema: z.ZodType<MeetingInput, MeetingDraft> = meetingInputSchema;

const draftOf = ({ kind, on, startsAt, minutes, place, people, agenda, notes }: Meeting): MeetingDraft => ({
  kind,
  on,
  startsAt,
  minutes,
  place,
  people: people.map((person) => ({ ...person })),
  agenda: agenda.map((line) => ({ ...line })),
  notes,
});

/** All that is written of a meeting is one record, so it is one form for as long as it is on the screen. */
export function useMeeting(portfolioId: string, meeting: Meeting): MeetingInHand {
  const [start] = useState(() => draftOf(meeting));
  const form = useZodForm(schema, start);
  // Asked again after each save: what is suggested, and how far it is agreed, follow from what was written.
  const { mutateAsync: change } = useMutation(api.meetings.change.mutationOptions());
  const saver = useAutosave({
    form,
    check: () => wholeOf(form, schema),
    save: (value) => change({ portfolioId, id: meeting.id, meeting: value }),
    under: ['meeting'],
  });
  return { form, saver };
}
