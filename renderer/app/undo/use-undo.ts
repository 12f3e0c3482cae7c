import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { api, client } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { nothingYetWords, undoneWords } from '#renderer/text/history-words.ts';
import { announceSave } from '#renderer/ui/save-state.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { UndoState } from '#shared/domain/history.ts';

const nothing: UndoState = { undo: null, redo: null };
/** Keys pressed while a step is under way wait for it; more than these are a key held down. */
const mostWaiting = 3;

const say = (message: string) =>
  notifications.show({
    message,
    position: 'top-center',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });

/**
 * What can be undone and redone in the portfolio in use, and doing so. What is being typed is saved first and is then
 * what is undone; forms on the screen are made anew from what is there afterwards.
 */
export function useUndo() {
  const { current } = useCurrentShelf();
  const portfolioId = current?.id;
  const rewinding = useRewinding();
  const state = useQuery({
    ...api.history.undoState.queryOptions({ input: { portfolioId: portfolioId ?? '' } }),
    enabled: portfolioId !== undefined,
    staleTime: 0,
  });
  const { mutateAsync, isPending } = useMutation({
    meta: { refresh: false },
    mutationFn: async (direction: 'undo' | 'redo') => {
      if (portfolioId === undefined) return;
      lastNotice.current?.();
      const result = await rewinding(async () => {
        // What was typed last has just been saved, and is what is undone.
        const { undo, redo } = await client.history.undoState({ portfolioId });
        const step = direction === 'undo' ? undo : redo;
        if (step === null) return undefined;
        return direction === 'undo'
          ? client.history.undo({ portfolioId, seq: step.seq, to: step.to })
          : client.history.redo({ portfolioId, seq: step.seq });
      });
      if (result === null) say(nothingYetWords.notSaved);
      if (result === null || result === undefined) return;
      announceSave({ is: 'saved', at: new Date() });
      const done = { ...result.done, title: result.done.subject?.title ?? null };
      lastNotice.current = showUndo({
        message: undoneWords(direction === 'undo' ? 'Undone' : 'Redone', done, result.kept),
        verb: direction === 'undo' ? 'Redo' : 'Undo',
        onUndo: () => run.current(direction === 'undo' ? 'redo' : 'undo'),
      });
    },
  });
  const lastNotice = useRef<(() => void) | null>(null);
  const run = useRef<(direction: 'undo' | 'redo') => void>(() => undefined);
  const turn = useRef(Promise.resolve());
  const waiting = useRef(0);
  run.current = (direction) => {
    if (waiting.current >= mostWaiting) return;
    waiting.current += 1;
    turn.current = turn.current
      .then(() => mutateAsync(direction))
      .catch((fault: unknown) => {
        const { what, safe, next } = wordsFor(fault);
        say(`${what}. ${safe} ${next}`);
      })
      .finally(() => {
        waiting.current -= 1;
      });
  };
  const undo = useCallback(() => run.current('undo'), []);
  const redo = useCallback(() => run.current('redo'), []);
  return { state: state.data ?? nothing, undo, redo, isPending };
}
export type Undo = ReturnType<typeof useUndo>;
