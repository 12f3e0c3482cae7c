import { Text } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { feedbackFrames } from '#renderer/text/writing-prompts.ts';
import { RunChart } from '#renderer/ui/run-chart/run-chart.tsx';
import type { Details } from '#shared/domain/evidence.ts';
import type { EvidenceField, EvidenceType } from '#shared/domain/evidence-fields-types.ts';
import { runChartOf } from '#shared/domain/run-chart.ts';
import { answersOf, totalFor } from './answers.ts';
import { DetailField } from './detail-field.tsx';
import { FormSection } from './form-section.tsx';
import { RowsField } from './rows-field.tsx';
import type { DraftForm } from './use-draft-form.ts';
import { WritingPrompts } from './writing-prompts.tsx';

const textOf = (details: Details, id: string) => {
  const answer = details[id];
  return typeof answer === 'string' ? answer : '';
};

function Question(props: {
  readonly form: DraftForm;
  readonly field: EvidenceField;
  readonly details: Details;
}) {
  const { form, field, details } = props;
  const { kind } = field;
  if (kind === 'rows') {
    const chart = runChartOf(field, details);
    return (
      <>
        <RowsField form={form} field={field} />
        {chart === null ? null : <RunChart chart={chart} unit={textOf(details, 'unit')} />}
      </>
    );
  }
  const total = totalFor(field, details);
  if (total !== null)
    return (
      <Text size="sm" role="status">
        <strong>
          {field.label}: {total}
        </strong>
        , added up from the rows above
      </Text>
    );
  const name = `details.${field.id}` as const;
  const answer = <DetailField form={form} field={{ ...field, kind }} name={name} />;
  if (field.prompts === undefined) return answer;
  return (
    <div>
      {answer}
      <WritingPrompts form={form} name={name} about={`“${field.label}”`} frames={feedbackFrames} />
    </div>
  );
}

/** What this type of evidence alone asks. Questions of an earlier Waymark are there where they were answered. */
export function TypeSection({ form, type }: { readonly form: DraftForm; readonly type: EvidenceType }) {
  const answers = useWatch({ control: form.control, name: 'details' });
  const details = answersOf({ type: type.id, details: answers });
  const fields = type.fields.filter(
    ({ id, earlier }) => earlier !== true || Object.hasOwn(form.formState.defaultValues?.details ?? {}, id),
  );
  if (fields.length === 0) return null;
  return (
    <FormSection name="type" title={type.title} intro="Answer what helps; only what is marked is needed.">
      {fields.map((field) => (
        <Question key={`${type.id}.${field.id}`} form={form} field={field} details={details} />
      ))}
    </FormSection>
  );
}
