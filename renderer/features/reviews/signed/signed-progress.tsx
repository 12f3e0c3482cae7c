import { Text } from '@mantine/core';
import { Section } from '#renderer/ui/section.tsx';
import type { Review } from '#shared/domain/review.ts';
import classes from './signed.module.css';

export function SignedProgress({ review }: { readonly review: Review }) {
  return (
    <>
      <Section title="Progress made">
        <Text className={classes.prose}>{review.progressMade}</Text>
      </Section>
      <Section title="Progress needed">
        <Text className={classes.prose}>{review.progressNeeded}</Text>
      </Section>
    </>
  );
}
