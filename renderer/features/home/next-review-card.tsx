import { Group, Text } from '@mantine/core';
import { count, today } from '#renderer/text/format.ts';
import { reviewStateWords } from '#renderer/text/review-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { daysBetween } from '#shared/domain/dates.ts';
import type { Review } from '#shared/domain/review.ts';
import { type NextReview, nextReview } from './needs.ts';

/** `in 12 days`, `today`, `12 days ago`. */
function away(date: string): string {
  const days = daysBetween(today(), date);
  if (days === 0) return 'today';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

function Words(props: { readonly next: NextReview }) {
  const { next } = props;
  if (next.kind === 'none') return <Text size="sm">No review is in the calendar.</Text>;
  if (next.kind === 'due') {
    return (
      <Text size="sm">
        The last panel asked for the next review on <UkDate date={next.on} /> ({away(next.on)}). It is not in
        the calendar yet.
      </Text>
    );
  }
  const { review } = next;
  const chair = review.panel.find((member) => member.role === 'chair');
  return (
    <Group gap="xs">
      <ToneBadge tone={review.state === 'drafted' ? 'warn' : 'info'}>
        {reviewStateWords[review.state]}
      </ToneBadge>
      <Text size="sm">
        <UkDate date={review.heldOn} /> ({away(review.heldOn)})
        {chair === undefined ? '' : `, chaired by ${chair.name}`}
        {review.state === 'drafted' ? '. Waiting for the chair to sign.' : ''}
      </Text>
    </Group>
  );
}

export function NextReviewCard(props: { readonly reviews: readonly Review[] }) {
  const next = nextReview(props.reviews);
  return (
    <Section
      title="Next review"
      actions={
        next.kind === 'planned' ? (
          <LinkButton to={paths.review} params={{ id: next.review.id }} variant="default" size="xs">
            Open the review
          </LinkButton>
        ) : (
          <LinkButton to={paths.newReview} variant="default" size="xs">
            Schedule a review
          </LinkButton>
        )
      }
    >
      <Words next={next} />
    </Section>
  );
}
