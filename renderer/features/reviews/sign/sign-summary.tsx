import { Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { judgementWords, panelRoleWords } from '#renderer/text/review-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import { judgementLevels, type Review } from '#shared/domain/review.ts';
import type { Holding } from '../hold/holding.ts';

const none = (
  <Text span size="sm" c="dimmed">
    Not written yet
  </Text>
);

function judgementCounts(review: Review, total: number): string {
  const parts = judgementLevels.flatMap((level) => {
    const { length } = review.judgements.filter((judgement) => judgement.level === level);
    return length === 0 ? [] : [`${length} ${judgementWords[level].title.toLowerCase()}`];
  });
  const counts = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `${review.judgements.length} of ${count(total, 'capability', 'capabilities')}${counts}`;
}

/** What the signature will cover, in short. */
export function SignSummary({ holding }: { readonly holding: Holding }) {
  const { review, pack, portfolio, previousActions } = holding;
  const followed = new Set(review.followUps.map(({ action }) => action));
  const open = previousActions.filter(({ id }) => !followed.has(id)).length;
  return (
    <Section title="What will be signed">
      <Facts
        facts={[
          ['Doctor', portfolio.doctor.name],
          ['Panel', review.panel.map(({ name, role }) => `${name} (${panelRoleWords[role]})`).join(', ')],
          ['Outcome', review.outcome?.name ?? none],
          ['Judgements', judgementCounts(review, pack.capabilities.length)],
          ['Actions', count(review.actions.length, 'action')],
          [
            'Last review’s actions',
            previousActions.length === 0
              ? 'None were open'
              : open === 0
                ? 'A result is recorded for each'
                : `${open} of ${previousActions.length} without a result: the report will list them as open`,
          ],
          ['Next review', review.nextReviewOn === null ? none : ukDate(review.nextReviewOn)],
        ]}
      />
    </Section>
  );
}
