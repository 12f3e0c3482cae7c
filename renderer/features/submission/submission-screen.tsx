import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { SetView } from './set-view.tsx';

/** The set for the application: what lives where, how much it is, what is worth a look, and the way out. */
export function SubmissionScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(
    api.submission.plan.queryOptions({ input: { portfolioId, set: 'application' }, staleTime: 0 }),
  );
  return (
    <>
      <PageHeader
        title="Hand over"
        intro="Your evidence in the order of the application, each item once. Nothing is sent: you get files to upload yourself."
        actions={
          <Group gap="xs">
            <LinkButton to={paths.verifiers} variant="default">
              Verifiers
            </LinkButton>
            <LinkButton to={paths.referees} variant="default">
              Referees
            </LinkButton>
            <LinkButton to={paths.answer} variant="default">
              Answer a decision
            </LinkButton>
          </Group>
        }
      />
      <QueryStates query={query} what="the set">
        {(plan) => (
          <Stack gap="md">
            <SetView plan={plan} set="application" />
          </Stack>
        )}
      </QueryStates>
    </>
  );
}
