import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Review } from '#shared/domain/review.ts';
import { chairOf } from '../people.ts';

/** A review the panel cannot write in now: how it stands and what comes next is all there is to do. */
export function WaitingReview({
  review,
  children,
}: {
  readonly review: Review;
  readonly children: ReactNode;
}) {
  const params = { id: review.id };
  return (
    <>
      <PageHeader
        title={`Review of ${ukDate(review.heldOn)}`}
        intro={
          <>
            Period <UkDate date={review.period.from} /> to <UkDate date={review.period.to} />. Chair:{' '}
            {chairOf(review)?.name}.
          </>
        }
        actions={
          <>
            <LinkButton to={paths.reviewPlan} params={params} variant="default">
              Change the plan
            </LinkButton>
            <LinkButton
              to={paths.history}
              params={{ collection: 'reviews', id: review.id }}
              variant="default"
              leftSection={<IconHistory size={18} aria-hidden />}
            >
              History
            </LinkButton>
          </>
        }
      />
      {children}
    </>
  );
}
