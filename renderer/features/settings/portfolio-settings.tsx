import { Stack } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { useRewinds } from '#renderer/api/rewind.ts';
import { useAutosave, wholeOf } from '#renderer/forms/autosave.ts';
import { DateField } from '#renderer/forms/date-field.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SourceLink } from '#renderer/ui/source-link.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type Portfolio, portfolioInputSchema } from '#shared/domain/portfolio.ts';
import { SavedByItself } from './saved-by-itself.tsx';
import { WorkingLife } from './working-life/working-life.tsx';

export function PortfolioSettings() {
  const { shelf, current } = useCurrentShelf();
  return (
    <QueryStates query={shelf} what="portfolios">
      {() =>
        current === undefined ? (
          <EmptyState
            icon={IconFolderPlus}
            title="No portfolio yet"
            action={<LinkButton to={paths.newPortfolio}>Create a portfolio</LinkButton>}
          >
            Create one to choose its guidance and its target date.
          </EmptyState>
        ) : (
          <OnePortfolio key={current.id} portfolioId={current.id} />
        )
      }
    </QueryStates>
  );
}

function OnePortfolio(props: { readonly portfolioId: string }) {
  const { portfolioId } = props;
  const rewinds = useRewinds();
  const portfolio = useQuery(api.portfolios.get.queryOptions({ input: { portfolioId } }));
  return (
    <QueryStates query={portfolio} what="the portfolio">
      {(found) => (
        <Stack gap="md">
          <DetailsForm key={rewinds} portfolio={found} />
          <WorkingLife key={`life ${rewinds}`} portfolio={found} />
          <Guidance packId={found.packId} version={found.packVersion} />
        </Stack>
      )}
    </QueryStates>
  );
}

function DetailsForm(props: { readonly portfolio: Portfolio }) {
  const { id, doctor, packId, targetDate, employer } = props.portfolio;
  const update = useMutation(api.portfolios.update.mutationOptions());
  const form = useZodForm(portfolioInputSchema, { doctor, packId, targetDate, employer });
  const autosave = useAutosave({
    form,
    check: () => wholeOf(form, portfolioInputSchema),
    save: (portfolio) => update.mutateAsync({ portfolioId: id, portfolio }),
    under: ['portfolio'],
  });
  return (
    <Section title="Portfolio details">
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
        <TextField form={form} name="employer" label="Employer" maw="28rem" />
        <DateField
          form={form}
          name="targetDate"
          label="Target submission date"
          required
          description="Evidence is counted by its age on that day: coverage changes with it."
        />
        <SavedByItself saving={autosave.saving} />
      </Stack>
      <LeaveGuard searchLeaves unsaved={autosave.unsaved} flush={autosave.flush} />
    </Section>
  );
}

function Guidance(props: { readonly packId: string; readonly version: string }) {
  const packs = useQuery(api.guidance.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  return (
    <Section
      title="Guidance"
      intro="A portfolio keeps the guidance it uses until you move it, under Guidance."
    >
      <QueryStates query={packs} what="guidance" rows={3}>
        {(list) => {
          const pack = list.find((candidate) => candidate.id === props.packId);
          return (
            <Facts
              facts={
                pack === undefined
                  ? [['Pack', props.packId]]
                  : [
                      ['Guidance', pack.title],
                      ['Version', props.version],
                      ['How sure Waymark is', <CertaintyBadge key="certainty" certainty={pack.certainty} />],
                      ['Source', <SourceLink key="source" source={pack.source} />],
                      ['Please note', pack.notice],
                    ]
              }
            />
          );
        }}
      </QueryStates>
    </Section>
  );
}
