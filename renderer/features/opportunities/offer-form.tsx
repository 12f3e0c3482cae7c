import { Checkbox, MultiSelect } from '@mantine/core';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { CheckboxField, NumberField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { useField } from '#renderer/forms/field.ts';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { type ZodForm as Form, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { opportunityKindWords } from '#renderer/text/opportunity-words.ts';
import { offeredTypes } from '#shared/domain/pack-types.ts';
import {
  type OpportunityInput,
  opportunityInputSchema,
  opportunityKinds,
} from '#shared/domain/supervision/opportunity.ts';

const empty: OpportunityInput = {
  kind: 'teaching',
  title: '',
  what: '',
  place: '',
  contact: '',
  from: null,
  until: null,
  places: null,
  types: [],
  packs: [],
  closed: false,
};

function Types({ form }: { readonly form: Form<OpportunityInput, OpportunityInput> }) {
  const { pack } = usePortfolio();
  const { value, onChange, shared } = useField({
    form,
    name: 'types',
    label: 'Kinds of evidence it can lead to',
    description: 'What it is matched by.',
  });
  return (
    <MultiSelect
      {...shared}
      searchable
      data={offeredTypes(pack).map(({ id, title }) => ({ value: id, label: title }))}
      value={[...value]}
      onChange={onChange}
    />
  );
}

/** Offered to this specialty alone, or to all; other specialties it names stay named. */
function OnlyHere({ form }: { readonly form: Form<OpportunityInput, OpportunityInput> }) {
  const { pack } = usePortfolio();
  const { value, onChange, shared } = useField({
    form,
    name: 'packs',
    label: `Only for ${pack.specialty}`,
  });
  const { withAsterisk: _, required: __, ...plain } = shared;
  return (
    <Checkbox
      {...plain}
      checked={value.includes(pack.id)}
      onChange={(event) => {
        const others = value.filter((id) => id !== pack.id);
        onChange(event.currentTarget.checked ? [...others, pack.id] : others);
      }}
    />
  );
}

/** A new opportunity, or another form of one. */
export function OfferForm(props: {
  readonly offer: OpportunityInput | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (offer: OpportunityInput) => Promise<unknown>;
}) {
  const form = useZodForm(opportunityInputSchema, props.offer ?? empty) as Form<
    OpportunityInput,
    OpportunityInput
  >;
  return (
    <ZodForm
      form={form}
      submit={props.offer === null ? 'Add to the list' : 'Save'}
      labels={{ title: 'Title', what: 'What it is', from: 'From', until: 'Until' }}
      failure={props.error}
      busy={props.busy}
      onSubmit={props.onSubmit}
    >
      <SelectField
        form={form}
        name="kind"
        label="Kind"
        choices={opportunityKinds.map((kind) => ({ value: kind, label: opportunityKindWords[kind] }))}
      />
      <TextField form={form} name="title" label="Title" required maxLength={200} />
      <ProseField form={form} name="what" label="What it is" minRows={2} />
      <TextField form={form} name="place" label="Where" maxLength={160} />
      <TextField form={form} name="contact" label="Whom to ask" maxLength={200} />
      <DateField form={form} name="from" label="From" optional />
      <DateField form={form} name="until" label="Until" optional />
      <NumberField form={form} name="places" label="Places" whole />
      <Types form={form} />
      <OnlyHere form={form} />
      <CheckboxField form={form} name="closed" label="Closed: not offered any more" />
    </ZodForm>
  );
}
