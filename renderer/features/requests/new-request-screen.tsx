import { Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { RadioField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { count, today } from '#renderer/text/format.ts';
import { requestWayWords } from '#renderer/text/request-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { daysAfter } from '#shared/domain/dates.ts';
import { requestWays, signOffRequestSchema } from '#shared/domain/supervision/request.ts';
import classes from './requests.module.css';

const formSchema = signOffRequestSchema.pick({ assessor: true, way: true, note: true, dueOn: true });
const labels = {
  'assessor.name': 'Name',
  'assessor.gmcNumber': 'GMC number',
  'assessor.role': 'Post',
  way: 'How they answer',
  dueOn: 'Due by',
  note: 'A few words with it',
};

function Items({ items }: { readonly items: readonly string[] }) {
  const { portfolioId } = usePortfolio();
  const found = useQueries({
    queries: items.slice(0, 20).map((id) => api.evidence.get.queryOptions({ input: { portfolioId, id } })),
  });
  return (
    <Section title={`What they are asked to sign off: ${count(items.length, 'item')}`}>
      <ul className={classes.items}>
        {found.map(({ data }, at) => (
          <li key={items[at]}>
            <Text size="sm">{data?.title ?? '…'}</Text>
          </li>
        ))}
        {items.length > 20 ? (
          <li>
            <Text size="sm">and {items.length - 20} more</Text>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}

/** Asks somebody to sign off the chosen items. */
export function NewRequestScreen() {
  const { portfolioId } = usePortfolio();
  const { items = [] } = useSearch({ strict: false }) as { readonly items?: readonly string[] };
  const navigate = useNavigate();
  const people = useQuery(api.people.list.queryOptions());
  const form = useZodForm(formSchema, {
    assessor: { name: '', gmcNumber: null, role: '' },
    way: 'file',
    note: '',
    dueOn: daysAfter(today(), 14),
  });
  const ask = useMutation({
    ...api.requests.ask.mutationOptions(),
    onSuccess: () => navigate({ to: paths.requests }),
    onError: (fault) => showIssues(form, fault, ['request']),
  });
  return (
    <>
      <PageHeader
        title="Ask for sign-off"
        intro="Nothing is sent by Waymark: you hand over the file or the form."
      />
      {items.length === 0 ? (
        <Section title="No items were chosen">
          <Stack gap="sm" align="flex-start">
            <Text size="sm">Choose items in the evidence list first, then “Ask for sign-off”.</Text>
            <LinkButton to={paths.evidence}>Go to the evidence</LinkButton>
          </Stack>
        </Section>
      ) : (
        <Stack gap="md">
          <Items items={items} />
          <Section title="Who is asked">
            <ZodForm
              form={form}
              labels={labels}
              submit="Ask"
              busy={ask.isPending}
              failure={form.formState.isValid ? ask.error : undefined}
              onSubmit={(value) =>
                ask
                  .mutateAsync({
                    portfolioId,
                    request: { ...value, kind: 'sign-off', items: [...items], review: null },
                  })
                  .catch(() => undefined)
              }
            >
              {people.data === undefined || people.data.length === 0 ? null : (
                <Select
                  label="From your people"
                  description="Fills in the name and the GMC number. A file can only be made for somebody whose card you have, or with a passphrase."
                  data={people.data.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(id) => {
                    const person = people.data.find((one) => one.id === id);
                    if (person === undefined) return;
                    form.setValue('assessor.name', person.name);
                    form.setValue('assessor.gmcNumber', person.gmcNumber);
                  }}
                />
              )}
              <TextField form={form} name="assessor.name" label="Name" required />
              <OptionalTextField
                form={form}
                name="assessor.gmcNumber"
                label="GMC number"
                inputMode="numeric"
                maw="12rem"
              />
              <TextField form={form} name="assessor.role" label="Post" />
              <RadioField
                form={form}
                name="way"
                label="How they answer"
                choices={requestWays.map((way) => ({
                  value: way,
                  label: requestWayWords[way].title,
                  description: requestWayWords[way].meaning,
                }))}
              />
              <DateField form={form} name="dueOn" label="Due by" required />
              <TextField
                form={form}
                name="note"
                label="A few words with it"
                description="They see this. Name no patient."
              />
            </ZodForm>
          </Section>
        </Stack>
      )}
    </>
  );
}
