import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { ZodForm } from './use-zod-form.ts';

/** Long enough to finish a word, short enough that nothing is at risk. */
const quietMilliseconds = 800;

/**
 * Runs an attempt to save a moment after typing stops, and at once when the page is hidden, the form is left, or
 * Waymark locks. Attempts run one after another.
 * @param onTyped at every change a person, or `setValue`, made.
 * @param attempt saves; true when everything typed is on disk.
 * @returns the attempt, now.
 */
export function useWhenQuiet<I extends FieldValues, O>(
  form: ZodForm<I, O>,
  onTyped: () => void,
  attempt: () => Promise<boolean>,
): () => Promise<boolean> {
  const latest = useRef({ onTyped, attempt });
  latest.current = { onTyped, attempt };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [inTurn] = useState(createInTurn);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    return inTurn(() => latest.current.attempt());
  }, [inTurn]);

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        // Resetting the form also changes values; only what a person or `setValue` changed has a name.
        if (name === undefined) return;
        latest.current.onTyped();
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void flush(), quietMilliseconds);
      },
    });
    const whenHidden = () => document.visibilityState === 'hidden' && void flush();
    document.addEventListener('visibilitychange', whenHidden);
    const unregister = registerFlush(flush);
    return () => {
      unsubscribe();
      unregister();
      document.removeEventListener('visibilitychange', whenHidden);
      void flush();
    };
  }, [form, flush]);

  return flush;
}
