import { Button, Text } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { confirmedWords } from '#renderer/text/people-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Fingerprint } from '#renderer/ui/people/fingerprint.tsx';
import { PersonFacts } from '#renderer/ui/people/person-facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Person } from '#shared/domain/people.ts';
import classes from './people.module.css';

type Side = { readonly revision: string; readonly person: Person | null };

const nameOf = (sides: readonly Side[]) => sides.find(({ person }) => person !== null)?.person?.name ?? '';
const keysDiffer = (sides: readonly Side[]) =>
  new Set(sides.flatMap(({ person }) => (person === null ? [] : [person.fingerprint]))).size > 1;

function SideCard(props: {
  readonly side: Side;
  readonly at: number;
  readonly keep: () => void;
  readonly busy: boolean;
}) {
  const { side, at, keep, busy } = props;
  const { person } = side;
  const title = at === 0 ? 'As it is here' : 'As it is in the other version';
  return (
    <li className={classes.side} aria-label={title}>
      <Text fw={700}>{title}</Text>
      {person === null ? (
        <Text size="sm">Taken out of the directory.</Text>
      ) : (
        <PersonFacts
          card={person}
          more={[
            ['Confirmed', confirmedWords(person)],
            ['Note', person.note === '' ? 'None' : person.note],
            [
              'Fingerprint',
              <Fingerprint
                key="fingerprint"
                small
                fingerprint={person.fingerprint}
                label={`Fingerprint: ${title}`}
              />,
            ],
          ]}
        />
      )}
      <Button variant="default" loading={busy} onClick={keep}>
        {person === null ? 'Take out here too' : 'Keep this one'}
      </Button>
    </li>
  );
}

function Conflict({ id, sides }: { readonly id: string; readonly sides: readonly Side[] }) {
  const settle = useMutation(api.people.settle.mutationOptions());
  const name = nameOf(sides);
  const keep = (revision: string) =>
    settle.mutate({ id, sides: sides.map((side) => side.revision), keep: revision });
  return (
    <Section
      title={`${name} is here in two versions`}
      intro="The one you do not keep stays in the vault’s history."
    >
      {keysDiffer(sides) ? (
        <Note tone="warn" icon={IconArrowsSplit} title="The keys differ">
          <Text size="sm">
            Compare the fingerprint with {name}, by voice or in person, before you choose. Keep the one that
            matches.
          </Text>
        </Note>
      ) : null}
      <ul className={classes.sides}>
        {sides.map((side, at) => (
          <SideCard
            key={side.revision}
            side={side}
            at={at}
            busy={settle.isPending}
            keep={() => keep(side.revision)}
          />
        ))}
      </ul>
      {settle.error === null ? null : <FailedState error={settle.error} />}
    </Section>
  );
}

/** People whose card was changed in two versions of this vault: both sides, and the choice. Nothing where there are none. */
export function PeopleConflicts() {
  const conflicts = useQuery(api.people.conflicts.queryOptions()).data ?? [];
  return conflicts.map(({ id, sides }) => <Conflict key={id} id={id} sides={sides} />);
}
