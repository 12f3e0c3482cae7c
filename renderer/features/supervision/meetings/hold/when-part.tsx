import { NumberField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { meetingKindWords } from '#renderer/text/supervision-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { meetingKinds } from '#shared/domain/supervision/meeting.ts';
import classes from '../../supervision.module.css';
import type { MeetingForm } from './use-meeting.ts';

const kindChoices = meetingKinds.map((kind) => ({ value: kind, label: meetingKindWords[kind] }));

/** What kind of meeting it is, when and where. */
export function WhenPart({ form }: { readonly form: MeetingForm }) {
  return (
    <Section title="When and where">
      <div className={classes.fields}>
        <SelectField form={form} name="kind" label="What kind of meeting" required choices={kindChoices} />
        <DateField form={form} name="on" label="Day" required />
        <OptionalTextField form={form} name="startsAt" label="Time" placeholder="HH:MM" inputMode="numeric" />
        <NumberField form={form} name="minutes" label="Minutes" required whole />
        <TextField form={form} name="place" label="Place" />
      </div>
    </Section>
  );
}
