import { Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { DeadlineForm } from './deadline-form.tsx';

/** The programme's days around a panel. */
export function DeadlineSettings() {
  const query = useQuery(api.programme.deadlines.queryOptions({ staleTime: 0 }));
  return (
    <Stack gap="md">
      <Note tone="info" icon={IconInfoCircle} title="Counted from the day of each panel">
        These are your programme’s own numbers. They make the calendar and the reminders. A review that was
        planned with days of its own keeps them.
      </Note>
      <QueryStates query={query} what="the days">
        {(days) => <DeadlineForm days={days} />}
      </QueryStates>
    </Stack>
  );
}
