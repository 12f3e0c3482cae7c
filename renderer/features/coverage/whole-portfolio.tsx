import { Text, Title } from '@mantine/core';
import type { ExpectationResult } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './coverage.module.css';
import { RuleList } from './rule-list.tsx';

/** Rules that no single capability answers for. @param results those to show. */
export function WholePortfolio(props: {
  readonly pack: GuidancePack;
  readonly results: readonly ExpectationResult[];
  readonly gapsOnly: boolean;
}) {
  const { pack, results, gapsOnly } = props;
  const reminders = gapsOnly ? [] : pack.reminders.filter(({ capability }) => capability === null);
  if (results.length === 0 && reminders.length === 0) return null;
  return (
    <section aria-label="The whole portfolio">
      <Title order={2} size="h2" mb="sm">
        The whole portfolio
      </Title>
      <div className={classes.capability}>
        <RuleList pack={pack} results={results} capability={null} />
        {reminders.length === 0 ? null : (
          <>
            <Title order={3} size="sm" mt="md" mb={6}>
              To check yourself
            </Title>
            {reminders.map((reminder) => (
              <Text size="sm" key={reminder.id} className={classes.notice}>
                {reminder.text}
              </Text>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
