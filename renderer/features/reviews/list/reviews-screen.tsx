import { Box, Stack } from '@mantine/core';
import { IconCalendarPlus, IconClipboardCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { Review } from '#shared/domain/review.ts';
import { BatchPart } from '../paper/batch-part.tsx';
import { PrintForm } from '../paper/print-form.tsx';
import { ReviewLine } from './review-line.tsx';
import classes from './reviews.module.css';

const schedule = (
  <LinkButton to={paths.newReview} leftSection={<IconCalendarPlus size={18} aria-hidden />}>
    Schedule a review
  </LinkButton>
);

function NoReviews() {
  return (
    <EmptyState icon={IconClipboardCheck} title="No review yet" action={schedule}>
      Once a year a panel looks at the evidence capability by capability, writes down the progress made and
      the progress still needed, agrees actions, and the chair signs a report that you can use as evidence. It
      starts with a date and a panel.
    </EmptyState>
  );
}

function Lines(props: {
  readonly title: string;
  readonly intro: string;
  readonly reviews: readonly Review[];
}) {
  if (props.reviews.length === 0) return null;
  return (
    <Section title={props.title} intro={props.intro}>
      <ul className={classes.list}>
        {props.reviews.map((review) => (
          <ReviewLine key={review.id} review={review} />
        ))}
      </ul>
    </Section>
  );
}

/** All reviews of the portfolio: what is coming or unfinished first, soonest first; then what was signed. */
export function ReviewsScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.reviews.list.queryOptions({ input: { portfolioId } }));
  return (
    <>
      <PageHeader
        title="Reviews"
        intro="The annual panel reviews of this portfolio, and their signed reports."
        actions={query.data !== undefined && query.data.length > 0 ? schedule : undefined}
      />
      <QueryStates query={query} what="reviews" rows={4}>
        {(reviews) =>
          reviews.length === 0 ? (
            <NoReviews />
          ) : (
            <Stack gap="lg">
              <Lines
                title="Next"
                intro="Scheduled, or begun and not signed yet."
                reviews={reviews.filter(({ state }) => state !== 'signed').reverse()}
              />
              <Lines
                title="Past"
                intro="Signed by the chair. They cannot be changed."
                reviews={reviews.filter(({ state }) => state === 'signed')}
              />
              <BatchPart />
            </Stack>
          )
        }
      </QueryStates>
      <Box mt="lg">
        <PrintForm reviewId={null} />
      </Box>
    </>
  );
}
