import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { paths } from '#renderer/ui/paths.ts';
import type { Side } from '#shared/contract/conflicts.ts';
import type { ReadableCollection } from '../record-address.ts';

type Decision =
  | { readonly kind: 'choose'; readonly revision: string }
  | { readonly kind: 'combine'; readonly value: unknown };

/** Ends a conflict, says so, and goes back to the list of what is left. */
export function useSettle(collection: ReadableCollection, id: string) {
  const { portfolioId } = usePortfolio();
  const rewinding = useRewinding();
  const navigate = useNavigate();
  return useMutation({
    meta: { refresh: false },
    mutationFn: ({ sides, decision }: { readonly sides: readonly Side[]; readonly decision: Decision }) =>
      rewinding(async () => {
        const seen = sides.map(({ revision }) => revision);
        await client.conflicts.settle({ portfolioId, collection, id, sides: seen, decision });
        // There is nothing to ask for here any more.
        await navigate({ to: paths.conflicts });
      }),
    onSuccess: () =>
      notifications.show({
        position: 'top-center',
        message: 'Settled. Every version stays in the history; Undo brings both back.',
        closeButtonProps: { 'aria-label': 'Dismiss' },
      }),
  });
}
export type Settle = ReturnType<typeof useSettle>;
