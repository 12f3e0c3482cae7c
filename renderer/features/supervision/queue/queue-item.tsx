import { Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { waitingWords } from '#renderer/text/feedback-words.ts';
import { ChangedSince } from '#renderer/ui/differences/changed-since.tsx';
import { FeedbackBadge } from '#renderer/ui/feedback/feedback-badge.tsx';
import { FeedbackList } from '#renderer/ui/feedback/feedback-list.tsx';
import { TakeBack } from '#renderer/ui/feedback/take-back.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ShownFeedback } from '#shared/contract/feedback.ts';
import type { WaitingRow } from '#shared/contract/supervisor.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { FeedbackState } from '#shared/domain/supervision/feedback-states.ts';
import { isThisPerson, type PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { ItemFacts } from './item-facts.tsx';
import classes from './queue.module.css';

/** What of it was changed since this person's last word. */
function Changes(props: { readonly item: EvidenceItem; readonly last: ShownFeedback | undefined }) {
  const { item, last } = props;
  if (last === undefined || last.present) return null;
  return (
    <div className={classes.changes}>
      <Text size="sm" fw={700} component="h3" mb={4}>
        What changed since your last feedback
      </Text>
      <ChangedSince item={item.id} revision={last.revision} />
    </div>
  );
}

/** One item of the queue: why it waits, what changed, what was said, what it says. */
export function QueueItem(props: {
  readonly row: WaitingRow;
  readonly item: EvidenceItem;
  readonly standing: { readonly state: FeedbackState; readonly feedback: readonly ShownFeedback[] };
  readonly me: Pick<PersonOnRecord, 'name' | 'gmcNumber'>;
  /** What comes after it, to be asked for in time. */
  readonly next: WaitingRow | undefined;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onPassage: (file: string, page: number) => void;
}) {
  const { row, item, standing, me, next, heading, onPassage } = props;
  const { portfolioId } = usePortfolio();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (next === undefined) return;
    void queryClient.prefetchQuery(api.evidence.get.queryOptions({ input: { portfolioId, id: next.id } }));
    void queryClient.prefetchQuery(
      api.feedback.ofItem.queryOptions({ input: { portfolioId, item: next.id } }),
    );
  }, [next, portfolioId, queryClient]);
  const last = standing.feedback.find(({ by }) => isThisPerson(by, me));
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h3" ref={heading} tabIndex={-1} className={classes.heading ?? ''}>
          {item.title}
        </Title>
        <div className={classes.standing}>
          <FeedbackBadge state={standing.state} />
          <Text span size="sm">
            {waitingWords[row.why]}, waits since <UkDate date={row.since} />
          </Text>
        </div>
      </div>
      <Changes item={item} last={last} />
      {standing.feedback.length === 0 ? null : (
        <div>
          <Text size="sm" fw={700} component="h3" mb={4}>
            Feedback so far
          </Text>
          <FeedbackList
            label="Feedback so far"
            feedback={standing.feedback}
            actions={(one) => <TakeBack one={one} />}
          />
        </div>
      )}
      <ItemFacts item={item} onPassage={onPassage} />
    </Stack>
  );
}
