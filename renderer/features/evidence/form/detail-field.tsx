import { CheckboxField, NumberField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import type { FieldColumn } from '#shared/domain/evidence-fields-types.ts';
import type { DraftForm } from './use-draft-form.ts';

/** One question of a type, or one cell of a row, as the kind of answer it takes. */
export function DetailField(props: {
  readonly form: DraftForm;
  readonly field: FieldColumn & { readonly required?: boolean; readonly help?: string };
  /** Where the answer is kept: `details.aim`, `details.points.0.value`. */
  readonly name: `details.${string}`;
  readonly minRows?: number;
}) {
  const { form, field, name, minRows = 2 } = props;
  const shared = {
    form,
    name,
    label: field.label,
    required: field.required === true,
    ...(field.help === undefined ? {} : { description: field.help }),
  } as const;
  switch (field.kind) {
    case 'line':
      return <TextField {...shared} maxLength={400} />;
    case 'prose':
      return <ProseField {...shared} minRows={minRows} />;
    case 'count':
      return <NumberField {...shared} whole maw="18rem" />;
    case 'number':
    case 'value':
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
