import { Paper, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { recordWords } from '#renderer/text/sharing-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import classes from './conflicts.module.css';

const kinds: Readonly<Record<string, string>> = { ...recordWords, evidence: 'Evidence item' };

/** Records that were changed in two places, and wait for somebody to decide. */
export function ConflictsScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.conflicts.list.queryOptions({ input: { portfolioId } }));
  return (
    <>
      <PageHeader
        title="Changed in two places"
        intro="These were changed here and on another computer. Nothing is lost: every version stays in the history, whatever you decide."
      />
      <QueryStates query={query} what="what was changed in two places">
        {(conflicts) =>
          conflicts.length === 0 ? (
            <EmptyState
              icon={IconGitMerge}
              title="Nothing to decide"
              action={<LinkButton to={paths.home}>Home</LinkButton>}
            >
              When something is changed on two computers before they meet, both versions are shown here.
            </EmptyState>
          ) : (
            <ul className={classes.list}>
              {conflicts.map(({ collection, id, title, sides }) => (
                <Paper
                  key={`${collection} ${id}`}
                  component="li"
                  withBorder
                  radius="md"
                  className={classes.line}
                >
                  <div>
                    <Text fw={600}>{title === '' ? 'A record' : title}</Text>
                    <Text size="sm" c="dimmed">
                      {kinds[collection] ?? 'Record'}, {sides} versions
                    </Text>
                  </div>
                  <LinkButton
                    to={paths.conflict}
                    params={{ collection, id }}
                    variant="default"
                    aria-label={`Compare and decide: ${title}`}
                  >
                    Compare and decide
                  </LinkButton>
                </Paper>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </>
  );
}
