import { Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import { goldGuideLookAlike } from '#shared/guidance/outcome-look-alike.ts';
import { OutcomesForm, outcomesTextKey } from './outcomes-form.tsx';

/** The list a panel chooses its outcome from. */
export function OutcomesSettings() {
  const outcomes = useQuery(api.reviews.outcomes.queryOptions());
  return (
    <Stack gap="md">
      <Note tone="info" icon={IconInfoCircle} title="Words for a local review">
        A Trust’s review is not a statutory ARCP, and its outcomes must not look like the Gold Guide’s codes.
        Use plain words, not “Outcome 1” or a number. A programme that borrows the codes all the same can take
        the list below that looks like them: it carries a notice wherever it is shown. Reviews already signed
        keep the words they were signed with.
      </Note>
      <Disclosure label="Where the names like the Gold Guide’s come from">
        <Text size="sm">
          {goldGuideLookAlike.source.title}, read on {ukDate(goldGuideLookAlike.source.readOn)}.{' '}
          {goldGuideLookAlike.note}
        </Text>
        <CertaintyBadge certainty={goldGuideLookAlike.certainty} />
      </Disclosure>
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
