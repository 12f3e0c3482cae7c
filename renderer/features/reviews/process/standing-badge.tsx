import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { Review } from '#shared/domain/review.ts';
import { ReviewStateBadge } from '../review-badges.tsx';
import { ProcessStateBadge } from './process-badge.tsx';

/** Where a review stands; until that is known, and for one of earlier versions, what its own record says. */
export function StandingBadge({ review }: { readonly review: Review }) {
  const { portfolioId } = usePortfolio();
  const query = useQuery({
    ...api.reviewProcess.state.queryOptions({ input: { portfolioId, id: review.id } }),
    enabled: review.rules !== undefined,
  });
  return query.data === undefined ? (
    <ReviewStateBadge state={review.state} />
  ) : (
    <ProcessStateBadge state={query.data.state} />
  );
}
