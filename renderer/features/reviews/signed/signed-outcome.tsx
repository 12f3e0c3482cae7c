import { Stack, Text } from '@mantine/core';
import { LikenessNote } from '#renderer/ui/likeness-note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Review } from '#shared/domain/review.ts';
import classes from './signed.module.css';

export function SignedOutcome({ review }: { readonly review: Review }) {
  const { outcome, outcomeReason, nextReviewOn } = review;
  return (
    <Section title="Outcome">
      <Stack gap="xs">
        <Text fw={700} size="lg">
          {outcome?.name}
        </Text>
        <Text size="sm" c="dimmed">
          {outcome?.meaning}
        </Text>
        <LikenessNote outcomes={[outcome]} />
        <Text className={classes.prose}>{outcomeReason}</Text>
        {nextReviewOn === null ? null : (
          <Text size="sm">
            Next review on <UkDate date={nextReviewOn} />
          </Text>
        )}
      </Stack>
    </Section>
  );
}
