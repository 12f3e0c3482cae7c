import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import type { Review } from '#shared/domain/review.ts';
import { ProcessCard } from './process-card.tsx';
import { WaitingReview } from './waiting-review.tsx';

/** Shows what the panel writes while it may write; else where the review stands. */
export function WhileOpen({ review, children }: { readonly review: Review; readonly children: ReactNode }) {
  const { portfolioId } = usePortfolio();
  const query = useQuery(
    api.reviewProcess.state.queryOptions({ input: { portfolioId, id: review.id }, staleTime: 0 }),
  );
  if (review.rules === undefined) return children;
  return (
    <QueryStates query={query} what="the review">
      {({ state, broken }) =>
        broken === null && (state === 'open' || state === 'drafted') ? (
          children
        ) : (
          <WaitingReview review={review}>
            <ProcessCard review={review} />
          </WaitingReview>
        )
      }
    </QueryStates>
  );
}
