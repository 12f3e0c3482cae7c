import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconPackageExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { api } from '#renderer/api/client.ts';
import { collectionWords } from '#renderer/text/feedback-words.ts';
import { count, dayWords, today } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { type AppPath, paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { SupervisedDoctor } from '#shared/contract/supervisor.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import classes from './home.module.css';

/** Goes to a screen of that doctor's portfolio. */
function useGoTo(portfolioId: string): (to: AppPath) => void {
  const navigate = useNavigate();
  return (to) => {
    choosePortfolio(portfolioId);
    void navigate({ to } as Parameters<typeof navigate>[0]);
  };
}

function Waiting({ waiting }: Pick<SupervisedDoctor, 'waiting'>) {
  const { items, answered, since } = waiting;
  if (items === 0 || since === null) return <Text size="sm">Nothing waits for you.</Text>;
  const days = daysBetween(since, today());
  return (
    <div className={classes.waiting}>
      <Text span fw={700}>
        {count(items, 'item waits', 'items wait')}
      </Text>
      <Text span size="sm">
        the longest since <UkDate date={since} />
        {days < 1 ? '' : ` (${count(days, 'day')})`}
      </Text>
      {answered === 0 ? null : <ToneBadge tone="info">{count(answered, 'answer')} to you</ToneBadge>}
    </div>
  );
}

const kindOf = (name: string, amount: number) => {
  const [one, many] = collectionWords[name] ?? ['other record', 'other records'];
  return count(amount, one, many);
};

function Changed(props: { readonly doctor: SupervisedDoctor }) {
  const { portfolioId, changed } = props.doctor;
  const look = useMutation(api.supervisor.look.mutationOptions());
  const { lookedAt, added, changed: edited, items, others, upTo } = changed;
  const parts = [
    ...(added === 0 ? [] : [`${count(added, 'item')} new`]),
    ...(edited === 0 ? [] : [`${count(edited, 'item')} changed`]),
    ...Object.entries(others).map(([name, amount]) => kindOf(name, amount)),
  ];
  const since = lookedAt === null ? 'Since it came' : `Since you looked on ${dayWords(lookedAt)}`;
  if (parts.length === 0) return lookedAt === null ? null : <Text size="sm">{since}: nothing is new.</Text>;
  const more = added + edited - items.length;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">
        {since}: {parts.join(', ')}.
      </Text>
      {items.length === 0 ? null : (
        <Disclosure label={`Which ${added + edited === 1 ? 'item' : 'items'}`}>
          <ul className={classes.names} aria-label="New and changed items">
            {items.map(({ id, title, how }) => (
              <li key={id}>
                {title}
                {how === 'changed' ? ' (changed)' : ''}
              </li>
            ))}
            {more > 0 ? <li>and {more} more</li> : null}
          </ul>
        </Disclosure>
      )}
      <Button
        size="xs"
        variant="default"
        loading={look.isPending}
        onClick={() => look.mutate({ portfolioId, upTo })}
      >
        I have looked
      </Button>
      {look.isError ? <FailedState error={look.error} /> : null}
    </Stack>
  );
}

const reportWhy = { asked: 'asked for', review: 'for a review' } as const;

function dates({ nextMeeting, reportsDue }: SupervisedDoctor) {
  return [
    [
      'Next meeting',
      nextMeeting === null ? (
        'None is planned'
      ) : (
        <>
          <UkDate date={nextMeeting.on} />
          {nextMeeting.startsAt === null ? '' : `, ${nextMeeting.startsAt}`}
        </>
      ),
    ] as const,
    ...reportsDue.map(
      ({ why, id, dueOn }) =>
        [
          `Report ${reportWhy[why]}`,
          <span key={id}>
            {dueOn < today() ? 'was due on ' : 'due by '}
            <UkDate date={dueOn} />
          </span>,
        ] as const,
    ),
  ];
}

/** One doctor: what waits, what is new, what comes next. Of the owner's own portfolio there is no card. */
export function DoctorCard(props: { readonly portfolioId: string; readonly name: string }) {
  const { portfolioId, name } = props;
  const query = useQuery(api.supervisor.doctor.queryOptions({ input: { portfolioId } }));
  const go = useGoTo(portfolioId);
  const { data: doctor } = query;
  if (doctor?.own === true) return null;
  return (
    <Section
      title={name}
      intro={doctor?.specialty}
      actions={
        doctor === undefined ? undefined : (
          <Group gap="xs">
            {doctor.waiting.items === 0 ? null : (
              <Button
                rightSection={<IconArrowRight size={18} aria-hidden />}
                onClick={() => go(paths.queue)}
                aria-label={`Start: ${count(doctor.waiting.items, 'item waits', 'items wait')}, ${name}`}
              >
                Start: {count(doctor.waiting.items, 'item waits', 'items wait')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => go(paths.evidence)}
              aria-label={`Open the portfolio of ${name}`}
            >
              Open
            </Button>
          </Group>
        )
      }
    >
      {doctor === undefined ? (
        query.isError ? (
          <FailedState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState what={name} rows={2} />
        )
      ) : (
        <Stack gap="sm">
          <Waiting waiting={doctor.waiting} />
          <Changed doctor={doctor} />
          <Facts facts={dates(doctor)} />
          {doctor.toSend === 0 ? null : (
            <Group gap="sm">
              <Text size="sm">
                {count(doctor.toSend, 'piece')} of your feedback {doctor.toSend === 1 ? 'has' : 'have'} not
                gone back yet.
              </Text>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPackageExport size={16} aria-hidden />}
                onClick={() => go(paths.send)}
                aria-label={`Send back to ${name}`}
              >
                Send back
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Section>
  );
}
