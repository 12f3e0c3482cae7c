import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { blankPlan } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';

/** Puts a new review in the calendar. The last panel's wish for a date is offered. */
export function ScheduleScreen() {
  const { portfolio, portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const query = useQuery(api.reviews.list.queryOptions({ input: { portfolioId } }));
  const schedule = useMutation(api.reviews.schedule.mutationOptions());
  const textKey = `review/new/${portfolioId}`;
  return (
    <>
      <PageHeader
        title="Schedule a review"
        intro="A date, what it covers, and who sits on the panel. All of it can be changed until the chair signs."
      />
      <QueryStates query={query} what="the last review">
        {(reviews) => {
          const [last] = reviews;
          const wished = reviews.find(({ state }) => state === 'signed')?.nextReviewOn ?? '';
          const planned = reviews.some(({ heldOn }) => heldOn === wished);
          const heldOn = planned ? '' : wished;
          return (
            <KeptText textKey={textKey}>
              {(kept) => (
                <PlanForm
                  textKey={textKey}
                  kept={kept}
                  start={blankPlan(heldOn)}
                  doctor={portfolio.doctor.name}
                  last={last}
                  submit="Schedule the review"
                  failure={isFailureCode(schedule.error, 'INVALID') ? null : schedule.error}
                  others={
                    <LinkButton to={paths.reviews} variant="default">
                      Cancel
                    </LinkButton>
                  }
                  onSave={async (plan) => {
                    const { id } = await schedule.mutateAsync({ portfolioId, plan });
                    await navigate({ to: paths.review, params: { id }, replace: true });
                  }}
                />
              )}
            </KeptText>
          );
        }}
      </QueryStates>
    </>
  );
}
