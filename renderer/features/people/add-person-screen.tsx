import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { AddCard } from '#renderer/ui/people/add-card.tsx';
import { CardInput, type GivenCard } from '#renderer/ui/people/card-input.tsx';
import { Section } from '#renderer/ui/section.tsx';

type Step = { readonly at: 'give' } | { readonly at: 'differ' } | ({ readonly at: 'compare' } & GivenCard);

/** Takes somebody's card, compares it with them, and keeps it. */
export function AddPersonScreen() {
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>({ at: 'give' });
  return (
    <>
      <PageHeader
        title="Add somebody’s card"
        intro="They find it in their Waymark under People, My card, and send it as a file or as text."
        actions={
          <LinkButton to={paths.people} variant="default">
            Back to people
          </LinkButton>
        }
      />
      <div aria-live="polite">
        {step.at === 'compare' ? (
          <AddCard
            key={step.text}
            text={step.text}
            read={step.read}
            onKept={() => void navigate({ to: paths.people })}
            onDiffer={() => setStep({ at: 'differ' })}
            onAway={() => setStep({ at: 'give' })}
          />
        ) : (
          <Stack gap="md">
            {step.at === 'differ' ? (
              <Note tone="bad" icon={IconAlertTriangle} title="The card was not kept">
                <Text size="sm">
                  Groups that differ mean that this is not their card: it was changed on its way, or somebody
                  else made it. Ask them for it again by another route, and tell your IT team if it happens
                  twice.
                </Text>
              </Note>
            ) : null}
            <Section title="Their card">
              <CardInput given onRead={(given) => setStep({ at: 'compare', ...given })} />
            </Section>
          </Stack>
        )}
      </div>
    </>
  );
}
