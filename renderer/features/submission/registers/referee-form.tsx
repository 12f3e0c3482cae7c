import { SimpleGrid } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { CheckboxesField, CheckboxField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { OptionalTextField, ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { type Referee, refereeInputSchema } from '#shared/domain/registers/referee.ts';
import { KeepForm } from '../keep-form.tsx';

const labels = {
  name: 'Name',
  post: 'Post',
  institution: 'Institution',
  gmcNumber: 'GMC number',
  email: 'E-mail',
  phone: 'Telephone',
  kinds: 'What they are to you',
  onRegister: 'On the Specialist or GP Register, or of equal standing',
  lastWorkedTogether: 'Last worked together on',
  consentOn: 'Agreed on',
  cvGivenOn: 'Given your CV on',
  note: 'Note',
};

/** Somebody who writes a structured report, new or known. */
export function RefereeForm(props: {
  readonly referee?: Referee;
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
  readonly onDone: () => void;
}) {
  const { referee, kinds, onDone } = props;
  const { portfolioId } = usePortfolio();
  const form = useZodForm(refereeInputSchema, {
    name: referee?.name ?? '',
    post: referee?.post ?? '',
    institution: referee?.institution ?? '',
    gmcNumber: referee?.gmcNumber ?? null,
    email: referee?.email ?? '',
    phone: referee?.phone ?? '',
    kinds: [...(referee?.kinds ?? [])],
    onRegister: referee?.onRegister ?? false,
    lastWorkedTogether: referee?.lastWorkedTogether ?? null,
    consentOn: referee?.consentOn ?? null,
    cvGivenOn: referee?.cvGivenOn ?? null,
    note: referee?.note ?? '',
  });
  const add = useMutation({ ...api.registers.addReferee.mutationOptions(), onSuccess: onDone });
  const update = useMutation({ ...api.registers.updateReferee.mutationOptions(), onSuccess: onDone });
  return (
    <KeepForm
      form={form}
      onKeep={(value) =>
        referee === undefined
          ? add.mutate({ portfolioId, referee: value })
          : update.mutate({ portfolioId, id: referee.id, referee: value })
      }
      labels={labels}
      ways={[add, update]}
      onDone={onDone}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField form={form} name="name" label={labels.name} required />
        <TextField form={form} name="post" label={labels.post} />
        <TextField form={form} name="institution" label={labels.institution} />
        <OptionalTextField form={form} name="gmcNumber" label={labels.gmcNumber} inputMode="numeric" />
        <TextField form={form} name="email" label={labels.email} />
        <TextField form={form} name="phone" label={labels.phone} />
        <DateField form={form} name="lastWorkedTogether" label={labels.lastWorkedTogether} optional />
        <DateField form={form} name="consentOn" label={labels.consentOn} optional />
        <DateField form={form} name="cvGivenOn" label={labels.cvGivenOn} optional />
      </SimpleGrid>
      <CheckboxesField
        form={form}
        name="kinds"
        label={labels.kinds}
        choices={kinds.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <CheckboxField form={form} name="onRegister" label={labels.onRegister} />
      <ProseField form={form} name="note" label={labels.note} />
    </KeepForm>
  );
}
