import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '#renderer/api/client.ts';
import { type Autosave, type Savable, useAutosave } from '#renderer/forms/autosave.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { EvidenceInput, EvidenceItem } from '#shared/domain/evidence.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftForm } from './use-draft-form.ts';

/**
 * Saves one item by itself: creates it at the first state that can be saved and updates it from then on.
 * @param itemId null for an item that does not exist yet; `onCreated` gets it when it does.
 */
export function useItemSaving(options: {
  readonly form: DraftForm;
  readonly portfolioId: string;
  readonly itemId: string | null;
  readonly onCreated: (item: EvidenceItem) => void;
}): Autosave {
  const { form, portfolioId, itemId, onCreated } = options;
  const queryClient = useQueryClient();
  // The form that is open must not be asked for again under the person who types.
  const { mutateAsync: create } = useMutation(
    api.evidence.create.mutationOptions({ meta: { refresh: false } }),
  );
  const { mutateAsync: update } = useMutation(
    api.evidence.update.mutationOptions({ meta: { refresh: false } }),
  );
  const id = useRef(itemId);
  const stored = useRef('');

  const check = (): Savable<EvidenceInput> => {
    const { input, problems, heldBack } = checkDraft(form.getValues());
    return input === null ? { value: null, problems } : { value: input, heldBack };
  };
  const save = async (item: EvidenceInput) => {
    const text = canonicalJson(item);
    // A part that is held back is tried again and again: what can be saved is saved once.
    if (text === stored.current) return;
    if (id.current === null) {
      const made = await create({ portfolioId, item });
      id.current = made.id;
      onCreated(made);
    } else {
      await update({ portfolioId, id: id.current, item });
    }
    stored.current = text;
    // Lists are asked again when they are next shown; the counts beside the form at once.
    await queryClient.invalidateQueries({ queryKey: api.evidence.key(), refetchType: 'none' });
    void queryClient.invalidateQueries({ queryKey: api.coverage.key() });
    void queryClient.invalidateQueries({ queryKey: api.intake.drafts.key() });
    void queryClient.invalidateQueries({ queryKey: api.feedback.key() });
    void queryClient.invalidateQueries({ queryKey: api.history.version.key() });
  };
  return useAutosave({ form, check, save, under: ['item'], isNew: () => id.current === null });
}
