import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { RadioField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { momentWords } from '#renderer/text/format.ts';
import { stepRolePhrases, stepWords } from '#renderer/text/review-process-words.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { StepKind } from '#shared/domain/review-process/step.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import { answerChoices, fieldWords, stepFormWords } from './process-words.ts';
import { blankStep, stepFields, stepSchema } from './step-draft.ts';

/** Who may take this step here, the vault's owner first. */
function actorChoices({ offers, people }: ProcessView, kind: StepKind) {
  const by = offers.find((offer) => offer.kind === kind)?.by ?? [];
  return people
    .filter(({ as }) => by.includes(as))
    .sort((a, b) => Number(b.owner) - Number(a.owner))
    .map(({ as, name, role, owner }) => ({
      value: as,
      label: `${name}, ${stepRolePhrases[role]}${owner ? '' : ' (here at this computer)'}`,
    }));
}

/** Taking one step: who takes it, why, and what it does. */
export function StepForm(props: {
  readonly reviewId: string;
  readonly view: ProcessView;
  readonly kind: StepKind;
  readonly onClose: () => void;
}) {
  const { reviewId, view, kind, onClose } = props;
  const { portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const take = useMutation(api.reviewProcess.take.mutationOptions({ scope: { id: `review ${reviewId}` } }));
  const choices = actorChoices(view, kind);
  const words = stepFormWords[kind];
  const withReport = kind === 'submit' && view.report.state === 'sealed';
  const fields = withReport ? [] : stepFields[kind];
  const { window } = view;
  const form = useZodForm(stepSchema(kind, { needsReason: fields.includes('reason') }), {
    ...blankStep(choices[0]?.value ?? ''),
    ...(kind === 'change-window' && window !== null ? window : {}),
  });
  return (
    <FieldScope value={`step-${kind}`}>
      <ZodForm
        form={form}
        submit={words.submit}
        labels={{ ...fieldWords, reason: words.reason ?? fieldWords.reason }}
        failure={isFailureCode(take.error, 'INVALID') ? null : take.error}
        busy={take.isPending}
        others={
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        }
        onSubmit={async ({ as, step }) => {
          const after = await take
            .mutateAsync({ portfolioId, id: reviewId, after: view.head, as, step })
            .catch(() => null);
          if (after === null) return;
          onClose();
          if (after.next !== null) await navigate({ to: paths.review, params: { id: after.next } });
        }}
      >
        <Stack gap="md">
          <Text size="sm">{words.says}</Text>
          {kind === 'ask-second-look' && view.released !== null ? (
            <Text size="sm">
              The last day for this is {ukDate(view.released.respondBy)}: weekends are left out, bank holidays
              are not.
            </Text>
          ) : null}
          <SelectField form={form} name="as" label={fieldWords.as} choices={choices} required />
          {fields.includes('authority') ? (
            <TextField form={form} name="authority" label={fieldWords.authority} required maw="32rem" />
          ) : null}
          {fields.includes('answer') ? (
            <RadioField
              form={form}
              name="answer"
              label={fieldWords.answer}
              choices={answerChoices}
              required
            />
          ) : null}
          {fields.includes('keeps') ? (
            <RadioField
              form={form}
              name="keeps"
              label={fieldWords.keeps}
              required
              choices={view.contested.map(({ id, kind: what, by, at }) => ({
                value: id,
                label: stepWords[what].done,
                description: `${by.name}, ${momentWords(at)}`,
              }))}
            />
          ) : null}
          {fields.includes('from') ? (
            <DateField form={form} name="from" label={fieldWords.from} required />
          ) : null}
          {fields.includes('to') ? <DateField form={form} name="to" label={fieldWords.to} required /> : null}
          {fields.includes('heldOn') ? (
            <DateField form={form} name="heldOn" label={fieldWords.heldOn} optional />
          ) : null}
          {fields.includes('reason') ? (
            <ProseField form={form} name="reason" label={words.reason ?? fieldWords.reason} required />
          ) : null}
        </Stack>
      </ZodForm>
    </FieldScope>
  );
}
