import { Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count, momentWords } from '#renderer/text/format.ts';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ConfirmedBadge } from '#renderer/ui/people/confirmed-badge.tsx';
import { Fingerprint } from '#renderer/ui/people/fingerprint.tsx';
import { rolesOf } from '#renderer/ui/people/person-facts.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Person } from '#shared/domain/people.ts';
import classes from './people.module.css';

function Line({ person }: { readonly person: Person }) {
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <TextLink to={paths.person} params={{ id: person.id }} fw={700}>
          {person.name}
        </TextLink>
        <Text size="sm">
          {rolesOf(person)}
          {person.gmcNumber === null ? '' : ` · GMC ${person.gmcNumber}`}
        </Text>
        {person.note === '' ? null : (
          <Text size="sm" c="dimmed">
            {person.note}
          </Text>
        )}
      </div>
      <div className={classes.sure}>
        <ConfirmedBadge confirmed={person.confirmed} />
        <Text size="xs" c="dimmed">
          {person.confirmedOn === null ? '' : `On ${ukDate(person.confirmedOn)}. `}
          Here since {momentWords(person.addedAt)}
        </Text>
      </div>
      <div className={classes.print}>
        <Fingerprint small fingerprint={person.fingerprint} label={`Fingerprint of ${person.name}`} />
      </div>
    </li>
  );
}

const add = (
  <LinkButton to={paths.newPerson} leftSection={<IconUserPlus size={18} aria-hidden />}>
    Add somebody’s card
  </LinkButton>
);

/** Everybody whose card is kept here. */
export function Directory() {
  const people = useQuery(api.people.list.queryOptions());
  return (
    <QueryStates query={people} what="people" rows={4}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState icon={IconUsers} title="Nobody here yet" action={add}>
            Ask your supervisor or colleague for their card, and give them yours. Then you can send each other
            packages that nobody else can open.
          </EmptyState>
        ) : (
          <Section title="People I know" intro={count(list.length, 'person', 'people')} actions={add}>
            <ul className={classes.list}>
              {list.map((person) => (
                <Line key={person.id} person={person} />
              ))}
            </ul>
          </Section>
        )
      }
    </QueryStates>
  );
}
