import { IconInfoCircle } from '@tabler/icons-react';
import { reviewNotice } from '#renderer/text/holding-words.ts';
import { Note } from '#renderer/ui/note.tsx';

/** What a review here is not. */
export function LocalNotice() {
  return (
    <Note tone="info" icon={IconInfoCircle} title={reviewNotice.title}>
      {reviewNotice.text}
    </Note>
  );
}
