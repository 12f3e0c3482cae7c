import { Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Review, ReviewState } from '#shared/domain/review.ts';
import { chairOf } from '../people.ts';
import { StandingBadge } from '../process/standing-badge.tsx';
import { ReportDownloads } from '../report-downloads.tsx';
import classes from './reviews.module.css';

const verbs: Record<Exclude<ReviewState, 'signed'>, string> = {
  scheduled: 'Hold the review',
  drafted: 'Go on with the review',
};

function What({ review }: { readonly review: Review }) {
  if (review.outcome !== null) return <>{review.outcome.name}</>;
  if (review.state === 'scheduled') return <>Not held yet</>;
  return <>{count(review.judgements.length, 'judgement')} so far, no outcome yet</>;
}

/** One review: when, in what state, who chairs it, what came of it, and what can be done with it. */
export function ReviewLine({ review }: { readonly review: Review }) {
  return (
    <li className={classes.line}>
      <div className={classes.when}>
        <TextLink to={paths.review} params={{ id: review.id }} fw={700}>
          Review of <UkDate date={review.heldOn} />
        </TextLink>
        <div>
          <StandingBadge review={review} />
        </div>
      </div>
      <div className={classes.what}>
        <Text size="sm" fw={600}>
          <What review={review} />
        </Text>
        <Text size="sm" c="dimmed">
          Chair: {chairOf(review)?.name ?? 'nobody'}
        </Text>
        <Text size="sm" c="dimmed">
          Period: <UkDate date={review.period.from} /> to <UkDate date={review.period.to} />
        </Text>
      </div>
      <div className={classes.does}>
        {review.state === 'signed' ? (
          <ReportDownloads review={review} small />
        ) : (
          <LinkButton
            to={paths.review}
            params={{ id: review.id }}
            variant="default"
            size="xs"
            aria-label={`${verbs[review.state]} of ${ukDate(review.heldOn)}`}
          >
            {verbs[review.state]}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
