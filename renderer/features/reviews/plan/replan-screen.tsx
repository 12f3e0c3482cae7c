import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinds } from '#renderer/api/rewind.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { failure } from '#shared/domain/failure.ts';
import { planOf } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';

/** Changes the date, period or panel of a review that is not signed. */
export function ReplanScreen() {
  const { id = '' } = useParams({ strict: false });
  const { portfolio, portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const rewinds = useRewinds();
  const query = useQuery(api.reviews.get.queryOptions({ input: { portfolioId, id } }));
  const process = useQuery(
    api.reviewProcess.state.queryOptions({ input: { portfolioId, id }, staleTime: 0 }),
  );
  const replan = useMutation(api.reviews.replan.mutationOptions({ scope: { id: `review ${id}` } }));
  const textKey = `review/plan/${id}`;
  return (
    <>
      <PageHeader title="Change the plan" intro="Judgements and everything else written so far are kept." />
      <QueryStates query={query} what="the review">
        {({ review }) =>
          review.state === 'signed' ? (
            <FailedState error={failure('REVIEW_STATE', { state: review.state })} />
          ) : (
            <KeptText key={rewinds} textKey={textKey}>
              {(kept) => (
                <PlanForm
                  textKey={textKey}
                  kept={kept}
                  start={planOf(review)}
                  doctor={portfolio.doctor.name}
                  last={undefined}
                  daysFixed={process.data?.handedIn != null}
                  submit="Save the plan"
                  failure={isFailureCode(replan.error, 'INVALID') ? null : replan.error}
                  others={
                    <LinkButton to={paths.review} params={{ id }} variant="default">
                      Cancel
                    </LinkButton>
                  }
                  onSave={async (plan) => {
                    await replan.mutateAsync({ portfolioId, id, plan });
                    await navigate({ to: paths.review, params: { id }, replace: true });
                  }}
                />
              )}
            </KeptText>
          )
        }
      </QueryStates>
    </>
  );
}
