import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { api } from '#renderer/api/client.ts';
import { riskWords } from '#renderer/text/programme-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import classes from './home.module.css';

const shown = 6;

/** For a programme lead: doctors somebody should have a word with, and about what. */
export function AtRisk() {
  const query = useQuery(api.programme.tasks.queryOptions());
  return (
    <Section
      title="Who may need support"
      intro="Late evidence, no review within the year, actions past their day. Nobody on leave."
      actions={
        <TextLink to={paths.programme} size="sm">
          All that waits
        </TextLink>
      }
    >
      <QueryStates query={query} what="who may need support" rows={3}>
        {({ risks, unopened }) => (
          <>
            {risks.length === 0 ? (
              <Text size="sm">Nothing in the portfolios here points to anybody.</Text>
            ) : (
              <Stack component="ul" gap={0} className={classes.lines}>
                {risks.slice(0, shown).map(({ portfolioId, doctor, specialty, why }) => (
                  <li key={portfolioId} className={classes.line}>
                    <div className={classes.lineWords}>
                      <Text size="sm" fw={600}>
                        <TextLink to={paths.reviews} onClick={() => choosePortfolio(portfolioId)}>
                          {doctor}
                        </TextLink>
                        , {specialty}
                      </Text>
                      {why.map(({ kind, since, count }) => (
                        <Text key={kind} size="sm" c="dimmed">
                          {riskWords[kind](count)} <UkDate date={since} />
                        </Text>
                      ))}
                    </div>
                  </li>
                ))}
              </Stack>
            )}
            {risks.length > shown ? <Text size="sm">And {risks.length - shown} more.</Text> : null}
            {unopened.length === 0 ? null : (
              <Text size="sm" mt="xs">
                Left out, because they cannot be opened: {unopened.map(({ doctor }) => doctor).join(', ')}.
              </Text>
            )}
          </>
        )}
      </QueryStates>
    </Section>
  );
}
