import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { flushAll } from '#renderer/api/pending-saves.ts';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { count } from '#renderer/text/format.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';

type Asked = { readonly ids: readonly string[]; readonly to: string; readonly name: string };

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const namesAny = (queryKey: readonly unknown[], ids: ReadonlySet<string>): boolean =>
  (JSON.stringify(queryKey).match(uuid) ?? []).some((id) => ids.has(id));

/** Moves items to another portfolio, once what is being typed is saved; says so, and offers to undo it. */
export function useMove(portfolioId: string) {
  const { entries } = useCurrentShelf();
  const rewinding = useRewinding();
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: (step: { readonly seq: number; readonly to: number }) =>
      rewinding(() => client.history.undo({ portfolioId, ...step })),
  });
  const queryClient = useQueryClient();
  const { mutate, error, isPending, reset } = useMutation({
    // Done below: the items themselves must not be asked for where they no longer are.
    meta: { refresh: false },
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
        const gone = new Set(asked.ids);
        await queryClient.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== 'fixed' && !namesAny(queryKey, gone),
        });
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
