import { useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { isOutOfDate, useBegun } from '#renderer/api/rewind.ts';
import { announceSave } from '#renderer/ui/save-state.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { hold } from './draft-schema.ts';
import { showIssues, type ZodForm } from './use-zod-form.ts';
import { useWhenQuiet } from './when-quiet.ts';

/** `incomplete`: nothing of it can be saved yet. `heldBack`: parts that cannot be saved yet stay on the screen only. */
export type Saving =
  | { readonly is: 'untouched' }
  | { readonly is: 'incomplete'; readonly problems: readonly Issue[] }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date; readonly heldBack: boolean }
  | { readonly is: 'failed'; readonly fault: unknown };

export type Autosave = {
  readonly saving: Saving;
  /** True while something typed is not on disk: being saved, incomplete, held back or refused. */
  readonly unsaved: boolean;
  /** Saves at once; resolves true when everything typed is on disk. */
  readonly flush: () => Promise<boolean>;
};

/** What of a form's present values can be saved; null where nothing can. */
export type Savable<V> =
  | { readonly value: V; readonly heldBack: boolean }
  | { readonly value: null; readonly problems: readonly Issue[] };

/** All of a form or nothing, as its schema says. */
export function wholeOf<I extends FieldValues, O>(form: ZodForm<I, O>, schema: z.ZodType<O, I>): Savable<O> {
  const held = hold(schema, form.getValues(), []);
  return held.value === null
    ? { value: null, problems: held.faults }
    : { value: held.value, heldBack: false };
}

/**
 * Saves a form by itself, a moment after typing stops and at once when the page is hidden or the form is left. Saves
 * run one after another, and the last typed state wins. What cannot be saved stays on the screen, unsaved, and is tried
 * again at every occasion; no field that nobody has been to is marked for it.
 * @param check what can be saved now.
 * @param save resolves when that is on disk; use a mutation with `meta: { refresh: false }` where the form is part of
 * what would be asked again.
 * @param under where the form's value sits in the procedure's input, for issues the app finds.
 * @param isNew true while there is no record yet: then what is only begun is no failure.
 */
export function useAutosave<I extends FieldValues, O, V>(options: {
  readonly form: ZodForm<I, O>;
  readonly check: () => Savable<V>;
  readonly save: (value: V) => Promise<unknown>;
  readonly under?: readonly string[];
  readonly isNew?: () => boolean;
}): Autosave {
  const { form, check, save, under, isNew } = options;
  const [saving, setSaving] = useState<Saving>({ is: 'untouched' });
  const [unsaved, setUnsaved] = useState(false);
  const version = useRef({ typed: 0, saved: 0 });
  const begun = useBegun();

  const onTyped = () => {
    version.current.typed += 1;
    setUnsaved(true);
  };
  const attempt = async (): Promise<boolean> => {
    if (await isOutOfDate(begun)) return true;
    const { typed, saved } = version.current;
    if (typed === saved) return true;
    const found = check();
    if ('problems' in found) {
      setSaving({ is: 'incomplete', problems: found.problems });
      announceSave(isNew?.() === true ? { is: 'idle' } : { is: 'failed', why: 'a field needs correcting' });
      return false;
    }
    const { value, heldBack } = found;
    setSaving({ is: 'saving' });
    announceSave({ is: 'saving' });
    try {
      await save(value);
    } catch (fault) {
      if (under !== undefined) showIssues(form, fault, under);
      setSaving({ is: 'failed', fault });
      announceSave({ is: 'failed', why: wordsFor(fault).what });
      return false;
    }
    const at = new Date();
    setSaving({ is: 'saved', at, heldBack });
    // The header says "Saved" only when nothing on the screen is missing from the disk.
    announceSave(heldBack ? { is: 'idle' } : { is: 'saved', at });
    if (!heldBack) version.current.saved = typed;
    const clean = version.current.typed === version.current.saved;
    setUnsaved(!clean);
    return clean;
  };
  const flush = useWhenQuiet(form, onTyped, attempt);
  return { saving, unsaved, flush };
}
