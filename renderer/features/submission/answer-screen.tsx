import { Button, Stack, Text } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { RecommendationForm } from './recommendation-form.tsx';
import { RecommendationLine } from './recommendation-line.tsx';
import { SetView } from './set-view.tsx';
import classes from './submission.module.css';

/** For a second application: each recommendation of the decision, what answers it, and the set organised by them. */
export function AnswerScreen() {
  const { portfolioId } = usePortfolio();
  const [adding, setAdding] = useState(false);
  const recommendations = useQuery(api.submission.recommendations.queryOptions({ input: { portfolioId } }));
  const plan = useQuery(
    api.submission.plan.queryOptions({ input: { portfolioId, set: 'answer' }, staleTime: 0 }),
  );
  return (
    <>
      <PageHeader
        title="Answer a decision"
        intro="After a refusal the GMC wants new evidence organised by its recommendations, not by capability. Type them in, and attach what answers each."
        actions={
          <LinkButton to={paths.submission} variant="default">
            The whole set
          </LinkButton>
        }
      />
      <QueryStates query={recommendations} what="the recommendations">
        {(list) => (
          <Stack gap="md">
            {list.length === 0 && !adding ? (
              <EmptyState
                icon={IconListNumbers}
                title="No recommendations yet"
                action={<Button onClick={() => setAdding(true)}>Add the first recommendation</Button>}
              >
                Copy them from the decision letter, one by one, in their order. Your CV and the verification
                pro formas go under the first.
              </EmptyState>
            ) : (
              <Section
                title="Recommendations"
                intro="In the order of the letter. CV and verification pro formas go under the first."
                actions={
                  adding ? null : <Button onClick={() => setAdding(true)}>Add a recommendation</Button>
                }
              >
                <ul className={classes.list}>
                  {list.map((recommendation, at) => (
                    <RecommendationLine
                      key={recommendation.id}
                      recommendation={recommendation}
                      number={at + 1}
                    />
                  ))}
                </ul>
                {adding ? (
                  <div className={classes.adding}>
                    <Text component="h3" fw={600} mb="sm">
                      New recommendation
                    </Text>
                    <RecommendationForm onDone={() => setAdding(false)} />
                  </div>
                ) : null}
              </Section>
            )}
            {list.length === 0 ? null : (
              <QueryStates query={plan} what="the set">
                {(made) =>
                  made.totals.items === 0 ? (
                    <Text size="sm" c="dimmed">
                      Attach evidence to a recommendation, and the set is shown here.
                    </Text>
                  ) : (
                    <SetView plan={made} set="answer" />
                  )
                }
              </QueryStates>
            )}
          </Stack>
        )}
      </QueryStates>
    </>
  );
}
