import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#renderer/api/client.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';

type Titled = { readonly id: string; readonly title: string };

/** Moves items to the trash and back; either way the notice offers to undo it. */
export function useTrash(portfolioId: string) {
  const { mutateAsync: trashItem, error: trashFault } = useMutation(api.evidence.trash.mutationOptions());
  const { mutateAsync: restoreItem, error: restoreFault } = useMutation(
    api.evidence.restore.mutationOptions(),
  );
  const restore = useCallback(
    async ({ id, title }: Titled) => {
      await restoreItem({ portfolioId, id });
      showUndo({
        message: `“${title}” is back in the portfolio.`,
        onUndo: () => void trashItem({ portfolioId, id }),
      });
    },
    [portfolioId, restoreItem, trashItem],
  );
  const trash = useCallback(
    async ({ id, title }: Titled) => {
      await trashItem({ portfolioId, id });
      showUndo({
        message: `“${title}” was moved to the trash.`,
        onUndo: () => void restoreItem({ portfolioId, id }),
      });
    },
    [portfolioId, restoreItem, trashItem],
  );
  return { trash, restore, fault: trashFault ?? restoreFault };
}
