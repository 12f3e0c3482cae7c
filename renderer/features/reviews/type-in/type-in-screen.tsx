import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinds } from '#renderer/api/rewind.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { heldReviewKey } from '../hold/hold-review.tsx';
import { TypeIn } from './type-in.tsx';

/** A panel wrote on paper: this puts it into the review, in the paper's own order. */
export function TypeInScreen() {
  const { id = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const rewinds = useRewinds();
  const query = useQuery(api.reviews.get.queryOptions({ input: { portfolioId, id } }));
  return (
    <>
      <PageHeader
        title="Type in from paper"
        intro="In the order of the panel form. Everything is saved while you type; the chair reads it through and signs it on the review’s own screen."
        actions={
          <LinkButton to={paths.review} params={{ id }} variant="default">
            Back to the review
          </LinkButton>
        }
      />
      <QueryStates query={query} what="the review">
        {({ review, previousActions }) =>
          review.state === 'signed' ? (
            <EmptyState icon={IconSignature} title="This review is signed">
              What its chair signed is not changed any more. A signed report is amended on the record, from
              the review’s own screen.
            </EmptyState>
          ) : (
            <KeptText key={`${review.id} ${rewinds}`} textKey={heldReviewKey(review.id)}>
              {(kept) => <TypeIn review={review} previousActions={previousActions} kept={kept} />}
            </KeptText>
          )
        }
      </QueryStates>
    </>
  );
}
