import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Meeting } from '#shared/domain/supervision/meeting.ts';
import { ActionLine } from '../../actions/action-line.tsx';
import { NewAction } from '../../actions/new-action.tsx';
import { ownersOf } from '../../actions/owners-of.ts';
import classes from '../../supervision.module.css';

/** What was agreed to be done, and open actions the agenda is about: both can be followed here. */
export function AgreedActions(props: { readonly meeting: Meeting; readonly agreed: readonly string[] }) {
  const { meeting, agreed } = props;
  const { portfolio, portfolioId } = usePortfolio();
  const query = useQuery(api.actions.list.queryOptions({ input: { portfolioId } }));
  const talkedOf = new Set([...agreed, ...meeting.agenda.flatMap(({ action }) => action ?? [])]);
  return (
    <Section
      title="Actions"
      intro="Those agreed in this meeting, and those its agenda is about. Few, with one owner and a day."
    >
      <QueryStates query={query} what="the actions" rows={2}>
        {({ actions }) => {
          const here = actions.filter(({ id }) => talkedOf.has(id));
          const names = meeting.people.map(({ name }) => name);
          const owners = [...new Set([...ownersOf(portfolio.doctor.name, []), ...names])];
          return (
            <>
              {here.length === 0 ? (
                <Text size="sm" mb="sm">
                  None yet.
                </Text>
              ) : (
                <ul className={classes.list}>
                  {here.map((action) => (
                    <ActionLine key={action.id} action={action} owners={owners} />
                  ))}
                </ul>
              )}
              <NewAction origin={{ kind: 'meeting', id: meeting.id }} owners={owners} />
            </>
          );
        }}
      </QueryStates>
    </Section>
  );
}
