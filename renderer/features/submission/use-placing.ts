import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { SetKind } from '#shared/contract/submission.ts';
import type { PlacementChange } from '#shared/domain/submission/placement.ts';

/** Choices about one item's place. */
export function usePlacing() {
  const { portfolioId } = usePortfolio();
  const place = useMutation(api.submission.place.mutationOptions());
  const order = useMutation(api.submission.order.mutationOptions());
  return {
    busy: place.isPending || order.isPending,
    error: place.error ?? order.error,
    place: (id: string, change: PlacementChange) => place.mutate({ portfolioId, ids: [id], change }),
    order: (set: SetKind, id: string, before: string | null) =>
      order.mutate({ portfolioId, set, id, before }),
  };
}
