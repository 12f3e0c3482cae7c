import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { reviewNotice } from '#renderer/text/holding-words.ts';

/** What a review here is not. */
export function LocalNotice() {
  return (
    <Alert variant="outline" color="blue" icon={<IconInfoCircle aria-hidden />} title={reviewNotice.title}>
      {reviewNotice.text}
    </Alert>
  );
}
