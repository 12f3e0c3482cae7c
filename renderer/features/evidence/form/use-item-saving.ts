import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import { isOutOfDate, useBegun } from '#renderer/api/rewind.ts';
import { showIssues } from '#renderer/forms/use-zod-form.ts';
import { announceSave } from '#renderer/ui/save-state.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { EvidenceInput, EvidenceItem } from '#shared/domain/evidence.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import { checkDraft, isVerificationBegun } from './check-draft.ts';
import type { DraftForm } from './use-draft-form.ts';

/** Long enough to finish a word, short enough that nothing is at risk. */
const quietMilliseconds = 800;

export type ItemSaving =
  | { readonly is: 'untouched' }
  | { readonly is: 'incomplete'; readonly problems: readonly Issue[] }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date; readonly heldBack: boolean }
  | { readonly is: 'failed'; readonly fault: unknown };

/**
 * Saves one item by itself: creates it at the first state that can be saved and updates it from then on. Saves run
 * one after another, so the last typed state always wins. What cannot be saved yet stays on the screen and is named,
 * without marking fields nobody has been to.
 * @param itemId null for an item that does not exist yet; `onCreated` gets it when it does.
 */
export function useItemSaving(options: {
  readonly form: DraftForm;
  readonly portfolioId: string;
  readonly itemId: string | null;
  readonly onCreated: (item: EvidenceItem) => void;
}) {
  const { form, portfolioId, itemId, onCreated } = options;
  const queryClient = useQueryClient();
  // The form that is open must not be asked for again under the person who types.
  const { mutateAsync: create } = useMutation(
    api.evidence.create.mutationOptions({ meta: { refresh: false } }),
  );
  const { mutateAsync: update } = useMutation(
    api.evidence.update.mutationOptions({ meta: { refresh: false } }),
  );
  const [saving, setSaving] = useState<ItemSaving>({ is: 'untouched' });
  const [unsaved, setUnsaved] = useState(false);
  const id = useRef(itemId);
  const created = useRef(onCreated);
  created.current = onCreated;
  const version = useRef({ typed: 0, saved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [inTurn] = useState(createInTurn);
  const begun = useBegun();

  const store = useCallback(
    async (item: EvidenceInput) => {
      if (id.current === null) {
        const made = await create({ portfolioId, item });
        id.current = made.id;
        created.current(made);
      } else {
        await update({ portfolioId, id: id.current, item });
      }
      // Lists are asked again when they are next shown; the counts beside the form at once.
      await queryClient.invalidateQueries({ queryKey: api.evidence.key(), refetchType: 'none' });
      void queryClient.invalidateQueries({ queryKey: api.coverage.key() });
      void queryClient.invalidateQueries({ queryKey: api.intake.drafts.key() });
    },
    [create, update, portfolioId, queryClient],
  );

  const saveOnce = useCallback(async (): Promise<boolean> => {
    if (await isOutOfDate(begun)) return true;
    const { typed, saved } = version.current;
    if (typed === saved) return !isVerificationBegun(form.getValues());
    const { input, problems, heldBack } = checkDraft(form.getValues());
    if (input === null) {
      setSaving({ is: 'incomplete', problems });
      // A new item that is only begun is no failure; one that was saved and no longer can be is.
      announceSave(id.current === null ? { is: 'idle' } : { is: 'failed', why: 'a field needs correcting' });
      return false;
    }
    setSaving({ is: 'saving' });
    announceSave({ is: 'saving' });
    try {
      await store(input);
    } catch (fault) {
      showIssues(form, fault, ['item']);
      setSaving({ is: 'failed', fault });
      announceSave({ is: 'failed', why: wordsFor(fault).what });
      return false;
    }
    version.current.saved = typed;
    const at = new Date();
    setSaving({ is: 'saved', at, heldBack });
    announceSave({ is: 'saved', at });
    const clean = version.current.typed === typed;
    setUnsaved(!clean || heldBack);
    return clean && !heldBack;
  }, [form, store, begun]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    return inTurn(saveOnce);
  }, [inTurn, saveOnce]);

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
