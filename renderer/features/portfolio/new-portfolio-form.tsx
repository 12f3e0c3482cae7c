import { Box, Fieldset, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { api } from '#renderer/api/client.ts';
import { DateField } from '#renderer/forms/date-field.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { PackSummary } from '#shared/domain/guidance-pack.ts';
import { type PortfolioInput, portfolioInputSchema } from '#shared/domain/portfolio.ts';
import type { Profile } from '#shared/domain/profile.ts';
import { PackChooser } from './pack-chooser.tsx';
import { PackDetails } from './pack-details.tsx';
import classes from './portfolio.module.css';

const labels = {
  packId: 'Specialty',
  'doctor.name': 'Doctor’s name',
  'doctor.gmcNumber': 'GMC number',
  targetDate: 'Target submission date',
  employer: 'Employer',
};

export function NewPortfolioForm(props: {
  readonly packs: readonly PackSummary[];
  readonly profile: Profile | null;
}) {
  const { packs, profile } = props;
  const navigate = useNavigate();
  const create = useMutation(api.portfolios.create.mutationOptions());
  const [placed, setPlaced] = useState(false);
  const own = profile?.roles.includes('doctor') === true ? profile : null;
  const form = useZodForm(portfolioInputSchema, {
    doctor: { name: own?.name ?? '', gmcNumber: own?.gmcNumber ?? null },
    packId: '',
    targetDate: '',
    employer: '',
  });
  const packId = useWatch({ control: form.control, name: 'packId' });
  const pack = packs.find((candidate) => candidate.id === packId);

  const submit = async (input: PortfolioInput) => {
    try {
      const portfolio = await create.mutateAsync(input);
      choosePortfolio(portfolio.id);
      await navigate({ to: paths.home });
    } catch (fault) {
      setPlaced(showIssues(form, fault));
    }
  };
  return (
    <div className={classes.columns}>
      <ZodForm
        form={form}
        labels={labels}
        failure={placed ? null : create.error}
        busy={create.isPending}
        submit="Create the portfolio"
        onSubmit={submit}
      >
        <Fieldset legend="Guidance">
          <PackChooser form={form} packs={packs} chosen={packId} />
        </Fieldset>
        <Fieldset legend="Doctor">
          <Stack gap="md">
            <TextField form={form} name="doctor.name" label="Doctor’s name" required maw="28rem" />
            <OptionalTextField
              form={form}
              name="doctor.gmcNumber"
              label="GMC number"
              description="7 digits, if there is one yet."
              inputMode="numeric"
              maw="12rem"
            />
            <TextField
              form={form}
              name="employer"
              label="Employer"
              description="The Trust or board, if any."
              maw="28rem"
            />
            <DateField
              form={form}
              name="targetDate"
              label="Target submission date"
              required
              description="When you hope to submit to the GMC. Evidence is counted by its age on that day. A guess will do: you can change it."
            />
          </Stack>
        </Fieldset>
      </ZodForm>
      <Box aria-live="polite">
        {pack === undefined ? (
          <Text c="dimmed" size="sm" p="md">
            Choose a specialty to see its guidance: where it comes from, how sure Waymark is of it, and its
            capabilities.
          </Text>
        ) : (
          <PackDetails pack={pack} />
        )}
      </Box>
    </div>
  );
}
