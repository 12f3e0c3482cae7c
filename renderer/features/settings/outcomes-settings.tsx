import { Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { OutcomesForm, outcomesTextKey } from './outcomes-form.tsx';

/** The list a panel chooses its outcome from. */
export function OutcomesSettings() {
  const outcomes = useQuery(api.reviews.outcomes.queryOptions());
  return (
    <Stack gap="md">
      <Note tone="info" icon={IconInfoCircle} title="Words for a local review">
        A Trust’s review is not a statutory ARCP, and its outcomes must not look like the Gold Guide’s codes.
        Use plain words, not “Outcome 1” or a number. Reviews already signed keep the words they were signed
        with.
      </Note>
      <QueryStates query={outcomes} what="outcomes">
        {(list) => (
          <KeptText textKey={outcomesTextKey}>
            {(kept) => <OutcomesForm outcomes={list} kept={kept} />}
          </KeptText>
        )}
      </QueryStates>
    </Stack>
  );
}
