import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import classes from '../supervision.module.css';
import { SupervisionNav } from '../supervision-nav.tsx';
import { ActionLine } from './action-line.tsx';
import { NewAction } from './new-action.tsx';
import { ownersOf } from './owners-of.ts';

const own = { kind: 'own', id: null } as const;

function Lines(props: { readonly actions: readonly ListedAction[]; readonly owners: readonly string[] }) {
  const { actions, owners } = props;
  return (
    <ul className={classes.list}>
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} owners={owners} />
      ))}
    </ul>
  );
}

function Actions({ actions }: { readonly actions: readonly ListedAction[] }) {
  const { portfolio } = usePortfolio();
  const { show } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [owner, setOwner] = useState<string | null>(null);
  const owners = ownersOf(portfolio.doctor.name, actions);
  const mine = actions.filter((action) => owner === null || action.owner === owner);
  const open = mine.filter(({ status }) => status === 'open');
  const closed = mine.filter(({ status }) => status !== 'open');
  const overdue = open.filter((action) => action.overdue).length;
  if (actions.length === 0)
    return (
      <EmptyState
        icon={IconListCheck}
        title="No action yet"
        action={<NewAction origin={own} owners={owners} />}
      >
        Actions of signed reviews and of supervision meetings come together here: what is open, what is
        overdue, and what shows that it was done.
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <SegmentedControl
          aria-label="Which actions"
          value={show ?? 'open'}
          data={[
            { value: 'open', label: `Open (${open.length})` },
            { value: 'closed', label: `Closed (${closed.length})` },
          ]}
          onChange={(next) =>
            void navigate({
              to: paths.actions,
              search: next === 'closed' ? { show: 'closed' } : {},
              replace: true,
            })
          }
        />
        <Select
          label="Owner"
          placeholder="Everybody"
          clearable
          data={[...owners]}
          value={owner}
          onChange={setOwner}
        />
      </Group>
      {show === 'closed' ? (
        <Section title="Closed actions" intro="The last closed first, with what shows it.">
          {closed.length === 0 ? (
            <Text size="sm">No action is closed yet.</Text>
          ) : (
            <Lines actions={closed} owners={owners} />
          )}
        </Section>
      ) : (
        <Section
          title="Open actions"
          intro={
            overdue === 0
              ? 'By the day they are due.'
              : `${count(overdue, 'action is', 'actions are')} overdue.`
          }
        >
          {open.length === 0 ? (
            <Text size="sm">No action is open.</Text>
          ) : (
            <Lines actions={open} owners={owners} />
          )}
        </Section>
      )}
      <div>
        <NewAction origin={own} owners={owners} />
      </div>
    </Stack>
  );
}

/** All actions of the portfolio, wherever they were agreed on. */
export function ActionsScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.actions.list.queryOptions({ input: { portfolioId } }));
  return (
    <>
      <PageHeader
        title="Actions"
        intro="From signed reviews, supervision meetings, feedback and opportunities, as one list."
      />
      <SupervisionNav />
      <QueryStates query={query} what="the actions" rows={4}>
        {({ actions }) => <Actions actions={actions} />}
      </QueryStates>
    </>
  );
}
