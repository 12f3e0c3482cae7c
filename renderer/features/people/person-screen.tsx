import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { momentWords, today } from '#renderer/text/format.ts';
import { confirmedWords } from '#renderer/text/people-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { CompareStep } from '#renderer/ui/people/compare-step.tsx';
import { ConfirmedBadge } from '#renderer/ui/people/confirmed-badge.tsx';
import { Fingerprint } from '#renderer/ui/people/fingerprint.tsx';
import { PersonFacts } from '#renderer/ui/people/person-facts.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Confirmation, Person } from '#shared/domain/people.ts';

function Remove({ person }: { readonly person: Person }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const remove = useMutation(
    api.people.remove.mutationOptions({
      // Asking for somebody who is no longer here would fail: away from them first, then ask for the others.
      meta: { refresh: false },
      onSuccess: async () => {
        await navigate({ to: paths.people });
        queryClient.removeQueries({ queryKey: api.people.get.key() });
        await queryClient.invalidateQueries({ queryKey: api.people.list.key() });
      },
    }),
  );
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
        Remove from my people
      </Button>
      <Modal opened={opened} onClose={close} title={`Remove ${person.name}?`} centered>
        <Stack gap="md">
          <Text size="sm">
            You can no longer choose them when you send, and what they seal will read as sealed by somebody
            unknown. What you received from them, and sent to them, stays as it is. Their card can be added
            again.
          </Text>
          {remove.error === null ? null : <FailedState error={remove.error} />}
          <Group gap="sm">
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ id: person.id })}>
              Remove
            </Button>
            <Button variant="default" onClick={close}>
              Keep
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Details({ person }: { readonly person: Person }) {
  const [comparing, setComparing] = useState(person.confirmed === 'not-yet');
  const confirm = useMutation(api.people.confirm.mutationOptions({ onSuccess: () => setComparing(false) }));
  const say = (how: Confirmation) => confirm.mutate({ id: person.id, how, on: today() });
  return (
    <Stack gap="md">
      <Section title="What is known" actions={<ConfirmedBadge confirmed={person.confirmed} />}>
        <PersonFacts
          card={person}
          more={[
            ['Confirmed', confirmedWords(person)],
            ['Here since', momentWords(person.addedAt)],
            ['Note', person.note === '' ? 'None' : person.note],
            [
              'Fingerprint',
              <Fingerprint
                key="fingerprint"
                small
                fingerprint={person.fingerprint}
                label={`Fingerprint of ${person.name}`}
              />,
            ],
          ]}
        />
      </Section>
      {comparing ? (
        <CompareStep
          name={person.name}
          fingerprint={person.fingerprint}
          busy={confirm.isPending}
          onMatch={({ how }) => say(how)}
          onDiffer={() => say('not-yet')}
          later={{ label: 'Not now', go: () => setComparing(false) }}
        />
      ) : null}
      {confirm.error === null ? null : <FailedState error={confirm.error} />}
      <Group gap="sm">
        {comparing ? null : (
          <Button variant="default" onClick={() => setComparing(true)}>
            Compare the fingerprint {person.confirmed === 'not-yet' ? 'now' : 'again'}
          </Button>
        )}
        <Remove person={person} />
      </Group>
    </Stack>
  );
}

/** One person of the directory. */
export function PersonScreen() {
  const { id } = useParams({ strict: false });
  const person = useQuery(api.people.get.queryOptions({ input: { id: id ?? '' } }));
  return (
    <>
      <PageHeader
        title={person.data?.name ?? 'Person'}
        actions={
          <LinkButton to={paths.people} variant="default">
            Back to people
          </LinkButton>
        }
      />
      <QueryStates query={person} what="this person" rows={4}>
        {(found) => <Details person={found} />}
      </QueryStates>
    </>
  );
}
