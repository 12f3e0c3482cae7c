import { Button, MultiSelect } from '@mantine/core';
import { z } from 'zod';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { useField } from '#renderer/forms/field.ts';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { type ZodForm as Form, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { offeredTypes, typeTitle } from '#shared/domain/pack-types.ts';
import { lineSchema } from '#shared/domain/text.ts';
import type { EntryItem } from './entry.ts';

const schema = z
  .object({
    title: lineSchema(200),
    type: evidenceTypeIdSchema,
    startedOn: isoDateSchema,
    endedOn: isoDateSchema.nullable(),
    capabilities: z.array(z.string()),
  })
  .refine(({ startedOn, endedOn }) => endedOn === null || endedOn >= startedOn, {
    error: 'end-before-start',
    path: ['endedOn'],
  });
type Answers = z.output<typeof schema>;

const labels = {
  title: 'Title',
  type: 'Kind of evidence',
  startedOn: 'Date',
  endedOn: 'End date',
  capabilities: 'Capabilities',
};

function Capabilities(props: { readonly form: Form<Answers, Answers>; readonly pack: GuidancePack }) {
  const { value, onChange, shared } = useField({
    form: props.form,
    name: 'capabilities',
    label: labels.capabilities,
  });
  return (
    <MultiSelect
      {...shared}
      searchable
      placeholder="Type a code or a word"
      nothingFoundMessage="Nothing found"
      data={props.pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
      value={[...value]}
      onChange={onChange}
    />
  );
}

/** Changes what the draft of one file will say. */
export function EntryForm(props: {
  readonly item: EntryItem;
  readonly pack: GuidancePack;
  readonly onChanged: (item: EntryItem) => void;
  readonly onCancel: () => void;
}) {
  const { item, pack, onChanged, onCancel } = props;
  const types = [...offeredTypes(pack).map(({ id }) => id), 'unsorted' as const];
  // What it has is offered even where the guidance does not use it.
  const offered = types.includes(item.type) ? types : [item.type, ...types];
  const form = useZodForm<Answers, Answers>(schema, { ...item, capabilities: [...item.capabilities] });
  return (
    <ZodForm
      form={form}
      labels={labels}
      summary={false}
      submit="Keep these"
      onSubmit={onChanged}
      others={
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      }
    >
      <TextField form={form} name="title" label={labels.title} required maxLength={200} autoFocus />
      <SelectField
        form={form}
        name="type"
        label={labels.type}
        choices={offered.map((id) => ({ value: id, label: typeTitle(pack, id) }))}
        find
      />
      <DateField form={form} name="startedOn" label={labels.startedOn} required />
      <DateField form={form} name="endedOn" label={labels.endedOn} optional />
      <Capabilities form={form} pack={pack} />
    </ZodForm>
  );
}
