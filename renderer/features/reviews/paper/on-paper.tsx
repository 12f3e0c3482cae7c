import { Group } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { Review } from '#shared/domain/review.ts';
import { PrintForm } from './print-form.tsx';

/** For a panel without a laptop: the form out, and what was written on it in. */
export function OnPaper({ review }: { readonly review: Review }) {
  return (
    <Section
      title="A panel without a laptop"
      intro="Print a form with what is known of this review, fill it in by hand, and type it in afterwards in the same order."
    >
      <Group gap="sm" align="flex-start">
        <PrintForm reviewId={review.id} />
        <LinkButton
          to={paths.reviewTypeIn}
          params={{ id: review.id }}
          variant="default"
          leftSection={<IconKeyboard size={18} aria-hidden />}
        >
          Type in from paper
        </LinkButton>
      </Group>
    </Section>
  );
}
