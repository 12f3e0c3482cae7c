import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { count } from '#renderer/text/format.ts';
import { doneWords } from '#renderer/text/history-words.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';
import type { Selection } from './use-selection.ts';

/** `Unlinked 40 items from IM7. 2 were as asked already.` */
function saidOf(change: BulkChange, changed: number, unchanged: number): string {
  const did = doneWords({ action: `evidence.${change.kind}`, count: changed, title: null });
  const where =
    change.kind === 'link'
      ? ` to ${change.capability}`
      : change.kind === 'unlink'
        ? ` from ${change.capability}`
        : change.kind === 'move-link'
          ? ` from ${change.from} to ${change.to}`
          : '';
  const rest = unchanged === 0 ? '' : ` ${count(unchanged, 'item was', 'items were')} like that already.`;
  return changed === 0 ? `Nothing to change.${rest}` : `${did}${where}.${rest}`;
}

/** Changes all selected items at once, says what came of it and offers to undo it. */
export function useBulkChange(portfolioId: string, selection: Selection) {
  const rewinding = useRewinding();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (change: BulkChange) =>
      client.evidence.changeMany({ portfolioId, ids: [...selection.ids], change }),
  });
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: (step: { readonly seq: number; readonly to: number }) =>
      rewinding(() => client.history.undo({ portfolioId, ...step })),
  });
  const change = (asked: BulkChange, then?: () => void) =>
    mutate(asked, {
      onSettled: () => then?.(),
      onSuccess: async ({ changed, unchanged }) => {
        selection.clear();
        const { undo: step } = await client.history.undoState({ portfolioId });
        if (changed === 0 || step === null) return;
        showUndo({
          message: saidOf(asked, changed, unchanged),
          onUndo: () => undo.mutate({ seq: step.seq, to: step.to }),
        });
      },
    });
  return { change, fault: error ?? undo.error, isPending };
}
