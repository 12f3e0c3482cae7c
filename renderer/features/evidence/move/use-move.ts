import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { flushAll } from '#renderer/api/pending-saves.ts';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { count } from '#renderer/text/format.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';

type Asked = { readonly ids: readonly string[]; readonly to: string; readonly name: string };

/** Moves items to another portfolio, once what is being typed is saved; says so, and offers to undo it. */
export function useMove(portfolioId: string) {
  const { entries } = useCurrentShelf();
  const rewinding = useRewinding();
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: (step: { readonly seq: number; readonly to: number }) =>
      rewinding(() => client.history.undo({ portfolioId, ...step })),
  });
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: async ({ ids, to }: Asked) => {
      // What cannot be saved stays on the screen, and the form says what is missing.
      if (!(await flushAll())) return null;
      return client.evidence.moveTo({ portfolioId, ids, to });
    },
  });
  const move = (asked: Asked, then: (moved: boolean) => void) =>
    mutate(asked, {
      onSuccess: async (done) => {
        then(done !== null);
        if (done === null) return;
        const { undo: step } = await client.history.undoState({ portfolioId });
        if (step === null) return;
        showUndo({
          message: `Moved ${count(done.moved, 'item')} to ${asked.name}.`,
          onUndo: () => undo.mutate({ seq: step.seq, to: step.to }),
        });
      },
    });
  return { canMove: entries.length > 1, move, fault: error, undoFault: undo.error, isPending, reset };
}
