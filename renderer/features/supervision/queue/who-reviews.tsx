import { Text } from '@mantine/core';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { Section } from '#renderer/ui/section.tsx';
import {
  isThisPerson,
  type PersonOnRecord,
  personOnRecordSchema,
} from '#shared/domain/supervision/person.ts';

/** On the doctor's own computer: who sits there and judges. */
export function WhoReviews(props: {
  readonly doctor: { readonly name: string; readonly gmcNumber: string | null };
  readonly onWho: (person: PersonOnRecord) => void;
}) {
  const { doctor, onWho } = props;
  const form = useZodForm(personOnRecordSchema, { name: '', gmcNumber: null, role: '' });
  return (
    <Section title="Who is reviewing?">
      <ZodForm
        form={form}
        submit="Start"
        labels={{ name: 'Your name', gmcNumber: 'GMC number', role: 'Post' }}
        onSubmit={(person) => {
          if (isThisPerson(person, doctor)) form.setError('name', { message: 'own-evidence' });
          else onWho(person);
        }}
      >
        <Text size="sm" maw="60ch">
          This is {doctor.name}’s own portfolio. A supervisor who is here in person can review it on this
          computer: what they say is recorded with their name and with whose computer it was. Nobody can judge
          their own evidence.
        </Text>
        <TextField form={form} name="name" label="Your name" required maxLength={120} maw="26rem" />
        <OptionalTextField form={form} name="gmcNumber" label="GMC number" inputMode="numeric" maw="12rem" />
        <TextField form={form} name="role" label="Post" maxLength={160} maw="26rem" />
      </ZodForm>
    </Section>
  );
}
