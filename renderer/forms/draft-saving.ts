import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import { isOutOfDate, useBegun } from '#renderer/api/rewind.ts';
import { announceSave } from '#renderer/ui/save-state.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import { showIssues, type ZodForm } from './use-zod-form.ts';

/** Long enough to finish a word, short enough that nothing is at risk. */
const quietMilliseconds = 800;

/** `heldBack`: parts that cannot be saved yet stay on the screen only. */
export type DraftSaving =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date; readonly heldBack: boolean }
  | { readonly is: 'failed'; readonly fault: unknown };

export type DraftSaver = {
  readonly saving: DraftSaving;
  /** True while something typed is not on disk. */
  readonly unsaved: boolean;
  /** Saves at once; resolves true when everything typed is on disk. */
  readonly flush: () => Promise<boolean>;
};

/**
 * Saves by itself whatever is complete in a form that may be half filled, a moment after typing stops. Unlike
 * `useAutosave` it never marks a field that nobody has been to. Saves run one after another.
 * @param path where the form's value sits in the procedure's input, so that refusals show beside their fields.
 * @param store saves what can be saved of the form's present values; says whether something had to be held back.
 */
export function useDraftSaving<I extends FieldValues, O>(
  form: ZodForm<I, O>,
  store: () => Promise<{ readonly heldBack: boolean }>,
  path?: readonly string[],
): DraftSaver {
  const [saving, setSaving] = useState<DraftSaving>({ is: 'untouched' });
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(store);
  latest.current = store;
  const under = useRef(path);
  under.current = path;
  const version = useRef({ typed: 0, saved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const begun = useBegun();

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { typed, saved } = version.current;
    if (typed === saved || (await isOutOfDate(begun))) return true;
    setSaving({ is: 'saving' });
    announceSave({ is: 'saving' });
    try {
      const { heldBack } = await latest.current();
      const at = new Date();
      setSaving({ is: 'saved', at, heldBack });
      // The header says "Saved" only when nothing on the screen is missing from the disk.
      announceSave(heldBack ? { is: 'idle' } : { is: 'saved', at });
      if (!heldBack) version.current.saved = typed;
      const clean = version.current.typed === version.current.saved;
      setUnsaved(!clean);
      return clean;
    } catch (fault) {
      if (under.current !== undefined) showIssues(form, fault, under.current);
      setSaving({ is: 'failed', fault });
      announceSave({ is: 'failed', why: wordsFor(fault).what });
      return false;
    }
  }, [form, begun]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = running.current.then(saveOnce);
    return running.current;
  }, [saveOnce]);

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        // Resetting the form also changes values; only what a person or `setValue` changed has a name.
        if (name === undefined) return;
        version.current.typed += 1;
        setUnsaved(true);
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

  return { saving, unsaved, flush };
}
