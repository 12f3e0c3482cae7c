import { Button, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { changeWords } from '#renderer/text/supervisor-report-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { FactChange } from '#shared/domain/supervision/fact-changes.ts';
import type { YearFacts } from '#shared/domain/supervision/supervisor-report.ts';
import classes from './report.module.css';

export function YearFactsView({ facts }: { readonly facts: YearFacts }) {
  const { previousActions, byType } = facts;
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          ['Evidence in the period', `${count(facts.items, 'item')}, ${facts.verified} verified`],
          ['Supervision meetings', `${facts.meetingsHeld} held, ${facts.meetingsMissed} missed`],
          [
            'Actions',
            `${facts.actionsDone} done, ${facts.actionsOpen} open, ${facts.actionsOverdue} of them overdue`,
          ],
          ['Days absent', String(facts.daysAbsent)],
        ]}
      />
      {byType.length === 0 ? null : (
        <Disclosure label={`Kinds of evidence (${byType.length})`}>
          <Text size="sm">{byType.map(({ title, count: amount }) => `${title} ${amount}`).join(', ')}</Text>
        </Disclosure>
      )}
      {previousActions.length === 0 ? null : (
        <Disclosure label={`What the last review asked for (${previousActions.length})`}>
          <ul className={classes.missing}>
            {previousActions.map(({ id, what, status, dueOn }) => (
              <li key={id}>
                {what}: {status}, due <UkDate date={dueOn} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Stack>
  );
}

/** What is known of the year, and whether more is known by now. Nothing of it is written by the supervisor. */
export function YearPart(props: {
  readonly facts: YearFacts;
  readonly changes: readonly FactChange[];
  /** What the last bringing up to date changed; null: it was not asked for. */
  readonly changed: readonly FactChange[] | null;
  readonly busy: boolean;
  readonly onRefresh: () => void;
}) {
  const { facts, changes, changed, busy, onRefresh } = props;
  return (
    <Section
      title="The year in figures"
      intro={
        <>
          Counted by Waymark on <UkDate date={facts.on} />. Your words stay as they are when these change.
        </>
      }
      actions={
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={onRefresh}
        >
          Bring up to date
        </Button>
      }
    >
      <Stack gap="sm">
        <YearFactsView facts={facts} />
        {changed !== null ? (
          <Note tone="info" icon={IconRefresh} role="status" title="The figures are up to date">
            {changed.length === 0 ? (
              <Text size="sm">Nothing had changed.</Text>
            ) : (
              <ul className={classes.missing}>
                {changed.map((change) => (
                  <li key={`${change.fact} ${change.of}`}>{changeWords(change)}</li>
                ))}
              </ul>
            )}
          </Note>
        ) : changes.length > 0 ? (
          <Text size="sm">
            {count(changes.length, 'figure has', 'figures have')} changed since. Bring them up to date to see
            which.
          </Text>
        ) : null}
      </Stack>
    </Section>
  );
}
