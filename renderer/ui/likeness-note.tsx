import { IconInfoCircle } from '@tabler/icons-react';
import type { OutcomeOption } from '#shared/domain/review.ts';
import { Note } from './note.tsx';

/** Says of outcomes that look like the Gold Guide's that they are not; nothing where none does. */
export function LikenessNote({ outcomes }: { readonly outcomes: readonly (OutcomeOption | null)[] }) {
  if (!outcomes.some((outcome) => outcome?.likeness === 'gold-guide')) return null;
  return (
    <Note tone="warn" icon={IconInfoCircle} title="It looks like a Gold Guide outcome and is not one">
      The name is this programme’s own word, for doctors who are not in a training programme. The report says
      so on its first page.
    </Note>
  );
}
