import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { Judgement, Review, ReviewConclusion } from '#shared/domain/review.ts';

/**
 * Saves the parts of one review. They share one record, so saves of every part run one after another (`scope`), and
 * what the app returns is what the screen then counts from. The forms are left alone: somebody is typing in them.
 */
export function useReviewStore(portfolioId: string, id: string) {
  const queryClient = useQueryClient();
  const keep = async (review: Review) => {
    const queryKey = api.reviews.get.queryKey({ input: { portfolioId, id } });
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (was) => (was === undefined ? was : { ...was, review }));
    await queryClient.invalidateQueries({ queryKey: api.reviews.list.key(), refetchType: 'none' });
  };
  const options = { meta: { refresh: false }, scope: { id: `review ${id}` }, onSuccess: keep };
  const judge = useMutation(api.reviews.judge.mutationOptions(options));
  const conclude = useMutation(api.reviews.conclude.mutationOptions(options));
  return {
    judge: (judgement: Judgement) => judge.mutateAsync({ portfolioId, id, judgement }),
    conclude: (conclusion: ReviewConclusion) => conclude.mutateAsync({ portfolioId, id, conclusion }),
  };
}
export type ReviewStore = ReturnType<typeof useReviewStore>;
