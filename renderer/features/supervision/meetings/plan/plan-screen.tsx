import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useStatus } from '#renderer/api/status.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { isSameName } from '#shared/domain/signature-places.ts';
import { blankPlan, groupPlanOf, planOf } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';

/** Puts a meeting in the calendar, for one doctor or for several at once. */
export function PlanMeetingScreen() {
  const { portfolio, portfolioId } = usePortfolio();
  const { doctor } = portfolio;
  const asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const { entries } = useCurrentShelf();
  const profile = useStatus().data?.profile ?? null;
  const query = useQuery(api.meetings.list.queryOptions({ input: { portfolioId } }));
  const one = useMutation(api.meetings.plan.mutationOptions());
  const several = useMutation(api.meetings.planGroup.mutationOptions());
  const textKey = `meeting/new/${portfolioId}`;
  const fault = one.error ?? several.error;
  // Whoever supervised last, or the owner of this vault where that is not the doctor.
  const me =
    profile === null || isSameName(profile.name, doctor.name)
      ? undefined
      : { name: profile.name, gmcNumber: profile.gmcNumber, role: '' };
  return (
    <>
      <PageHeader
        title="Plan a meeting"
        intro="A day, and with whom. The agenda comes next: open actions and thin capabilities are put forward."
      />
      <QueryStates query={query} what="the last meeting">
        {({ meetings }) => {
          const last = meetings
            .flatMap(({ meeting }) => meeting.people)
            .find(({ part }) => part === 'supervisor');
          const before =
            last === undefined ? undefined : { name: last.name, gmcNumber: last.gmcNumber, role: last.role };
          return (
            <KeptText textKey={textKey}>
              {(kept) => (
                <PlanForm
                  textKey={textKey}
                  kept={kept}
                  start={blankPlan(asked, before ?? me)}
                  doctors={entries
                    .filter(({ id }) => id !== portfolioId)
                    .map(({ id, doctorName }) => ({ value: id, label: doctorName }))}
                  failure={isFailureCode(fault, 'INVALID') ? null : fault}
                  onPlan={async (plan) => {
                    const made =
                      plan.others.length === 0
                        ? await one.mutateAsync({ portfolioId, plan: planOf(plan, doctor) })
                        : (
                            await several.mutateAsync({
                              portfolioIds: [portfolioId, ...plan.others],
                              plan: groupPlanOf(plan),
                            })
                          ).find((written) => written.portfolioId === portfolioId)?.meeting;
                    if (made === undefined) return;
                    await navigate({ to: paths.meeting, params: { id: made.id }, replace: true });
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
