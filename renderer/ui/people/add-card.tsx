import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { ReadCard } from '#shared/domain/cards.ts';
import type { Person } from '#shared/domain/people.ts';
import { Section } from '../section.tsx';
import { FailedState } from '../states.tsx';
import { CardCautions } from './card-cautions.tsx';
import { type Compared, CompareStep } from './compare-step.tsx';
import { PersonFacts } from './person-facts.tsx';

/** A card that was read: who it says it is of, what to heed, and the comparison that keeps it. */
export function AddCard(props: {
  readonly text: string;
  readonly read: ReadCard;
  readonly onKept: (person: Person) => void;
  readonly onDiffer: () => void;
  readonly onAway: () => void;
}) {
  const { text, read, onKept, onDiffer, onAway } = props;
  const { card, standing, known, fingerprint } = read;
  const add = useMutation(api.people.add.mutationOptions({ onSuccess: onKept }));
  const keep = ({ how, note }: Compared) =>
    add.mutate({
      text,
      confirmed: how,
      note,
      replaces: standing === 'changed-key' ? (known?.fingerprint ?? null) : null,
    });
  const later = {
    label: standing === 'new' ? 'Not now: keep it as not confirmed' : 'Not now: keep the new details',
    go: (note: string) => keep({ how: 'not-yet', note }),
  };
  // Other keys are never taken on trust; and a card that is here already has nothing to be kept.
  const mayWait = standing === 'new' || standing === 'updated';
  return (
    <Stack gap="md">
      <CardCautions read={read} />
      <Section title="What the card says">
        <PersonFacts card={card} />
      </Section>
      {standing === 'own' ? (
        <Group>
          <Button variant="default" onClick={onAway}>
            Put it away
          </Button>
        </Group>
      ) : (
        <CompareStep
          name={card.name}
          fingerprint={fingerprint}
          note={known?.note ?? ''}
          busy={add.isPending}
          onMatch={keep}
          onDiffer={onDiffer}
          {...(mayWait ? { later } : {})}
        />
      )}
      {add.error === null ? null : <FailedState error={add.error} />}
    </Stack>
  );
}
