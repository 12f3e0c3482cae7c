import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinds } from '#renderer/api/rewind.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import { WhileOpen } from '../process/while-open.tsx';
import { SignedReview } from '../signed/signed-review.tsx';
import { HoldReview, heldReviewKey } from './hold-review.tsx';

/** One review: to be held, or to be read once it is signed. */
export function ReviewScreen() {
  const { id = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const rewinds = useRewinds();
  const query = useQuery(api.reviews.get.queryOptions({ input: { portfolioId, id } }));
  if (query.isError && query.data === undefined)
    return (
      <>
        <PageHeader
          title="Review"
          actions={
            <LinkButton to={paths.reviews} variant="default">
              Back to reviews
            </LinkButton>
          }
        />
        <FailedState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return (
    <QueryStates query={query} what="the review">
      {({ review, previousActions }) =>
        review.state === 'signed' ? (
          <SignedReview review={review} previousActions={previousActions} />
        ) : (
          <WhileOpen review={review}>
            <KeptText
              key={`${review.id} ${rewinds}`}
              textKey={heldReviewKey(review.id)}
              heading={<PageHeader title={`Review of ${ukDate(review.heldOn)}`} />}
            >
              {(kept) => <HoldReview review={review} previousActions={previousActions} kept={kept} />}
            </KeptText>
          </WhileOpen>
        )
      }
    </QueryStates>
  );
}
