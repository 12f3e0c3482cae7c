import { Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { FieldPath } from 'react-hook-form';
import { Note } from '#renderer/ui/note.tsx';
import { checkDraft } from './check-draft.ts';
import type { EvidenceDraft } from './draft.ts';
import type { DraftForm } from './use-draft-form.ts';

/**
 * Makes a draft an item that counts, where it has what its type needs; else marks the fields that lack something.
 * @returns whether it did. What it changed is saved like anything else in the form.
 */
export function finishDraft(form: DraftForm): boolean {
  const { draft: _draft, ...finished } = form.getValues();
  const { input, problems } = checkDraft(finished);
  if (input === null) {
    for (const { path, code } of problems) {
      // The path came from the schema the form is made of.
      form.setError(path.join('.') as FieldPath<EvidenceDraft>, { type: 'finish', message: code });
    }
    return false;
  }
  form.setValue('draft', undefined, { shouldDirty: true, shouldTouch: true });
  return true;
}

/** Says of a draft that it is one, and what it still needs. */
export function DraftNote({ sorted }: { readonly sorted: boolean }) {
  return (
    <Note tone="info" icon={IconPencil} title="This is a draft">
      <Text size="sm">
        It is saved, but counts nowhere and goes to nobody yet.{' '}
        {sorted
          ? 'When it says what it should, press Finish at the foot of the page.'
          : 'Choose what kind of evidence it is, then press Finish at the foot of the page.'}
      </Text>
    </Note>
  );
}
