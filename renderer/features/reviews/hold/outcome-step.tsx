import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormState, useWatch } from 'react-hook-form';
import { api } from '#renderer/api/client.ts';
import { DateField } from '#renderer/forms/date-field.tsx';
import { useField } from '#renderer/forms/field.ts';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { isDate } from '#renderer/forms/typed-date.ts';
import { LikenessNote } from '#renderer/ui/likeness-note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ukDate, yearsBefore } from '#shared/domain/dates.ts';
import type { OutcomeOption } from '#shared/domain/review.ts';
import type { Holding } from './holding.ts';
import { LocalNotice } from './local-notice.tsx';
import { StepFrame } from './step-frame.tsx';
import type { ConclusionForm } from './use-conclusion.ts';

/** One of the programme's outcomes. */
export function OutcomeChoice(props: {
  readonly form: ConclusionForm;
  readonly options: readonly OutcomeOption[];
}) {
  const { form, options } = props;
  const { value, onChange, shared } = useField({ form, name: 'outcome', label: 'The panel’s outcome' });
  // One that has left the programme's list since it was chosen is still the one that was chosen.
  const all = value === null || options.some(({ id }) => id === value.id) ? options : [...options, value];
  return (
    <Radio.Group
      {...shared}
      value={value?.id ?? null}
      onChange={(id) => onChange(all.find((option) => option.id === id) ?? null)}
    >
      <Stack gap="sm" mt="xs">
        <LikenessNote outcomes={all} />
        {all.map(({ id, name, meaning }) => (
          <Radio key={id} value={id} label={name} description={meaning} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** When the panel meets again. */
export function NextReview(props: { readonly form: ConclusionForm; readonly heldOn: string }) {
  const { form, heldOn } = props;
  const next = useWatch({ control: form.control, name: 'nextReviewOn' });
  const inAYear = yearsBefore(heldOn, -1);
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="sm">
        <DateField form={form} name="nextReviewOn" label="Next review on" optional />
        {next === inAYear ? null : (
          <Button
            variant="default"
            onClick={() =>
              form.setValue('nextReviewOn', inAYear, { shouldDirty: true, shouldValidate: true })
            }
          >
            In a year: {ukDate(inAYear)}
          </Button>
        )}
      </Group>
      {isDate(next) && next <= heldOn ? (
        <Text size="sm" fw={600} role="status">
          That is not after this review ({ukDate(heldOn)}). Check the year.
        </Text>
      ) : null}
    </Stack>
  );
}

/** The decision, the reason for it, and when the panel meets again. */
export function OutcomeStep(props: { readonly holding: Holding; readonly arrived: boolean }) {
  const { holding, arrived } = props;
  const { form, saver } = holding.conclusion;
  const outcomes = useQuery(api.reviews.outcomes.queryOptions());
  const { errors } = useFormState({ control: form.control, name: ['outcomeReason', 'nextReviewOn'] });
  const held = errors.outcomeReason !== undefined || errors.nextReviewOn !== undefined;
  return (
    <StepFrame
      reviewId={holding.review.id}
      step="outcome"
      arrived={arrived}
      aside={<SavingLine saver={saver} held={held ? 'Not all of it is saved: see the field' : undefined} />}
    >
      <LocalNotice />
      <Section title="Outcome" intro="A programme can word its own list in Settings.">
        <Stack gap="lg">
          <QueryStates query={outcomes} what="the list of outcomes" rows={3}>
            {(options) => <OutcomeChoice form={form} options={options} />}
          </QueryStates>
          <ProseField
            form={form}
            name="outcomeReason"
            label="Reason for the outcome"
            description="In a few sentences, so that the doctor understands it without having been in the room."
            minRows={4}
          />
        </Stack>
      </Section>
      <Section title="Next review" intro="Usually within twelve months.">
        <NextReview form={form} heldOn={holding.review.heldOn} />
      </Section>
    </StepFrame>
  );
}
