import { Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useStatus } from '#renderer/api/status.ts';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { dayWords } from '#renderer/text/format.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { isThisPerson, personOnRecordSchema } from '#shared/domain/supervision/person.ts';

const noReview = 'none';
const beginSchema = personOnRecordSchema.extend({ review: z.string() });

/** Who writes, for which review. On the doctor's own laptop it is whoever sits there. */
export function BeginReport() {
  const { portfolio, portfolioId } = usePortfolio();
  const owner = useStatus().data?.profile;
  const reviews = useQuery(api.reviews.list.queryOptions({ input: { portfolioId } }));
  const navigate = useNavigate();
  const begin = useMutation(api.supervisorReports.begin.mutationOptions());
  const isOwn = owner == null || isThisPerson(owner, portfolio.doctor);
  const form = useZodForm(beginSchema, {
    name: isOwn ? '' : owner.name,
    gmcNumber: isOwn ? null : owner.gmcNumber,
    role: '',
    review: noReview,
  });
  const planned = (reviews.data ?? []).filter(({ state }) => state !== 'signed');
  return (
    <Section
      title="Begin a report"
      intro={
        isOwn
          ? `This is ${portfolio.doctor.name}’s own portfolio. A supervisor who is here in person can write the report on this computer and seal it with a passphrase of their own.`
          : 'It starts with the figures of the year. What you write saves by itself.'
      }
    >
      <ZodForm
        form={form}
        submit="Begin the report"
        labels={{
          name: 'Supervisor’s name',
          gmcNumber: 'GMC number',
          role: 'Post',
          review: 'For which review',
        }}
        failure={begin.error}
        busy={begin.isPending}
        onSubmit={async ({ review, ...author }) => {
          if (isThisPerson(author, portfolio.doctor)) {
            form.setError('name', { message: 'own-report' });
            return;
          }
          const begun = await begin
            .mutateAsync({
              portfolioId,
              review: review === noReview ? null : review,
              period: null,
              author,
            })
            .catch(() => undefined);
          if (begun !== undefined)
            await navigate({ to: paths.supervisorReport, params: { id: begun.report.id } });
        }}
      >
        {isOwn ? (
          <>
            <TextField
              form={form}
              name="name"
              label="Supervisor’s name"
              required
              maxLength={120}
              maw="26rem"
            />
            <OptionalTextField
              form={form}
              name="gmcNumber"
              label="GMC number"
              inputMode="numeric"
              maw="12rem"
            />
          </>
        ) : (
          <Text size="sm">You write as {owner.name}.</Text>
        )}
        <TextField form={form} name="role" label="Post" maxLength={160} maw="26rem" />
        <SelectField
          form={form}
          name="review"
          label="For which review"
          choices={[
            ...planned.map(({ id, heldOn }) => ({ value: id, label: `Review on ${dayWords(heldOn)}` })),
            { value: noReview, label: 'None is planned yet' },
          ]}
        />
      </ZodForm>
    </Section>
  );
}
