import { SimpleGrid } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { OptionalTextField, ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { verifierKindWords } from '#renderer/text/register-words.ts';
import { type Verifier, verifierInputSchema, verifierKinds } from '#shared/domain/registers/verifier.ts';
import { KeepForm } from '../keep-form.tsx';

const labels = {
  name: 'Name',
  kind: 'What they are there',
  post: 'Post',
  institution: 'Institution',
  gmcNumber: 'GMC number',
  email: 'E-mail',
  phone: 'Telephone',
  reachableUntil: 'Reachable there until',
  note: 'Note',
};

/** Somebody who verifies, new or known. */
export function VerifierForm(props: {
  readonly verifier?: Verifier;
  readonly institution?: string;
  readonly onDone: () => void;
}) {
  const { verifier, institution = '', onDone } = props;
  const { portfolioId } = usePortfolio();
  const form = useZodForm(verifierInputSchema, {
    name: verifier?.name ?? '',
    kind: verifier?.kind ?? 'supervisor',
    post: verifier?.post ?? '',
    institution: verifier?.institution ?? institution,
    gmcNumber: verifier?.gmcNumber ?? null,
    email: verifier?.email ?? '',
    phone: verifier?.phone ?? '',
    reachableUntil: verifier?.reachableUntil ?? null,
    note: verifier?.note ?? '',
  });
  const add = useMutation({ ...api.registers.addVerifier.mutationOptions(), onSuccess: onDone });
  const update = useMutation({ ...api.registers.updateVerifier.mutationOptions(), onSuccess: onDone });
  return (
    <KeepForm
      form={form}
      onKeep={(value) =>
        verifier === undefined
          ? add.mutate({ portfolioId, verifier: value })
          : update.mutate({ portfolioId, id: verifier.id, verifier: value })
      }
      labels={labels}
      ways={[add, update]}
      onDone={onDone}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField form={form} name="name" label={labels.name} required />
        <TextField form={form} name="institution" label={labels.institution} required />
        <SelectField
          form={form}
          name="kind"
          label={labels.kind}
          choices={verifierKinds.map((value) => ({ value, label: verifierKindWords[value] }))}
        />
        <TextField form={form} name="post" label={labels.post} />
        <OptionalTextField form={form} name="gmcNumber" label={labels.gmcNumber} inputMode="numeric" />
        <DateField form={form} name="reachableUntil" label={labels.reachableUntil} optional />
        <TextField form={form} name="email" label={labels.email} />
        <TextField form={form} name="phone" label={labels.phone} />
      </SimpleGrid>
      <ProseField form={form} name="note" label={labels.note} />
    </KeepForm>
  );
}
