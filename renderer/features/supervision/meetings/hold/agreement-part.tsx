import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconUserCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useStatus } from '#renderer/api/status.ts';
import { momentWords } from '#renderer/text/format.ts';
import { meetingPartWords } from '#renderer/text/supervision-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { AgreementState, PartState } from '#shared/domain/supervision/agreement.ts';
import type { Attendee, Meeting } from '#shared/domain/supervision/meeting.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import classes from '../../supervision.module.css';
import { AgreementBadge } from '../meeting-badges.tsx';

function Said({ state: { state, agreement } }: { readonly state: PartState }) {
  if (agreement === null) return <Text size="sm">Has not agreed yet.</Text>;
  const { by, at, device } = agreement;
  const where = device === null ? '' : `, in person on the computer of ${device}`;
  return (
    <Text size="sm">
      {state === 'agreed' ? 'Agreed' : 'Agreed to an older text'}: {by.name}, {momentWords(at)}
      {where}.
    </Text>
  );
}

/** Doctor and supervisor agree to what is written: each on their own computer, or one of them in person on this one. */
export function AgreementPart(props: {
  readonly meeting: Meeting;
  readonly agreement: AgreementState;
  /** Saves what is written; true when all of it is on disk. */
  readonly flush: () => Promise<boolean>;
}) {
  const { meeting, agreement, flush } = props;
  const { portfolioId } = usePortfolio();
  const owner = useStatus().data?.profile ?? null;
  const [present, setPresent] = useState<Attendee | null>(null);
  const agree = useMutation(api.meetings.agree.mutationOptions());
  const isMe = (person: Attendee) => owner !== null && isThisPerson(owner, person);
  const say = async ({ name, part }: Attendee, inPerson: boolean) => {
    if (part === 'other' || !(await flush())) return;
    await agree.mutateAsync({ portfolioId, id: meeting.id, part, name, inPerson }).then(
      () => setPresent(null),
      () => setPresent(null),
    );
  };
  return (
    <Section
      title="Both agree"
      intro="To the kind and day of the meeting, its agenda, its notes and who was there. When any of that changes, both are asked again."
      actions={<AgreementBadge state={agreement.state} />}
    >
      <ul className={classes.list}>
        {agreement.parts.map((state) => (
          <li key={state.part} className={classes.line}>
            <div className={classes.what}>
              <Text fw={600}>{meetingPartWords[state.part]}</Text>
              <Said state={state} />
            </div>
            {state.state === 'agreed' ? null : (
              <div className={classes.does}>
                {meeting.people
                  .filter(({ part, attended }) => part === state.part && attended !== false)
                  .map((person) => (
                    <Button
                      key={person.name}
                      variant={isMe(person) ? 'filled' : 'default'}
                      loading={agree.isPending}
                      leftSection={
                        isMe(person) ? (
                          <IconCheck size={18} aria-hidden />
                        ) : (
                          <IconUserCheck size={18} aria-hidden />
                        )
                      }
                      onClick={() => (isMe(person) ? void say(person, false) : setPresent(person))}
                    >
                      {isMe(person) ? 'I agree' : `${person.name} agrees here`}
                    </Button>
                  ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {agree.error === null ? null : <FailedState error={agree.error} />}
      <Modal
        opened={present !== null}
        onClose={() => setPresent(null)}
        title={`Is ${present?.name ?? ''} here?`}
        centered
      >
        <Stack gap="md">
          <Text size="sm">
            Hand over the computer: {present?.name} reads the notes and presses the button. It is recorded as
            said in person, on the computer of {owner?.name}.
          </Text>
          <Group gap="sm">
            <Button
              loading={agree.isPending}
              onClick={() => {
                if (present !== null) void say(present, true);
              }}
            >
              I am {present?.name}, and I agree
            </Button>
            <Button variant="default" onClick={() => setPresent(null)} data-autofocus>
              Not now
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Section>
  );
}
