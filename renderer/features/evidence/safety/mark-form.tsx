import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { count, today } from '#renderer/text/format.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { lineSchema } from '#shared/domain/text.ts';

// Below a name of its own: fields are found by theirs, and the item's form is on the same page.
const schema = z.strictObject({
  anonymised: z.strictObject({ by: lineSchema(120), on: isoDateSchema, institution: lineSchema(160) }),
});

/** Who says that nobody can be recognised, when and where. Open hits do not stand in the way; they are written down. */
export function MarkForm(props: {
  readonly itemId: string;
  /** Null: not everything was checked. */
  readonly open: number | null;
  readonly onDone: () => void;
}) {
  const { portfolio, portfolioId } = usePortfolio();
  const mark = useMutation(api.identifiers.markAnonymised.mutationOptions());
  const form = useZodForm(schema, {
    anonymised: { by: portfolio.doctor.name, on: today(), institution: portfolio.employer },
  });
  const { itemId, open, onDone } = props;
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Title order={3} size="h4">
          Mark as anonymised
        </Title>
        <Text size="sm" maw="68ch">
          You say that you looked at every page and that nobody can be recognised: no patient, no relative, no
          colleague you assessed. It holds for the files as they are now.{' '}
          {open === null
            ? 'Not every file has been checked; that is written down with it.'
            : open > 0
              ? `${count(open, 'finding')} still open: that is written down with it.`
              : ''}
        </Text>
        <ZodForm
          form={form}
          onSubmit={async ({ anonymised }) => {
            await mark.mutateAsync({ portfolioId, id: itemId, ...anonymised });
            onDone();
          }}
          submit="Mark as anonymised"
          labels={{
            'anonymised.by': 'Who looked',
            'anonymised.on': 'On',
            'anonymised.institution': 'Institution',
          }}
          failure={mark.error}
          busy={mark.isPending}
          others={
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
          }
        >
          <TextField
            form={form}
            name="anonymised.by"
            label="Who looked"
            required
            maxLength={120}
            maw="28rem"
          />
          <DateField form={form} name="anonymised.on" label="On" required />
          <TextField
            form={form}
            name="anonymised.institution"
            label="Institution"
            required
            maxLength={160}
            maw="28rem"
          />
        </ZodForm>
      </Stack>
    </Paper>
  );
}
