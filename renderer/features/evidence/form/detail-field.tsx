import { CheckboxField, NumberField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import type { EvidenceField } from '#shared/domain/evidence-fields-types.ts';
import type { DraftForm } from './use-draft-form.ts';

/** One question of a type, as the kind of answer it takes. */
export function DetailField(props: { readonly form: DraftForm; readonly field: EvidenceField }) {
  const { form, field } = props;
  const shared = {
    form,
    name: `details.${field.id}`,
    label: field.label,
    required: field.required === true,
    ...(field.help === undefined ? {} : { description: field.help }),
  } as const;
  switch (field.kind) {
    case 'line':
      return <TextField {...shared} maxLength={400} />;
    case 'prose':
      return <ProseField {...shared} minRows={2} />;
    case 'count':
      return <NumberField {...shared} whole maw="18rem" />;
    case 'number':
      return <NumberField {...shared} maw="18rem" />;
    case 'date':
      return <DateField {...shared} optional />;
    case 'choice':
      return (
        <SelectField
          {...shared}
          choices={field.options ?? []}
          clearable={field.required !== true}
          placeholder="Choose"
        />
      );
    case 'yes-no':
      return <CheckboxField {...shared} />;
  }
}
