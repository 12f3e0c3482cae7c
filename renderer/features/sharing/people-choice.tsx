import { Checkbox, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ConfirmedBadge } from '#renderer/ui/people/confirmed-badge.tsx';
import { rolesOf } from '#renderer/ui/people/person-facts.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import type { Person } from '#shared/domain/people.ts';
import type { Lock } from './lock.ts';
import classes from './sharing.module.css';

function Unconfirmed({ people }: { readonly people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <Note tone="warn" icon={IconAlertTriangle} title="Not everybody you chose is confirmed">
      <Text size="sm">
        If a card is not really that person’s, whoever made it can open the package. Compare the fingerprint
        first:{' '}
        {people.map((person, at) => (
          <span key={person.id}>
            {at === 0 ? '' : ', '}
            <TextLink size="sm" to={paths.person} params={{ id: person.id }}>
              {person.name}
            </TextLink>
          </span>
        ))}
        .
      </Text>
    </Note>
  );
}

/** People of the directory who shall be able to open it, and whether each was confirmed. */
export function PeopleChoice(props: { readonly lock: Lock; readonly onChange: (lock: Lock) => void }) {
  const { lock, onChange } = props;
  const people = useQuery(api.people.list.queryOptions());
  return (
    <QueryStates query={people} what="people" rows={3}>
      {(list) =>
        list.length === 0 ? (
          <Stack gap="sm" align="flex-start">
            <Text size="sm">
              You have nobody’s card yet. Add the card of the person you send this to, or use a passphrase.
            </Text>
            <LinkButton to={paths.newPerson} variant="default" size="xs">
              Add somebody’s card
            </LinkButton>
          </Stack>
        ) : (
          <Stack gap="md">
            <Checkbox.Group
              label="Who can open it"
              value={[...lock.recipients]}
              onChange={(recipients) => onChange({ ...lock, recipients })}
            >
              <Stack gap="sm" mt="xs">
                {list.map((person) => (
                  <div key={person.id} className={classes.person}>
                    <Checkbox value={person.id} label={person.name} description={rolesOf(person)} />
                    <ConfirmedBadge confirmed={person.confirmed} />
                  </div>
                ))}
              </Stack>
            </Checkbox.Group>
            <Checkbox
              label="Me too"
              description="So that you can open your own copy of the file again, in this vault."
              checked={lock.toMyself}
              onChange={(event) => onChange({ ...lock, toMyself: event.currentTarget.checked })}
            />
            <Unconfirmed
              people={list.filter(
                ({ id, confirmed }) => confirmed === 'not-yet' && lock.recipients.includes(id),
              )}
            />
          </Stack>
        )
      }
    </QueryStates>
  );
}
