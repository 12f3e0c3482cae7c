import { Group } from '@mantine/core';
import { IconSeedling } from '@tabler/icons-react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

/** A portfolio with nothing in it yet. */
export function FirstSteps() {
  return (
    <EmptyState
      icon={IconSeedling}
      title="Your portfolio is ready for its first evidence"
      action={
        <Group justify="center" gap="sm">
          <LinkButton to={paths.newEvidence}>Add the first evidence</LinkButton>
          <LinkButton to={paths.coverage} variant="default">
            See what the guidance asks for
          </LinkButton>
          <LinkButton to={paths.newReview} variant="default">
            Schedule a review
          </LinkButton>
        </Group>
      }
    >
      Begin with something recent that you have on file: an audit, a teaching session, a course. Link it to
      the capabilities it shows, and this page will tell you what to do next.
    </EmptyState>
  );
}
