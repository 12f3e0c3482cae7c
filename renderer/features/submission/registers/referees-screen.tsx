import { Button, Stack, Text } from '@mantine/core';
import { IconUserStar } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { refereeWarningWords } from '#renderer/text/register-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState, FailedState } from '#renderer/ui/states.tsx';
import type { Referee } from '#shared/domain/registers/referee.ts';
import type { RefereeStanding } from '#shared/domain/registers/referee-standing.ts';
import { LineActions } from '../line-actions.tsx';
import classes from '../submission.module.css';
import { RefereeForm } from './referee-form.tsx';
import { RuleNote } from './rule-note.tsx';

function RefereeLine({
  referee,
  standing,
}: {
  readonly referee: Referee;
  readonly standing: RefereeStanding;
}) {
  const { portfolioId } = usePortfolio();
  const [editing, setEditing] = useState(false);
  const remove = useMutation(api.registers.removeReferee.mutationOptions());
  const { id, name, post, institution } = referee;
  const open = standing.warnings.filter(({ refereeId }) => refereeId === id);
  const kinds = standing.kinds.filter((kind) => referee.kinds.includes(kind.id)).map(({ title }) => title);
  if (editing)
    return (
      <li className={classes.line}>
        <div className={classes.words}>
          <RefereeForm referee={referee} kinds={standing.kinds} onDone={() => setEditing(false)} />
        </div>
      </li>
    );
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[post, institution, ...kinds].filter((part) => part !== '').join(', ')}
        </Text>
        {open.map(({ kind }) => (
          <Text size="sm" key={kind}>
            To do: {refereeWarningWords[kind]}
          </Text>
        ))}
        {remove.error === null ? null : <FailedState error={remove.error} />}
      </div>
      <LineActions
        about={name}
        removing={remove.isPending}
        onChange={() => setEditing(true)}
        onRemove={() => remove.mutate({ portfolioId, id })}
      />
    </li>
  );
}

/** Who writes the structured reports, held against the guidance's rule. */
export function RefereesScreen() {
  const { portfolioId } = usePortfolio();
  const [adding, setAdding] = useState(false);
  const query = useQuery(api.registers.referees.queryOptions({ input: { portfolioId }, staleTime: 0 }));
  return (
    <>
      <PageHeader
        title="Referees"
        intro="Who writes your structured reports, and what is still to do with each. Kept for you alone: it goes into no package for others."
        actions={
          <LinkButton to={paths.submission} variant="default">
            Hand over
          </LinkButton>
        }
      />
      <QueryStates query={query} what="the referees">
        {({ referees, standing, rule }) => (
          <Stack gap="md">
            {referees.length === 0 && !adding ? (
              <EmptyState
                icon={IconUserStar}
                title="No referees yet"
                action={<Button onClick={() => setAdding(true)}>Add a referee</Button>}
              >
                Your guidance asks for at least {standing.need}.
              </EmptyState>
            ) : (
              <Section
                title="Referees"
                actions={adding ? null : <Button onClick={() => setAdding(true)}>Add a referee</Button>}
              >
                <Facts
                  facts={[
                    ['All', `${standing.have} of at least ${standing.need}`],
                    ...standing.kinds.map(
                      ({ title, have, need }) => [title, `${have} of at least ${need}`] as const,
                    ),
                  ]}
                />
                <ul className={classes.list}>
                  {referees.map((referee) => (
                    <RefereeLine key={referee.id} referee={referee} standing={standing} />
                  ))}
                </ul>
                {adding ? (
                  <div className={classes.adding}>
                    <Text component="h3" fw={600} mb="sm">
                      New referee
                    </Text>
                    <RefereeForm kinds={standing.kinds} onDone={() => setAdding(false)} />
                  </div>
                ) : null}
              </Section>
            )}
            <RuleNote rule={rule} />
          </Stack>
        )}
      </QueryStates>
    </>
  );
}
