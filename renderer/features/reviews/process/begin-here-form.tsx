import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { stepRolePhrases } from '#renderer/text/review-process-words.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import { proseSchema } from '#shared/domain/text.ts';

type Draft = { readonly as: string; readonly withoutReport: string };

const needed = proseSchema(4000).pipe(z.string().min(1, { error: 'required' }));
const schemaFor = (report: boolean): z.ZodType<Draft, Draft> =>
  z.strictObject({
    as: z.string().min(1, { error: 'required' }),
    withoutReport: report ? z.string() : needed,
  });

/** For a panel around one table: evidence is asked for, handed in and opened to the panel at once. */
export function BeginHereForm(props: {
  readonly reviewId: string;
  readonly view: ProcessView;
  readonly onClose: () => void;
}) {
  const { reviewId, view, onClose } = props;
  const { portfolioId } = usePortfolio();
  const begin = useMutation(
    api.reviewProcess.beginHere.mutationOptions({ scope: { id: `review ${reviewId}` } }),
  );
  const sealed = view.report.state === 'sealed';
  const choices = view.people
    .filter(({ role }) => role === 'chair' || role === 'administrator')
    .map(({ as, name, role }) => ({ value: as, label: `${name}, ${stepRolePhrases[role]}` }));
  const form = useZodForm(schemaFor(sealed), { as: choices[0]?.value ?? '', withoutReport: '' });
  return (
    <FieldScope value="begin-here">
      <ZodForm
        form={form}
        submit="Begin the review"
        labels={{ as: 'Who answers for it', withoutReport: 'Why there is no sealed supervisor’s report' }}
        failure={begin.error}
        busy={begin.isPending}
        others={
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        }
        onSubmit={async ({ as, withoutReport }) => {
          const reason = 'Everybody was here at one table.';
          const begun = await begin
            .mutateAsync({ portfolioId, id: reviewId, as, reason, withoutReport })
            .catch(() => null);
          if (begun !== null) onClose();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            The doctor hands in what the portfolio holds now, and the panel writes here from today. It is all
            noted as done at this computer.
          </Text>
          <SelectField form={form} name="as" label="Who answers for it" choices={choices} required />
          {sealed ? (
            <Text size="sm">The sealed supervisor’s report by {view.report.author} goes with it.</Text>
          ) : (
            <ProseField
              form={form}
              name="withoutReport"
              label="Why there is no sealed supervisor’s report"
              minRows={2}
              required
            />
          )}
        </Stack>
      </ZodForm>
    </FieldScope>
  );
}
