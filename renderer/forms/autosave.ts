import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import { isOutOfDate, useBegun } from '#renderer/api/rewind.ts';
import { announceSave, type SaveState } from '#renderer/ui/save-state.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import { showIssues, type ZodForm } from './use-zod-form.ts';

/** Long enough to finish a word, short enough that nothing is at risk. */
const quietMilliseconds = 800;

export type Autosave = {
  readonly state: SaveState;
  /** True while something typed is not on disk: being saved, invalid, or refused. */
  readonly unsaved: boolean;
  /** Saves at once; resolves true when everything typed is on disk. */
  readonly flush: () => Promise<boolean>;
};

/**
 * Saves a form by itself, a moment after typing stops and at once when the form is left. Saves run one after
 * another, the last typed state wins; invalid content is kept on screen, unsaved, and said so.
 * @param save resolves when the value is on disk; use a mutation with `meta: { refresh: false }`.
 * @param under where the form's value sits in the procedure's input, for issues the app finds.
 */
export function useAutosave<I extends FieldValues, O>(
  form: ZodForm<I, O>,
  save: (value: O) => Promise<unknown>,
  under: readonly string[] = [],
): Autosave {
  const [state, setState] = useState<SaveState>({ is: 'idle' });
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef({ save, under });
  latest.current = { save, under };
  const version = useRef({ typed: 0, saved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const begun = useBegun();

  const say = useCallback((next: SaveState) => {
    setState(next);
    announceSave(next);
  }, []);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const typed = version.current.typed;
    if (typed === version.current.saved || (await isOutOfDate(begun))) return true;
    let outcome = false;
    await form.handleSubmit(
      async (value) => {
        say({ is: 'saving' });
        try {
          await latest.current.save(value);
          version.current.saved = typed;
          outcome = true;
          setUnsaved(version.current.typed !== typed);
          say({ is: 'saved', at: new Date() });
        } catch (fault) {
          showIssues(form, fault, latest.current.under);
          say({ is: 'failed', why: wordsFor(fault).what });
        }
      },
      () => say({ is: 'failed', why: 'a field needs correcting' }),
    )();
    return outcome;
  }, [form, say, begun]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = running.current.then(saveOnce);
    return running.current;
  }, [saveOnce]);

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name, type }) => {
        // Resetting the form also changes values; only what a person or `setValue` changed has a name.
        if (name === undefined && type === undefined) return;
        version.current.typed += 1;
        setUnsaved(true);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void flush(), quietMilliseconds);
      },
    });
    const unregister = registerFlush(flush);
    return () => {
      unsubscribe();
      unregister();
      void flush();
    };
  }, [form, flush]);

  return { state, unsaved, flush };
}
