import { Box, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { byWords } from '#renderer/text/feedback-words.ts';
import { passageWords, upperFirst } from '#renderer/text/passage-words.ts';
import { ChangedSince } from '#renderer/ui/differences/changed-since.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { FeedbackBadge } from '#renderer/ui/feedback/feedback-badge.tsx';
import { FeedbackList } from '#renderer/ui/feedback/feedback-list.tsx';
import { TakeBack } from '#renderer/ui/feedback/take-back.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Passage } from '#shared/domain/evidence.ts';

const useFeedbackOf = (id: string) => {
  const { portfolioId } = usePortfolio();
  return useQuery(api.feedback.ofItem.queryOptions({ input: { portfolioId, item: id } }));
};

/** At the top of an item that was sent back: what is asked for. */
export function ReturnedNote({ id }: { readonly id: string }) {
  const { data } = useFeedbackOf(id);
  if (data?.state !== 'returned' || data.by === null) return null;
  const { by, device, comment, sbi } = data.by;
  return (
    <Box mb="md">
      <Note tone="warn" icon={IconArrowBackUp} title={`Returned by ${byWords(by, device)}`}>
        <Text size="sm">{comment === '' ? (sbi?.nextStep ?? '') : comment}</Text>
        <Text size="sm" mt={4}>
          Change the item and send it again: it then comes first in what waits for them.
        </Text>
      </Note>
    </Box>
  );
}

/** What supervisors said of an item, and what was changed since. */
export function ItemFeedback({ id }: { readonly id: string }) {
  const query = useFeedbackOf(id);
  const passage = (one: Passage) => (
    <TextLink size="sm" to={paths.evidenceItem} params={{ id }} search={{ view: one.file, page: one.from }}>
      {upperFirst(passageWords(one))}
    </TextLink>
  );
  return (
    <Section
      title="Feedback"
      intro="What supervisors said of this item. It stands for the version they saw: once the item says something else, it has changed since."
    >
      <QueryStates query={query} what="the feedback" rows={2}>
        {({ state, by, feedback }) => (
          <Stack gap="sm">
            <div>
              <FeedbackBadge state={state} />
            </div>
            {state === 'changed' && by !== null ? (
              <Disclosure label="What changed since the last feedback">
                <ChangedSince item={id} revision={by.revision} />
              </Disclosure>
            ) : null}
            {feedback.length === 0 ? (
              <Text size="sm">No supervisor has said anything about it yet.</Text>
            ) : (
              <FeedbackList
                label="Feedback on this item"
                feedback={feedback}
                passage={passage}
                actions={(one) => <TakeBack one={one} />}
              />
            )}
          </Stack>
        )}
      </QueryStates>
    </Section>
  );
}
