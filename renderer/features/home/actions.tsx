import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { timesWords } from '#renderer/text/format.ts';
import { ListedActionBadge } from '#renderer/ui/action-badges.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import classes from './home.module.css';

const shown = 5;

/** What was agreed on, in reviews, meetings and elsewhere, and is still open, soonest first. */
export function Actions({ portfolioId }: { readonly portfolioId: string }) {
  const query = useQuery(api.actions.list.queryOptions({ input: { portfolioId } }));
  const open = (query.data?.actions ?? []).filter(({ status }) => status === 'open');
  return (
    <Section
      title="Open actions"
      intro="From signed reviews, meetings and feedback."
      actions={
        <TextLink to={paths.actions} size="sm">
          {open.length > shown ? `All ${open.length} open actions` : 'All actions'}
        </TextLink>
      }
    >
      <QueryStates query={query} what="actions" rows={3}>
        {() =>
          open.length === 0 ? (
            <Text size="sm">No action is open.</Text>
          ) : (
            <Stack component="ul" gap={0} className={classes.lines}>
              {open.slice(0, shown).map((action) => (
                <li key={action.id} className={classes.line}>
                  <div className={classes.lineWords}>
                    <Text size="sm" fw={600}>
                      {action.what}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {action.owner}, by <UkDate date={action.dueOn} />
                      {action.carriedOver.length === 0
                        ? ''
                        : `, carried over ${timesWords(action.carriedOver.length)}`}
                    </Text>
                  </div>
                  {action.overdue ? <ListedActionBadge action={action} /> : null}
                </li>
              ))}
            </Stack>
          )
        }
      </QueryStates>
    </Section>
  );
}
