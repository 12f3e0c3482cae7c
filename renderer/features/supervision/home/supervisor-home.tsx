import { Button, Stack, Text } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { DoctorCard } from './doctor-card.tsx';
import classes from './home.module.css';

type Entry = { readonly portfolioId: string; readonly name: string };

/** What is waiting everywhere, as far as it is known by now. */
function useAllWaiting(entries: readonly Entry[]) {
  const answers = useQueries({
    queries: entries.map(({ portfolioId }) => api.supervisor.doctor.queryOptions({ input: { portfolioId } })),
  });
  const known = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const waiting = new Map(
    known.map(({ portfolioId, waiting: { items, since } }) => [portfolioId, { items, since }]),
  );
  const longest = ({ portfolioId }: Entry) => waiting.get(portfolioId)?.since ?? '9999';
  return {
    settled: answers.every(({ isPending }) => !isPending),
    own: known.filter(({ own }) => own),
    supervised: known.filter(({ own }) => !own).length + (answers.length - known.length),
    items: known.reduce((sum, { waiting: { items } }) => sum + items, 0),
    doctors: known.filter(({ waiting: { items } }) => items > 0).length,
    /** Who has waited longest first; the others by name. */
    inOrder: [...entries].sort((a, b) => (longest(a) < longest(b) ? -1 : longest(a) > longest(b) ? 1 : 0)),
  };
}

function Doctors(props: { readonly entries: readonly Entry[] }) {
  const { entries } = props;
  const { settled, own, supervised, items, doctors, inOrder } = useAllWaiting(entries);
  const navigate = useNavigate();
  return (
    <Stack gap="md">
      {supervised === 0 ? (
        <EmptyState
          icon={IconStethoscope}
          title="No doctor’s portfolio is here yet"
          action={<LinkButton to={paths.receive}>Receive a package</LinkButton>}
        >
          A doctor you supervise sends you their portfolio as one file. Give them your card first, so that
          only you can open it: it is under People.
        </EmptyState>
      ) : (
        <Text role="status">
          {!settled
            ? 'Counting what waits'
            : items === 0
              ? 'Nothing waits for you.'
              : `${count(items, 'item waits', 'items wait')} for you, of ${count(doctors, 'doctor')}.`}
        </Text>
      )}
      {settled
        ? inOrder.map(({ portfolioId, name }) => (
            <DoctorCard key={portfolioId} portfolioId={portfolioId} name={name} />
          ))
        : entries.map(({ portfolioId, name }) => (
            <DoctorCard key={portfolioId} portfolioId={portfolioId} name={name} />
          ))}
      {own.map(({ portfolioId, doctor, specialty }) => (
        <Section key={portfolioId} title="Your own portfolio" intro={`${doctor.name}, ${specialty}`}>
          <div className={classes.own}>
            <Text size="sm" maw="60ch">
              A supervisor who is here with you can review it on this computer.
            </Text>
            <Button
              variant="default"
              onClick={() => {
                choosePortfolio(portfolioId);
                void navigate({ to: paths.queue });
              }}
            >
              Review in person
            </Button>
          </div>
        </Section>
      ))}
    </Stack>
  );
}

/** The doctors somebody supervises: what waits for them, since when, and what is new. */
export function SupervisorHome(props: { readonly title?: string; readonly nav?: ReactNode }) {
  const query = useQuery(api.supervisor.doctors.queryOptions());
  return (
    <>
      <PageHeader
        title={props.title ?? 'My doctors'}
        intro="What waits for you as a supervisor, doctor by doctor."
        actions={
          <LinkButton to={paths.receive} variant="default">
            Receive a package
          </LinkButton>
        }
      />
      {props.nav}
      <QueryStates query={query} what="your doctors">
        {(entries) => <Doctors entries={entries} />}
      </QueryStates>
    </>
  );
}
